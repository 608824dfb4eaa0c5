import { closest } from '../../engine/closest';
import { fullName } from '../../image/full-name';
import { implicitVariable, maySetVariable, platformArguments, shellVariables } from '../../knowledge/image-variables';
import { knownImage } from '../../knowledge/images';
import type { Arg, Dockerfile, Env, Instruction, Property, Stage, Variable } from './dockerfile';
import { expandedVariables } from './expansions';
import { remembered } from './remembered';
import { chainOf, rootOf } from './stage-relations';
import { variableBefore } from './variables';

/** Why a variable has no value where Docker expands it. */
export type Cause =
  /** It is declared above the first `FROM`, for `FROM` alone. */
  | { readonly kind: 'global' }
  /** BuildKit sets it, for stages that ask for it. */
  | { readonly kind: 'platform' }
  /** Another stage declares it. */
  | { readonly kind: 'elsewhere'; readonly declaration: Declaration }
  /** The stage sets it further down. */
  | { readonly kind: 'later'; readonly declaration: Declaration }
  /** The same `ENV` sets it, which counts only for the instructions below. */
  | { readonly kind: 'same'; readonly index: number }
  /** Something that is set has nearly the same name. */
  | { readonly kind: 'typo'; readonly meant: string }
  | { readonly kind: 'unset' };

/** Where a name is given a value. */
export interface Declaration {
  readonly instruction: Instruction;
  readonly property: Property;
}

export interface UndefinedVariable {
  readonly variable: Variable;
  readonly instruction: Instruction;
  readonly cause: Cause;
}

/** `${NAME:-default}` and the like say themselves what happens without a value. */
export const isOptional = ({ operation }: Variable): boolean => /^:?[-+?]/.test(operation);

/** Whether a name can be written behind a `$`. */
export const isVariableName = (name: string): boolean => /^[A-Za-z_]\w*$/.test(name);

/** What a stage expands although nothing sets it, as far as that is sure: each name where it first is. */
export function undefinedVariables(dockerfile: Dockerfile, stage: Stage): readonly UndefinedVariable[] {
  const found = new Map<string, UndefinedVariable>();
  for (const instruction of stage.instructions)
    for (const variable of expandedVariables(instruction)) {
      const { name } = variable;
      if (found.has(name) || isOptional(variable) || implicitVariable.test(name)) continue;
      if (variableBefore(stage, name, instruction.range.start) !== undefined) continue;
      const cause = causeOf(dockerfile, stage, instruction, variable);
      if (cause !== undefined) found.set(name, { variable, instruction, cause });
    }
  return [...found.values()];
}

function causeOf(
  dockerfile: Dockerfile,
  stage: Stage,
  instruction: Instruction,
  variable: Variable,
): Cause | undefined {
  const { name } = variable;
  if (instruction.keyword === 'ENV' || instruction.keyword === 'ARG') {
    const own = propertyIndexes(instruction).get(name);
    const at = own === undefined ? -1 : indexAt(instruction.properties, variable);
    // BuildKit gives the arguments of one `ARG` their values one by one.
    if (own !== undefined && own < at) return instruction.keyword === 'ENV' ? { kind: 'same', index: at } : undefined;
    if (own === at) return undefined;
  }
  if (platformArguments.has(name)) return { kind: 'platform' };
  const { from, parent } = rootOf(stage);
  if (parent.kind !== 'scratch' && maySetVariable(from.image?.text ?? '', name)) return undefined;
  if (globalNames(dockerfile).has(name)) return { kind: 'global' };
  const declarations = declarationsOf(dockerfile).get(name) ?? [];
  const later = declarations.find(
    ({ instruction: other }) => other.stage === stage.index && other.range.start > instruction.range.start,
  );
  if (later !== undefined) return { kind: 'later', declaration: later };
  const elsewhere = declarations.find((one) => one.instruction.keyword === 'ARG') ?? declarations[0];
  if (elsewhere !== undefined && !chainOf(stage).some(({ index }) => index === elsewhere.instruction.stage))
    return { kind: 'elsewhere', declaration: elsewhere };
  if (shellVariables.has(name)) return lacksShellVariables(stage) ? { kind: 'unset' } : undefined;
  const meant = misspelt(stage, instruction, name);
  if (meant !== undefined) return { kind: 'typo', meant };
  return parent.kind === 'scratch' ? { kind: 'unset' } : undefined;
}

/** Every `ENV` and `ARG` of the stages by name, in source order. */
const declarationsOf: (dockerfile: Dockerfile) => ReadonlyMap<string, readonly Declaration[]> = remembered(
  ({ stages }) => {
    const byName = new Map<string, Declaration[]>();
    for (const instruction of stages.flatMap(({ instructions }) => instructions)) {
      if (instruction.keyword !== 'ENV' && instruction.keyword !== 'ARG') continue;
      for (const property of instruction.properties) {
        const known = byName.get(property.name);
        if (known === undefined) byName.set(property.name, [{ instruction, property }]);
        else known.push({ instruction, property });
      }
    }
    return byName;
  },
);

/** Whether all variables of the image are known, so that none of a login's is among them. */
function lacksShellVariables(stage: Stage): boolean {
  const { parent } = rootOf(stage);
  if (parent.kind === 'scratch') return true;
  if (parent.kind !== 'image' || parent.reference.resolved === undefined) return false;
  return knownImage(fullName(parent.reference), parent.reference.tag)?.env !== undefined;
}

/** The first place of each name in an instruction. */
const propertyIndexes = remembered(({ properties }: Env | Arg): ReadonlyMap<string, number> => {
  const indexes = new Map<string, number>();
  for (const [index, { name }] of properties.entries()) if (!indexes.has(name)) indexes.set(name, index);
  return indexes;
});

/** The property that a variable stands in; they are in source order. */
function indexAt(properties: readonly Property[], { range }: Variable): number {
  let low = 0;
  let high = properties.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (range.start < (properties[middle]?.range.end ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}

const globalNames = remembered(
  ({ globalArguments }: Dockerfile) =>
    new Set(globalArguments.flatMap(({ properties }) => properties.map(({ name }) => name))),
);

const shortest = 5;
/** More names are not compared, so that no file can make the work grow with its square. */
const mostNames = 200;

/** The variable that is set and differs by a single letter. */
function misspelt(stage: Stage, instruction: Instruction, name: string): string | undefined {
  if (name.length < shortest) return undefined;
  const known = (namesByDigits(stage).get(digits(name)) ?? []).filter(
    (other) => variableBefore(stage, other, instruction.range.start) !== undefined,
  );
  return closest(name, known, 1);
}

/** The names of what a stage sets, by the digits in them: `PORT_1` is no misspelt `PORT_2`. */
const namesByDigits = remembered((stage: Stage): ReadonlyMap<string, readonly string[]> => {
  const byDigits = new Map<string, string[]>();
  for (const name of [...Object.keys(stage.environment), ...Object.keys(stage.arguments)]) {
    if (!isVariableName(name)) continue;
    const same = byDigits.get(digits(name));
    if (same === undefined) byDigits.set(digits(name), [name]);
    else if (same.length < mostNames) same.push(name);
  }
  return byDigits;
});

const digits = (name: string): string => name.replace(/\D/g, '');
