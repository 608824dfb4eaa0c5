import type { EditorSymbol, SymbolRename } from '../../engine/editor';
import { rendered, templates } from '../../engine/message';
import { replacement } from '../../engine/text';
import { implicitVariable, platformArguments, shellVariables } from '../../knowledge/image-variables';
import type { Dockerfile, Instruction, Stage } from '../model/dockerfile';
import { remembered } from '../model/remembered';
import { rootOf } from '../model/stage-relations';
import { defaultsOfParent } from '../model/stages';
import { type VariableUse, variableUses } from '../model/variable-uses';
import { variableBefore } from '../model/variables';

const texts = templates({
  noName: '`{name}` is no name for a variable: letters, digits and `_`, and no digit at the start',
  taken: 'There is a variable `{name}` already',
});

/** The variable whose name is at an offset, with the places that mean the same one: stages have variables of their own. */
export function variableSymbolAt(dockerfile: Dockerfile, offset: number): EditorSymbol | undefined {
  const use = variableUseAt(dockerfile, offset);
  if (use === undefined) return undefined;
  const group = groupOf(dockerfile, use);
  const definitions = definitionsOf(dockerfile, use, group);
  const rename = canRename(dockerfile, use, group) ? renameOf(dockerfile, use.name, group) : undefined;
  return {
    range: use.range,
    definitions: definitions.map(({ range, instruction }) => ({ range, whole: instruction.range })),
    occurrences: group.map((each) => ({
      range: each.range,
      role: each.role === 'read' || each.role === 'write' ? each.role : 'definition',
    })),
    ...(rename !== undefined && { rename }),
  };
}

/** The variable's name that an offset is in or at the end of; the cursor may also stand in front of `$`. */
export function variableUseAt(dockerfile: Dockerfile, offset: number): VariableUse | undefined {
  const { text } = dockerfile;
  const rest = /^\$?\{?/.exec(text.slice(offset, offset + 2))?.[0].length ?? 0;
  const at = offset + rest;
  const name = /\w*$/.exec(text.slice(Math.max(0, at - 256), at))?.[0] ?? '';
  const whole = name + (/^\w*/.exec(text.slice(at, at + 256))?.[0] ?? '');
  const start = at - name.length;
  return variableUses(dockerfile)
    .get(whole)
    ?.find(({ range }) => range.start === start);
}

/** The definition that a place takes its value from; `undefined` where that is in no instruction of the file. */
export function definitionFor(dockerfile: Dockerfile, use: VariableUse): VariableUse | undefined {
  const { name, role, scope, reader, instruction } = use;
  const { definitions } = namedOf(dockerfile, name);
  if (role === 'define') return undefined;
  if (role === 'declare' || scope === undefined)
    return dockerfile.globalArguments
      .filter(({ range }) => range.start < instruction.range.start)
      .map((argument) => definitions.get(argument))
      .findLast((definition) => definition !== undefined);
  const stage = dockerfile.stages[scope];
  if (stage === undefined) return undefined;
  const isLate = reader === 'container-shell' || instruction.onbuild !== undefined;
  const inherited = isLate ? stage.environment[name] : variableBefore(stage, name, instruction.range.start);
  return inherited?.instruction && definitions.get(inherited.instruction);
}

const isDefinition = ({ role }: VariableUse): boolean => role === 'define' || role === 'declare';

/** All that there is of one name. */
interface Named {
  readonly uses: readonly VariableUse[];
  /** The one that counts of each instruction that defines it. */
  readonly definitions: ReadonlyMap<Instruction, VariableUse>;
  /** The instructions whose shell sets it. */
  readonly writers: ReadonlySet<Instruction>;
}

const namedByName = remembered((_: Dockerfile) => new Map<string, Named>());

function namedOf(dockerfile: Dockerfile, name: string): Named {
  const known = namedByName(dockerfile).get(name);
  if (known !== undefined) return known;
  const uses = variableUses(dockerfile).get(name) ?? [];
  const named: Named = {
    uses,
    definitions: new Map(uses.filter(isDefinition).map((use) => [use.instruction, use])),
    writers: new Set(uses.filter(({ role }) => role === 'write').map(({ instruction }) => instruction)),
  };
  namedByName(dockerfile).set(name, named);
  return named;
}

/** The places that mean the same variable as one does. */
function groupOf(dockerfile: Dockerfile, member: VariableUse): readonly VariableUse[] {
  const named = namedOf(dockerfile, member.name);
  const leaders = new Map<VariableUse, VariableUse>();
  const leaderOf = (use: VariableUse): VariableUse => {
    let leader = use;
    for (let next = leaders.get(leader); next !== undefined; next = leaders.get(leader)) leader = next;
    return leader;
  };
  const firsts = new Map<string, VariableUse>();
  for (const use of named.uses) {
    const definition = definitionFor(dockerfile, use);
    // What nothing defines belongs together by its place.
    const key = placeOf(use, named);
    const other = definition ?? firsts.get(key);
    if (other === undefined) firsts.set(key, use);
    else if (leaderOf(other) !== leaderOf(use)) leaders.set(leaderOf(use), leaderOf(other));
  }
  return named.uses.filter((use) => leaderOf(use) === leaderOf(member));
}

/** Definitions of a kind within a stage are of one variable; so are the places of an instruction whose shell sets it. */
function placeOf({ role, reader, instruction, scope }: VariableUse, { writers }: Named): string {
  if (role === 'define' || role === 'declare') return `${scope} ${instruction.keyword} ${instruction.onbuild?.start}`;
  return reader !== 'builder' && writers.has(instruction) ? `at ${instruction.range.start}` : `${scope}`;
}

function definitionsOf(
  dockerfile: Dockerfile,
  use: VariableUse,
  group: readonly VariableUse[],
): readonly VariableUse[] {
  const definition = definitionFor(dockerfile, use);
  if (definition !== undefined) return [definition];
  if (isDefinition(use)) return [use];
  const first = group.find(({ role }) => role === 'write');
  return first === undefined ? [] : [first];
}

/** Whether all that gives the variable its meaning stands in the file. */
function canRename({ stages }: Dockerfile, { name }: VariableUse, group: readonly VariableUse[]): boolean {
  if (platformArguments.has(name) || implicitVariable.test(name) || shellVariables.has(name)) return false;
  if (!group.some(({ role }) => role !== 'read')) return false;
  return !group.some(({ scope }) => scope !== undefined && isSetByImage(stages[scope], name));
}

function isSetByImage(stage: Stage | undefined, name: string): boolean {
  const variables = stage && defaultsOfParent(rootOf(stage).parent)?.env;
  return variables !== undefined && Object.hasOwn(variables, name);
}

function renameOf(dockerfile: Dockerfile, name: string, group: readonly VariableUse[]): SymbolRename {
  const scopes = new Set(group.map(({ scope }) => scope));
  return {
    name,
    objection(wanted) {
      if (!/^[A-Za-z_]\w*$/.test(wanted)) return rendered(texts.noName, { name: wanted });
      const others = wanted === name ? [] : (variableUses(dockerfile).get(wanted) ?? []);
      return others.some(({ scope }) => scopes.has(scope)) ? rendered(texts.taken, { name: wanted }) : undefined;
    },
    edits: (wanted) => group.map(({ range }) => replacement(range, wanted)),
  };
}
