import { rangeOf, type TextRange } from '../engine/text';
import type { Body, Redirect, Script, ShellCommand, SimpleCommand, Statement, Word, WordPart } from './syntax';

/** A place in a script where a variable is read or set, by its name alone. */
export interface VariableName {
  readonly name: string;
  readonly range: TextRange;
  readonly role: 'read' | 'write';
}

/** Every variable that a script names, also in its substitutions; positional and special parameters are left out. */
export function variableNames(script: Script): readonly VariableName[] {
  const found: VariableName[] = [];
  visitStatements(script.statements, found);
  return found;
}

function visitStatements(statements: readonly Statement[], found: VariableName[]): void {
  for (const { pipelines } of statements)
    for (const { commands } of pipelines) for (const command of commands) visitCommand(command, found);
}

function visitCommand(command: ShellCommand, found: VariableName[]): void {
  if (command.kind === 'simple') visitSimple(command, found);
  else {
    visitParts(command.expansions, found);
    if (command.name !== undefined && /^(?:for|select)$/.test(command.kind)) visitWritten(command.name, found);
    for (const word of command.words) visitParts(word.parts, found);
    for (const body of command.bodies) visitBody(body, found);
  }
  for (const redirect of command.redirects) visitRedirect(redirect, found);
}

function visitSimple({ assignments, words, located }: SimpleCommand, found: VariableName[]): void {
  for (const { name, range, value, elements = [] } of located ? assignments : []) {
    found.push({ name, range: rangeOf(range.start, range.start + name.length), role: 'write' });
    for (const word of [value, ...elements]) visitParts(word.parts, found);
  }
  const [program, ...operands] = words;
  if (program !== undefined) visitParts(program.parts, found);
  const sets = /^(?:export|declare|typeset|local|readonly|read|unset)$/.test(program?.literal ?? '');
  for (const word of operands) {
    if (sets) visitWritten(word, found);
    visitParts(word.parts, found);
  }
}

/** `NAME` or `NAME=value` as an operand of `export` and its like. */
function visitWritten({ text, range }: Word, found: VariableName[]): void {
  const [, name] = /^([A-Za-z_]\w*)(?:=|$)/.exec(text) ?? [];
  if (name !== undefined) found.push({ name, range: rangeOf(range.start, range.start + name.length), role: 'write' });
}

function visitBody({ patterns = [], statements }: Body, found: VariableName[]): void {
  for (const pattern of patterns) visitParts(pattern.parts, found);
  visitStatements(statements, found);
}

function visitRedirect({ target, expansions = [] }: Redirect, found: VariableName[]): void {
  visitParts(target?.parts ?? [], found);
  visitParts(expansions, found);
}

function visitParts(parts: readonly WordPart[], found: VariableName[]): void {
  for (const part of parts) {
    if (part.kind === 'substitution') visitStatements(part.script.statements, found);
    else if (part.kind === 'arithmetic') visitParts(part.nested, found);
    else if (part.kind === 'parameter') {
      const { name, range, operation, prefix, nested } = part;
      const braced = range.end - range.start > name.length + 1;
      const start = range.start + (braced ? 2 : 1) + prefix.length;
      const role = operation.startsWith(':=') || operation.startsWith('=') ? 'write' : 'read';
      if (/^[A-Za-z_]/.test(name)) found.push({ name, range: rangeOf(start, start + name.length), role });
      visitParts(nested, found);
    }
  }
}
