import type { EditorSymbol, Occurrence, SymbolRename } from '../../engine/editor';
import { rendered, templates } from '../../engine/message';
import { rangeOf, type TextRange } from '../../engine/text';
import { canRename, renameStage } from '../edits/rename-stage';
import type { Dockerfile, Stage } from '../model/dockerfile';
import { remembered } from '../model/remembered';
import { stageReferences } from '../model/stage-references';
import { stageCopiedFrom } from '../model/stage-relations';

const texts = templates({
  noName: '`{name}` is no name for a stage: a letter, then letters, digits, `-`, `_` and `.`',
  reserved: '`{name}` means something else to the builder',
  taken: 'There is a stage `{name}` already',
  image: '`FROM {name}` names an image in this file',
});

/** A place that names a stage. */
export interface StagePlace {
  readonly stage: Stage;
  readonly range: TextRange;
  readonly role: 'definition' | 'read';
}

/** Every place of a file that names one of its stages, in source order. */
export const stagePlaces: (dockerfile: Dockerfile) => readonly StagePlace[] = remembered((dockerfile) => {
  const places: StagePlace[] = [];
  for (const stage of dockerfile.stages) {
    const { from, parent, instructions } = stage;
    if (parent.kind === 'stage' && from.image !== undefined)
      places.push({ stage: parent.stage, range: from.image.range, role: 'read' });
    if (from.alias !== undefined) places.push({ stage, range: from.alias.range, role: 'definition' });
    for (const { name, range, instruction } of instructions.flatMap(stageReferences)) {
      const named = instruction.onbuild === undefined ? stageCopiedFrom(dockerfile, name) : undefined;
      if (named !== undefined && named !== stage) places.push({ stage: named, range, role: 'read' });
    }
  }
  return places;
});

export const stagePlaceAt = (dockerfile: Dockerfile, offset: number): StagePlace | undefined =>
  stagePlaces(dockerfile).find(({ range }) => range.start <= offset && offset <= range.end);

/** The stage whose name, or number, is at an offset, with the places that mean it. */
export function stageSymbolAt(dockerfile: Dockerfile, offset: number): EditorSymbol | undefined {
  const place = stagePlaceAt(dockerfile, offset);
  if (place === undefined) return undefined;
  const { stage, range } = place;
  const places = stagePlaces(dockerfile).filter((each) => each.stage === stage);
  const definition = definitionRange(stage);
  const renames = canRename(dockerfile, stage) && !/^\d+$/.test(dockerfile.text.slice(range.start, range.end));
  return {
    range,
    definitions: [{ range: definition, whole: wholeOf(stage) }],
    occurrences: places.map((each): Occurrence => ({ range: each.range, role: each.role })),
    ...(renames && { rename: renameOf(dockerfile, stage) }),
  };
}

/** The line that starts the stage: a peek at the whole of it would hide the file. */
const wholeOf = ({ from }: Stage): TextRange => rangeOf(from.range.start, from.range.end);

const definitionRange = ({ from }: Stage): TextRange => (from.alias ?? from.image)?.range ?? from.keywordRange;

/** Names that mean no stage. Source: moby/buildkit frontend/dockerfile/linter/ruleset.go, ReservedStageName. */
const reserved: ReadonlySet<string> = new Set(['scratch', 'context']);

function renameOf(dockerfile: Dockerfile, stage: Stage): SymbolRename {
  const name = stage.from.alias?.value ?? '';
  return {
    name,
    objection(wanted) {
      const lower = wanted.toLowerCase();
      // moby/buildkit frontend/dockerfile/instructions/parse.go `validStageName`
      if (!/^[a-z][a-z0-9-_.]*$/.test(lower)) return rendered(texts.noName, { name: wanted });
      if (reserved.has(lower)) return rendered(texts.reserved, { name: wanted });
      const isTaken = dockerfile.stages.some((other) => other !== stage && other.name === lower);
      if (isTaken) return rendered(texts.taken, { name: wanted });
      const isImage = dockerfile.stages.some(
        ({ from, parent }) => parent.kind === 'image' && from.image?.value === lower,
      );
      return isImage ? rendered(texts.image, { name: wanted }) : undefined;
    },
    edits: (wanted) => renameStage(dockerfile, stage, wanted),
  };
}
