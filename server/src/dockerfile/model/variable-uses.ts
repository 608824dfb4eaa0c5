import { rangeOf, type TextRange } from '../../engine/text';
import { variableAt } from '../../image/variables';
import type { Script } from '../../shell/syntax';
import { variableNames } from '../../shell/variable-names';
import type { CommandForm, Dockerfile, Heredoc, Instruction, Run } from './dockerfile';
import { expandedVariables } from './expansions';
import { remembered } from './remembered';

/** A place where a variable's name stands. */
export interface VariableUse {
  readonly name: string;
  /** The name, alone. */
  readonly range: TextRange;
  /** `declare`: an `ARG` without a value, which may take that of an `ARG` above the first `FROM`. */
  readonly role: 'define' | 'declare' | 'write' | 'read';
  /** Who looks the name up: Docker while it builds, a shell while it builds, a shell when a container runs. */
  readonly reader: 'builder' | 'build-shell' | 'container-shell';
  readonly instruction: Instruction;
  /** The index of the stage whose variables are meant; `undefined` for those above the first `FROM`. */
  readonly scope: number | undefined;
}

/** Every place of a file where a variable is set or read, by the variable's name, in source order. */
export const variableUses: (dockerfile: Dockerfile) => ReadonlyMap<string, readonly VariableUse[]> = remembered(
  (dockerfile) => {
    const byName = new Map<string, VariableUse[]>();
    const seen = new Set<number>();
    const { text } = dockerfile;
    for (const use of dockerfile.instructions.flatMap((instruction) => usesIn(dockerfile, instruction))) {
      const { name, range } = use;
      // Where the document has something inside the name, or the text is in the document in another form, nothing is sure.
      if (seen.has(range.start) || !text.startsWith(name, range.start)) continue;
      seen.add(range.start);
      const known = byName.get(name);
      if (known === undefined) byName.set(name, [use]);
      else known.push(use);
    }
    for (const uses of byName.values()) uses.sort((one, other) => one.range.start - other.range.start);
    return byName;
  },
);

function usesIn(dockerfile: Dockerfile, instruction: Instruction): readonly VariableUse[] {
  const scope = instruction.keyword === 'FROM' ? undefined : instruction.stage;
  const use = (
    reader: VariableUse['reader'],
    role: VariableUse['role'],
    { name, range }: Pick<VariableUse, 'name' | 'range'>,
  ): VariableUse => ({ name, range, role, reader, instruction, scope });
  const builder = expandedVariables(instruction).map(({ name, nameRange }) =>
    use('builder', 'read', { name, range: nameRange }),
  );
  const ofScripts = (reader: VariableUse['reader'], scripts: readonly Script[]): readonly VariableUse[] =>
    scripts.flatMap((script) => variableNames(script).map((found) => use(reader, found.role, found)));
  switch (instruction.keyword) {
    case 'ENV':
    case 'ARG': {
      const declares = instruction.keyword === 'ARG';
      const names = instruction.properties.map(({ name, nameRange, value }) =>
        use('builder', declares && value === undefined ? 'declare' : 'define', { name, range: nameRange }),
      );
      return [...names, ...builder];
    }
    case 'RUN':
      return [...builder, ...ofScripts('build-shell', scriptsIn(instruction))];
    case 'COPY':
    case 'ADD': {
      const bodies = instruction.heredocs.flatMap((heredoc) => expandedIn(dockerfile, heredoc));
      return [...builder, ...bodies.map((found) => use('builder', 'read', found))];
    }
    case 'CMD':
    case 'ENTRYPOINT':
    case 'HEALTHCHECK':
      return [...builder, ...ofScripts('container-shell', scriptsOf(instruction.command))];
    case 'ONBUILD':
      return instruction.trigger === undefined ? [] : usesIn(dockerfile, instruction.trigger);
    default:
      return builder;
  }
}

/** The scripts that a `RUN` hands to shells, with those in strings of `sh -c`. */
const scriptsIn = ({ scripts, commands }: Run): readonly Script[] => [
  ...new Set([...scripts, ...commands.filter(({ nested }) => nested).map(({ script }) => script)]),
];

const scriptsOf = (command: CommandForm | undefined): readonly Script[] =>
  command?.form === 'shell' && command.script !== undefined ? [command.script] : [];

/** What Docker expands in the lines of a here-document that is copied. */
function expandedIn(
  { text, escape: escapeCharacter }: Dockerfile,
  { expands, body }: Heredoc,
): readonly Pick<VariableUse, 'name' | 'range'>[] {
  if (!expands) return [];
  const lines = text.slice(body.start, body.end);
  const found: Pick<VariableUse, 'name' | 'range'>[] = [];
  for (let at = 0; at < lines.length; at++) {
    if (lines[at] === escapeCharacter) at++;
    else if (lines[at] === '$') {
      const variable = variableAt(lines, at, escapeCharacter);
      if (variable === undefined) continue;
      const { name, nameStart, nameEnd } = variable;
      if (/^[A-Za-z_]/.test(name)) found.push({ name, range: rangeOf(body.start + nameStart, body.start + nameEnd) });
      at = nameEnd - 1;
    }
  }
  return found;
}
