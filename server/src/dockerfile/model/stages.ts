import { rangeOf } from '../../engine/text';
import { fullName } from '../../image/full-name';
import { parseImageReference } from '../../image/parse';
import type { ImageReference } from '../../image/reference';
import { knownImage } from '../../knowledge/images';
import type { Arg, From, Instruction, Parent, Stage } from './dockerfile';
import { expandedWord, type Lookup } from './expanded-word';
import { globalArgumentValues } from './global-arguments';
import { processOf } from './process';
import { defaultShell, shellOfImage } from './shell-in-force';
import { StageNames, stageReferences } from './stage-references';
import { endOf, type ImageDefaults, type StageEnd, scratchDefaults, startOfImage } from './stage-state';

export interface StageOptions {
  /** The document, for the text of shell forms. */
  readonly text: string;
  readonly escape: '\\' | '`';
  /** Names of the stages that the workspace builds images of (`--target`), in any case. The last stage is always one. */
  readonly targets?: readonly string[];
}

/**
 * A longer chain of `FROM stage` inherits nothing more, so that no file can make the work grow with its square. No image
 * has as many layers (moby/moby:layer, the limit of overlay2 is 128).
 */
const deepestChain = 127;
/** For the same reason: a stage with more variables hands none on. */
const mostVariables = 1000;

/**
 * The stages of a file with what each inherits. A stage can only be built from one above it, so nothing goes in circles.
 * @param instructions all of the file, in order
 * @param globalArguments the `ARG`s before the first `FROM`
 */
export function buildStages(
  instructions: readonly Instruction[],
  globalArguments: readonly Arg[],
  { text, escape: escapeCharacter, targets = [] }: StageOptions,
): readonly Stage[] {
  const globals = globalArgumentValues(globalArguments, escapeCharacter);
  const { outlines, names } = outlinesOf(instructions, globals);
  const shipped = shippedStages(outlines, names, targets);
  const contributing = withParents(outlines, shipped);
  const used = usedStages(outlines, names);
  const record = recordMaker();
  const stages: Stage[] = [];
  const ends: StageEnd[] = [];
  for (const outline of outlines) {
    const { index, from, own } = outline;
    const { parent, image } = parentOf(outline, stages, globals);
    const start = startOf(outline, parent, image, ends);
    const end = endOf(start, own, globals);
    ends.push(end);
    stages.push({
      index,
      from,
      name: nameOf(from),
      parent,
      instructions: own,
      range: rangeOf(from.range.start, (own.at(-1) ?? from).range.end),
      shipped: shipped.has(index),
      contributesLayers: contributing.has(index),
      unused: !used.has(index) && !shipped.has(index),
      environment: record(end.environment),
      arguments: record(end.arguments),
      user: end.user,
      workingDirectory: end.workingDirectory,
      initialShell: start.shell,
      shell: end.shell,
      exposed: end.exposed,
      volumes: end.volumes,
      healthcheck: end.healthcheck,
      stopSignal: end.stopSignal,
      process: processOf(end, text),
    });
  }
  return stages;
}

/** A stage before it is known what it inherits. */
interface Outline {
  readonly index: number;
  readonly from: From;
  readonly own: readonly Instruction[];
  /** The stage that it is built from. */
  readonly parent: number | undefined;
  /** How many stages it is built from, one upon the other. */
  readonly depth: number;
}

function outlinesOf(
  instructions: readonly Instruction[],
  lookup: Lookup,
): { readonly outlines: readonly Outline[]; readonly names: StageNames } {
  const names = new StageNames();
  const outlines: Outline[] = [];
  let own: Instruction[] = [];
  for (const instruction of instructions) {
    if (instruction.keyword !== 'FROM') {
      own.push(instruction);
      continue;
    }
    own = [];
    const parent = names.parentOf(instruction, lookup);
    const depth = parent === undefined ? 0 : (outlines[parent]?.depth ?? 0) + 1;
    outlines.push({ index: outlines.length, from: instruction, own, parent, depth });
    names.add(instruction);
  }
  return { outlines, names };
}

