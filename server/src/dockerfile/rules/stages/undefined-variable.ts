import { closest } from '../../../engine/closest';
import type { FixOffer, Problem } from '../../../engine/rule';
import { replacement, type TextEdit } from '../../../engine/text';
import { platformArguments } from '../../../knowledge/image-variables';
import { insertInstruction } from '../../edits/insert-instruction';
import { keywordFor } from '../../edits/keyword';
import { splitProperties } from '../../edits/split-properties';
import type { Dockerfile, Property, Stage, Variable } from '../../model/dockerfile';
import { expandedVariables } from '../../model/expansions';
import { instructionsOf, textIn } from '../../model/lookups';
import { isTemplated } from '../../model/templates';
import {
  isOptional,
  isVariableName,
  type UndefinedVariable,
  undefinedVariables,
} from '../../model/undefined-variables';
import { dockerfileRule } from '../../rule';

const equals = ['buildkit/UndefinedVar'];

export default dockerfileRule({
  id: 'undefined-variable',
  chapter: 'stages',
  variants: {
    parent: {
      severity: 'warning',
      equals: ['buildkit/UndefinedArgInFrom'],
      message: 'No `ARG {name}` stands above the first FROM, and FROM sees no other: it is empty here',
    },
    global: {
      severity: 'warning',
      equals,
      message:
        '`{name}` stands above the first FROM, where only FROM sees it: without an `ARG {name}` it is empty here',
    },
    platform: {
      severity: 'warning',
      equals,
      message: 'BuildKit sets `{name}` only for stages that ask for it: without an `ARG {name}` it is empty here',
    },
    elsewhere: {
      severity: 'warning',
      equals,
      message: '`{name}` belongs to another stage: it is empty here',
    },
    later: {
      severity: 'warning',
      equals,
      message: '`{name}` is set further down: it is empty here',
    },
    same: {
      severity: 'warning',
      equals: ['hadolint/DL3044', 'buildkit/UndefinedVar'],
      message: '`{name}` has its value only behind this ENV: it is empty here',
    },
    typo: {
      severity: 'warning',
      equals,
      message: 'Nothing sets `{name}`, it is empty here; `{meant}` is set',
    },
    unset: {
      severity: 'warning',
      equals,
      message: 'Nothing sets `{name}` while the image is built: it is empty here',
    },
  },
  fixes: {
    declare: { title: 'Add `{declaration}`', safety: 'behaviour', revealing: true },
    rename: { title: 'Use `{meant}`', safety: 'behaviour', revealing: true },
    split: { title: 'Begin a new `ENV` here', safety: 'behaviour' },
  },
  notes: { declaration: 'It is set here' },
  check(dockerfile, report) {
    if (isTemplated(dockerfile.text)) return;
    for (const stage of dockerfile.stages) {
      for (const problem of parentProblems(dockerfile, stage)) report(problem);
      for (const found of undefinedVariables(dockerfile, stage)) report(problemOf(dockerfile, found));
    }
  },
});

type Variant = 'parent' | UndefinedVariable['cause']['kind'];
type FixName = 'declare' | 'rename' | 'split';
type Found = Problem<Variant, FixName, 'declaration'>;

function parentProblems(dockerfile: Dockerfile, { from }: Stage): readonly Found[] {
  const known = dockerfile.globalArguments.flatMap(({ properties }) => properties.map(({ name }) => name));
  const missing = expandedVariables(from).filter(
    (variable) => !isOptional(variable) && !known.includes(variable.name) && !platformArguments.has(variable.name),
  );
  return missing.map((variable) => {
    const { name, range: at } = variable;
    const meant = closest(name, [...known.filter(isVariableName), ...platformArguments]);
    const fixes = meant === undefined ? declaredAbove(dockerfile, name) : [renamed(variable, meant)];
    return { variant: 'parent', at, values: { name }, fixes };
  });
}

/** The default that a stage has for it, above the first `FROM`. */
function declaredAbove(dockerfile: Dockerfile, name: string): readonly FixOffer<FixName>[] {
  const first = dockerfile.stages[0]?.from;
  const last = dockerfile.globalArguments.at(-1);
  const property = dockerfile.stages
    .flatMap((stage) => instructionsOf(stage, 'ARG'))
    .flatMap(({ properties }) => properties)
    .find((each) => each.name === name);
  if (first === undefined || property?.value === undefined || property.value.variables.length > 0) return [];
  const place = last === undefined ? { before: first } : { after: last };
  const declaration = declarationOf(dockerfile, property);
  return [{ id: 'declare', values: { declaration }, edits: () => insertInstruction(dockerfile, place, declaration) }];
}

function problemOf(dockerfile: Dockerfile, found: UndefinedVariable): Found {
  const { variable, cause } = found;
  const { name, range: at } = variable;
  const declaration = cause.kind === 'elsewhere' || cause.kind === 'later' ? cause.declaration : undefined;
  return {
    variant: cause.kind,
    at,
    values: { name, meant: cause.kind === 'typo' ? cause.meant : '' },
    related: declaration === undefined ? [] : [{ at: declaration.property.range, note: 'declaration' }],
    fixes: mends(dockerfile, found),
  };
}

function mends(dockerfile: Dockerfile, found: UndefinedVariable): readonly FixOffer<FixName>[] {
  const { variable, instruction, cause } = found;
  const declared = (declaration: string): readonly FixOffer<FixName>[] => [
    {
      id: 'declare',
      values: { declaration },
      edits: () => insertInstruction(dockerfile, { before: instruction }, declaration),
    },
  ];
  switch (cause.kind) {
    case 'global':
    case 'platform':
      return declared(`${keywordFor(dockerfile, 'ARG')} ${variable.name}`);
    case 'elsewhere': {
      const { instruction: other, property } = cause.declaration;
      const isPlain = property.value === undefined || property.value.variables.length === 0;
      return other.keyword === 'ARG' && isPlain && !textIn(dockerfile, property.range).includes('\n')
        ? declared(declarationOf(dockerfile, property))
        : [];
    }
    case 'same': {
      const edits: readonly TextEdit[] | undefined =
        instruction.keyword === 'ENV' ? splitProperties(dockerfile, instruction, cause.index) : undefined;
      return edits === undefined ? [] : [{ id: 'split', edits: () => edits }];
    }
    case 'typo':
      return [renamed(variable, cause.meant)];
    default:
      return [];
  }
}

const declarationOf = (dockerfile: Dockerfile, { range }: Property): string =>
  `${keywordFor(dockerfile, 'ARG')} ${textIn(dockerfile, range)}`;

const renamed = ({ nameRange }: Variable, meant: string): FixOffer<FixName> => ({
  id: 'rename',
  values: { meant },
  edits: () => [replacement(nameRange, meant)],
});
