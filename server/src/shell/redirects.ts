import { skipBlanks } from './blanks';
import type { PendingHeredoc, Reader } from './reader';
import type { Redirect, RedirectOperator } from './syntax';
import { readWord } from './words';

/** Longer ones before those that they start with. */
const OPERATORS: readonly RedirectOperator[] = [
  '&>>',
  '<<<',
  '<<-',
  '&>',
  '<<',
  '<>',
  '<&',
  '>>',
  '>&',
  '>|',
  '<',
  '>',
];
const DESCRIPTOR = /(?:[0-9]+|\{[A-Za-z_]\w*\})(?=[<>])/y;

/** The redirect at the position; `undefined` when none starts there. */
export function readRedirect(reader: Reader): Redirect | undefined {
  const start = reader.position;
  const descriptor = reader.match(DESCRIPTOR)?.[0] ?? '';
  const operator = operatorAt(reader, start + descriptor.length);
  if (operator === undefined) return undefined;
  reader.position += descriptor.length + operator.length;
  const operatorEnd = reader.position;
  skipBlanks(reader);
  const target = readWord(reader);
  if (target === undefined) {
    reader.position = operatorEnd;
    reader.unexpected(start, operatorEnd);
  }
  const redirect: PendingHeredoc['redirect'] = { range: reader.range(start), descriptor, operator, target };
  if (target !== undefined && (operator === '<<' || operator === '<<-')) {
    reader.heredocs.push({
      redirect,
      delimiter: target.literal ?? target.text,
      quoted: /['"\\]/.test(target.text),
      stripsTabs: operator === '<<-',
    });
  }
  return redirect;
}

function operatorAt({ text }: Reader, index: number): RedirectOperator | undefined {
  const character = text[index];
  if (character !== '<' && character !== '>' && !(character === '&' && text[index + 1] === '>')) return undefined;
  // A parenthesis right behind makes it bash's process substitution, which is a word.
  if (text[index + 1] === '(') return undefined;
  return OPERATORS.find((operator) => text.startsWith(operator, index));
}