/** In lower case, as BuildKit compares it. */
const nameOf = ({ alias }: From): string | undefined => alias?.value.toLowerCase() || undefined;

function shippedStages(
  outlines: readonly Outline[],
  names: StageNames,
  targets: readonly string[],
): ReadonlySet<number> {
  const shipped = new Set<number>();
  if (outlines.length > 0) shipped.add(outlines.length - 1);
  for (const target of targets) {
    const index = names.named(target);
    if (index !== undefined) shipped.add(index);
  }
  return shipped;
}

function withParents(outlines: readonly Outline[], shipped: ReadonlySet<number>): ReadonlySet<number> {
  const found = new Set<number>();
  for (const index of shipped) {
    for (let at: number | undefined = index; at !== undefined && !found.has(at); at = outlines[at]?.parent)
      found.add(at);
  }
  return found;
}

/** The stages that another one is built from, copies from or mounts. */
function usedStages(outlines: readonly Outline[], names: StageNames): ReadonlySet<number> {
  const used = new Set<number>();
  for (const { index, own, parent } of outlines) {
    if (parent !== undefined) used.add(parent);
    for (const instruction of own)
      for (const { name } of stageReferences(instruction)) {
        const named = names.named(name);
        if (named !== undefined && named !== index) used.add(named);
      }
  }
  return used;
}

function parentOf(
  { from, parent }: Outline,
  stages: readonly Stage[],
  lookup: Lookup,
): { readonly parent: Parent; readonly image: ImageDefaults | undefined } {
  const stage = parent === undefined ? undefined : stages[parent];
  if (stage !== undefined) return { parent: { kind: 'stage', stage }, image: undefined };
  if (from.image === undefined) return { parent: { kind: 'unknown' }, image: undefined };
  const name = expandedWord(from.image, lookup);
  if (name === 'scratch') return { parent: { kind: 'scratch' }, image: scratchDefaults };
  const reference = parseImageReference(from.image.text, from.image.range.start, lookup);
  if (name === '' || reference.repository === '' || reference.repository.includes('$'))
    return { parent: { kind: 'unknown' }, image: undefined };
  const image = imageOf(reference);
  return { parent: { kind: 'image', reference, known: image !== undefined }, image };
}

/** What is known of a stage's parent image, or of none at all; `undefined` for a stage and an image that is not known. */
export function defaultsOfParent(parent: Parent): ImageDefaults | undefined {
  if (parent.kind === 'scratch') return scratchDefaults;
  return parent.kind === 'image' ? imageOf(parent.reference) : undefined;
}

const imageOf = (reference: ImageReference): ImageDefaults | undefined =>
  reference.resolved === undefined ? undefined : knownImage(fullName(reference), reference.tag);

function startOf(
  { parent, depth, from }: Outline,
  { kind, ...rest }: Parent,
  image: ImageDefaults | undefined,
  ends: readonly StageEnd[],
): StageEnd {
  const end = parent === undefined ? undefined : ends[parent];
  if (end === undefined) {
    const reference = 'reference' in rest ? rest.reference : undefined;
    return startOfImage(image, kind === 'scratch' ? defaultShell : shellOfImage(reference, from.platform?.value));
  }
  if (depth > deepestChain) return startOfImage(undefined, end.shell);
  const tooMany = end.environment.size > mostVariables || end.arguments.size > mostVariables;
  return tooMany || end.exposed.length > mostVariables || end.volumes.length > mostVariables
    ? startOfImage(undefined, end.shell)
    : end;
}

/** Makes plain objects without a prototype, since `constructor` is a variable's name like any other; one for each map. */
function recordMaker(): <Value>(values: ReadonlyMap<string, Value>) => Readonly<Record<string, Value>> {
  const made = new WeakMap<object, object>();
  return <Value>(values: ReadonlyMap<string, Value>) => {
    const result: Record<string, Value> = made.get(values) ?? Object.create(null);
    if (!made.has(values)) for (const [name, value] of values) result[name] = value;
    made.set(values, result);
    return result;
  };
}
