import { readBackticks } from './backticks';
import { skipContinuation } from './blanks';
import { addEscape, addLiteral, withoutContinuations } from './parts';
import { readAnsiQuoted, readSingleQuoted } from './quotes';
import type { Reader } from './reader';
import type { ParameterPart, WordPart } from './syntax';

const NAME = /[A-Za-z_]\w*|[0-9@*#?$!-]/y;
const NAME_IN_BRACES = /([#!]?)([A-Za-z_]\w*|[0-9]+|[@*#?$!-])/y;
const SUBSCRIPT = /\[[^\]}]{0,100}\]/y;
const OLD_ARITHMETIC = /\$\[[^\]\n]{1,200}\]/y;
const PLAIN_IN_DOUBLE_QUOTES = /[^"\\$`]+/y;

/** Reads what the `$` at the position starts: an expansion, a quoted string of bash's own, or just a dollar sign. */
export function readDollar(reader: Reader, parts: WordPart[], quoted: boolean): void {
  const start = reader.position;
  switch (reader.text[start + 1]) {
    case '(':
      if (isArithmetic(reader, start + 1)) readArithmeticExpansion(reader, parts, quoted);
      else readSubstitution(reader, parts, quoted);
      return;
    case '{':
      readBraced(reader, parts, quoted);
      return;
    case '[':
      if (reader.match(OLD_ARITHMETIC) === undefined) break;
      readOldArithmetic(reader, parts, quoted);
      return;
    case "'":
      if (quoted) break;
      readAnsiQuoted(reader, parts);
      return;
    case '"':
      if (quoted) break;
      reader.position++;
      readDoubleQuoted(reader, parts);
      return;
  }
  const name = reader.match(NAME, 1)?.[0];
  reader.position++;
  if (name === undefined) {
    parts.push({ kind: 'literal', range: reader.range(start), value: '$', quote: quoted ? 'double' : 'none' });
    return;
  }
  reader.position += name.length;
  parts.push({ kind: 'parameter', range: reader.range(start), name, quoted, prefix: '', operation: '', nested: [] });
}

/** Reads a string in double quotes, the first of which is at the position. */
export function readDoubleQuoted(reader: Reader, parts: WordPart[]): void {
  const start = reader.position;
  reader.position++;
  const empty = parts.length;
  for (;;) {
    switch (reader.character) {
      case '"':
        if (parts.length === empty) addLiteral(reader, parts, start + 1, start + 1, 'double');
        reader.position++;
        return;
      case '':
        reader.unterminated('double-quote', start, start + 1);
        return;
      case '$':
        readDollar(reader, parts, true);
        break;
      case '`':
        readBackticks(reader, parts, true);
        break;
      case '\\':
        readEscapeInDoubleQuotes(reader, parts);
        break;
      default: {
        const plain = reader.match(PLAIN_IN_DOUBLE_QUOTES)?.[0].length ?? 1;
        addLiteral(reader, parts, reader.position, reader.position + plain, 'double');
        reader.position += plain;
      }
    }
  }
}

/** Inside double quotes a backslash escapes a few characters only; before others it stands for itself. */
function readEscapeInDoubleQuotes(reader: Reader, parts: WordPart[]): void {
  if (skipContinuation(reader)) return;
  const start = reader.position;
  const next = reader.text.charAt(start + 1);
  if (next !== '' && '$`"\\'.includes(next)) {
    reader.position += 2;
    addEscape(reader, parts, start, start + 2, next, 'double');
  } else {
    reader.position++;
    addLiteral(reader, parts, start, start + 1, 'double');
  }
}

/** Reads `$( )`, `<( )` or `>( )`. */
export function readSubstitution(reader: Reader, parts: WordPart[], quoted: boolean): void {
  const start = reader.position;
  if (reader.tooDeep) {
    reader.skipParenthesised(start + 1);
    parts.push({ kind: 'substitution', range: reader.range(start), script: reader.opaqueScript(start), quoted });
    return;
  }
  reader.position = start + 2;
  const script = reader.scriptUntil(')');
  if (reader.character === ')') reader.position++;
  else reader.unterminated('substitution', start, start + 2);
  parts.push({ kind: 'substitution', range: reader.range(start), script, quoted });
}

/** Whether the parenthesis at `index` starts `(( ))` rather than a subshell in a subshell. */
export function isArithmetic(reader: Reader, index: number): boolean {
  if (reader.text[index + 1] !== '(') return false;
  const inner = reader.closing(index + 1);
  const outer = reader.closing(index);
  return inner === undefined ? outer === undefined : outer === inner + 1;
}

/** Reads from the first parenthesis of `(( ))`, at `index`, to behind the last, and gives the expansions inside. */
export function readArithmetic(reader: Reader, index: number): readonly WordPart[] {
  const close = reader.closing(index + 1);
  if (close === undefined) reader.unterminated('arithmetic', index, index + 2);
  reader.position = index + 2;
  const nested = readExpansions(reader, close ?? reader.text.length, true);
  if (close !== undefined) reader.position = Math.max(reader.position, close + 2);
  return nested;
}

function readArithmeticExpansion(reader: Reader, parts: WordPart[], quoted: boolean): void {
  const start = reader.position;
  const nested = readArithmetic(reader, start + 1);
  parts.push({ kind: 'arithmetic', range: reader.range(start), quoted, nested });
}

/** Reads `$[ ]`, which bash once had for `$(( ))`. */
function readOldArithmetic(reader: Reader, parts: WordPart[], quoted: boolean): void {
  const start = reader.position;
  reader.position += 2;
  const nested = readExpansions(reader, reader.text.length, true, ']');
  reader.position = Math.min(reader.position + 1, reader.text.length);
  parts.push({ kind: 'arithmetic', range: reader.range(start), quoted, nested });
}

/** Reads `${ }`. */
function readBraced(reader: Reader, parts: WordPart[], quoted: boolean): void {
  const start = reader.position;
  const [written = '', sign = '', name = ''] = reader.match(NAME_IN_BRACES, 2) ?? [];
  reader.position += 2 + written.length;
  const operationStart = reader.position;
  const nested = readOperation(reader, quoted);
  const operation = withoutContinuations(reader.text.slice(operationStart, reader.position));
  if (reader.character === '}') reader.position++;
  else reader.unterminated('parameter', start, start + 2);
  parts.push({
    kind: 'parameter',
    range: reader.range(start),
    name,
    quoted,
    prefix: prefixOf(sign),
    operation,
    nested,
  });
}

function prefixOf(sign: string): ParameterPart['prefix'] {
  return sign === '#' || sign === '!' ? sign : '';
}

/** Reads what follows the name in `${NAME…}`, up to its brace. */
function readOperation(reader: Reader, quoted: boolean): readonly WordPart[] {
  reader.position += reader.match(SUBSCRIPT)?.[0].length ?? 0;
  if (reader.character === '}') return [];
  // Inside double quotes a single quote is a quote in a pattern, and a plain character in a default value.
  const plainQuotes = quoted && !'#%/^,'.includes(reader.character);
  return readExpansions(reader, reader.text.length, plainQuotes, '}');
}

/** Reads up to `end` or to an unquoted `stop`, and gives what is expanded on the way. */
export function readExpansions(reader: Reader, end: number, plainQuotes: boolean, stop = ''): readonly WordPart[] {
  const found: WordPart[] = [];
  if (reader.tooDeep) {
    const at = stop === '' ? end : reader.text.indexOf(stop, reader.position);
    reader.position = at === -1 ? end : at;
    return found;
  }
  reader.nested(() => {
    while (reader.position < end && reader.character !== stop) readPiece(reader, found, plainQuotes);
  });
  return found.filter((part) => part.kind !== 'literal');
}

function readPiece(reader: Reader, found: WordPart[], plainQuotes: boolean): void {
  switch (reader.character) {
    case '\\':
      reader.position = Math.min(reader.position + 2, reader.text.length);
      return;
    case '$':
      readDollar(reader, found, plainQuotes);
      return;
    case '`':
      readBackticks(reader, found, plainQuotes);
      return;
    case '"':
      readDoubleQuoted(reader, found);
      return;
    case "'":
      if (plainQuotes) reader.position++;
      else readSingleQuoted(reader, found);
      return;
    default:
      reader.position++;
  }
}
