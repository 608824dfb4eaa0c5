import {
  type CertificateSwitch,
  type CertificateVariable,
  certificateSwitches,
  certificateVariable,
} from '../../knowledge/certificate-checks';
import { type Argument, argumentOf } from '../../shell/command-line';
import { findOptions, type Option, readOptions } from '../../shell/options';
import type { Assignment } from '../../shell/syntax';
import type { RunCommand } from './dockerfile';
import { hasVerification } from './verifications';

/** A command that accepts any certificate: by an option, or by what it sets once and for all. */
export type UncheckedCommand =
  | { readonly kind: 'option'; readonly option: Option; readonly row: CertificateSwitch }
  | { readonly kind: 'setting'; readonly row: CertificateSwitch };

/** How a command is told to accept any certificate; nothing where it asks this machine, or what it fetches is verified. */
export function uncheckedBy(command: RunCommand): readonly UncheckedCommand[] {
  const { name, words, run } = command;
  const rows = certificateSwitches.filter(({ programs }) => name !== undefined && programs.includes(name));
  if (rows.length === 0 || asksThisMachine(words)) return [];
  if (/^(?:curl|wget2?)$/.test(name ?? '') && hasVerification(run)) return [];
  return rows.flatMap((row): readonly UncheckedCommand[] => {
    if (row.operands !== undefined) {
      const { operands } = readOptions(words, { valued: row.valued ?? [] });
      const said = operands.map(({ value }) => value ?? '').join(' ');
      return row.operands.test(said) ? [{ kind: 'setting', row }] : [];
    }
    return findOptions(words, row.options ?? [], { valued: row.valued ?? [] })
      .filter(({ value }) => row.value === undefined || row.value.test(value ?? ''))
      .map((option) => ({ kind: 'option', option, row }));
  });
}

/** Whether the only host that a command names is the machine that it runs on. */
function asksThisMachine(words: readonly Argument[]): boolean {
  const hosts = words.flatMap(({ prefix }) => /^https?:\/\/(\[[^\]]*\]|[^/:]+)/i.exec(prefix)?.[1] ?? []);
  return hosts.length > 0 && hosts.every((host) => /^(?:localhost|127\.[\d.]+|\[::1\])$/i.test(host));
}

/** A variable that a command sets for itself, or for those behind it. */
export interface UncheckedVariable {
  readonly kind: 'assignment' | 'operand';
  readonly argument: Argument;
  readonly row: CertificateVariable;
}

/** The variables by which a command makes programs accept any certificate. */
export function uncheckedVariables({ place, words, wrappers, name }: RunCommand): readonly UncheckedVariable[] {
  const { assignments, located } = place.command;
  const exported = /^(?:export|declare|typeset)$/.test(name ?? '') ? words.slice(1) : [];
  const operands = [...exported, ...wrappers.flatMap((wrapper) => wrapper.words.slice(1))];
  return [
    ...assignments.flatMap((assignment) => variableIn('assignment', assigned(assignment, located))),
    ...operands.flatMap((argument) => variableIn('operand', argument)),
  ];
}

/** `NAME=value` as one word. */
function assigned({ name, value, range }: Assignment, located: boolean): Argument {
  const argument = argumentOf(value, located);
  const text = `${name}=${argument.text}`;
  const whole = argument.value === undefined ? undefined : `${name}=${argument.value}`;
  return { value: whole, prefix: `${name}=${argument.prefix}`, text, range: located ? range : undefined };
}

function variableIn(kind: UncheckedVariable['kind'], argument: Argument): readonly UncheckedVariable[] {
  const [, name, value] = /^([A-Za-z_]\w*)=(.*)$/s.exec(argument.value ?? '') ?? [];
  const row = name === undefined || value === undefined ? undefined : certificateVariable(name, value);
  return row === undefined ? [] : [{ kind, argument, row }];
}
