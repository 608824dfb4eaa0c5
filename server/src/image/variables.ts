/** `$NAME` or `${NAME:-default}` in a text. Indices count in that text; `end` is exclusive. */
export interface VariableStretch {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly nameStart: number;
  readonly nameEnd: number;
  /** What stands between the name and the closing brace, such as `:-x`. */
  readonly operation: string;
}

/** Variables nested deeper than this are left alone: nobody writes them. */
const deepest = 50;
/** A longer result is given up: variables that double each other grow beyond any bound. */
const longest = 10_000;
const namePattern = /^(?:\d+|[@*#?\-$!]|[\p{L}_][\p{L}\d_]*)/u;
const longestName = 256;

/**
 * Reads the variable that starts with the `$` at `index`, as Docker does (moby/buildkit
 * frontend/dockerfile/shell/lex.go); `undefined` when the `$` stands for itself or the braces do not close.
 */
export function variableAt(
  text: string,
  index: number,
  escapeCharacter = '\\',
  depth = 0,
): VariableStretch | undefined {
  const braced = text[index + 1] === '{';
  const nameStart = index + (braced ? 2 : 1);
  const name = namePattern.exec(text.slice(nameStart, nameStart + longestName))?.[0];
  if (name === undefined) return undefined;
  const nameEnd = nameStart + name.length;
  if (!braced) return { name, start: index, end: nameEnd, nameStart, nameEnd, operation: '' };
  const close = closingBrace(text, nameEnd, escapeCharacter, depth);
  if (close === undefined) return undefined;
  return { name, start: index, end: close + 1, nameStart, nameEnd, operation: text.slice(nameEnd, close) };
}

function closingBrace(text: string, start: number, escapeCharacter: string, depth: number): number | undefined {
  if (depth > deepest) return undefined;
  let at = start;
  while (at < text.length) {
    const character = text[at];
    if (character === '}') return at;
    if (character === escapeCharacter) at += 2;
    else if (character === '$' && text[at + 1] === '{') {
      const inner = variableAt(text, at, escapeCharacter, depth + 1);
      if (inner === undefined) return undefined;
      at = inner.end;
    } else at++;
  }
  return undefined;
}

/**
 * Replaces the variables of a text by their values, with the operations that Docker knows.
 * @param resolve gives a variable's value; `undefined` for one that is not set, which `:-` and the like can still
 * replace
 * @returns `undefined` when the text needs a value that is not there
 */
export function expanded(
  text: string,
  resolve: (name: string) => string | undefined,
  escapeCharacter = '\\',
  depth = 0,
): string | undefined {
  if (!text.includes('$')) return text;
  if (depth > deepest) return undefined;
  let result = '';
  let at = 0;
  while (at < text.length) {
    const character = text[at] ?? '';
    if (character === escapeCharacter) {
      result += text[at + 1] ?? '';
      at += 2;
      continue;
    }
    if (character !== '$') {
      result += character;
      at++;
      continue;
    }
    const variable = variableAt(text, at, escapeCharacter);
    if (variable === undefined) {
      if (text[at + 1] === '{') return undefined;
      result += character;
      at++;
      continue;
    }
    const value = operated(variable, resolve, escapeCharacter, depth);
    if (value === undefined) return undefined;
    result += value;
    if (result.length > longest) return undefined;
    at = variable.end;
  }
  return result;
}

function operated(
  { name, operation }: VariableStretch,
  resolve: (name: string) => string | undefined,
  escapeCharacter: string,
  depth: number,
): string | undefined {
  const value = resolve(name);
  if (operation === '') return value;
  const match = /^(:?[-+?]|##?|%%?|\/\/?)(.*)$/s.exec(operation);
  const operator = match?.[1] ?? '';
  const operand = match?.[2] ?? '';
  const expandedOperand = (): string | undefined => expanded(unquoted(operand), resolve, escapeCharacter, depth + 1);
  const missing = value === undefined || (operator.startsWith(':') && value === '');
  switch (operator.replace(':', '')) {
    case '-':
      return missing ? expandedOperand() : value;
    case '+':
      return missing ? '' : expandedOperand();
    case '?':
      return missing ? undefined : value;
    case '#':
    case '##':
      return value === undefined ? undefined : trimmed(value, operand, operator, 'start');
    case '%':
    case '%%':
      return value === undefined ? undefined : trimmed(value, operand, operator, 'end');
    case '/':
    case '//':
      return value === undefined ? undefined : substituted(value, operand, operator === '//');
    default:
      return undefined;
  }
}

const unquoted = (text: string): string => text.replace(/^(["'])(.*)\1$/s, '$2');

/** More wildcards in a longer value are not worth the time that matching them may take. */
const tooHard = (pattern: string, value: string): boolean => value.length > 500 || pattern.split('*').length > 4;

function trimmed(value: string, pattern: string, operator: string, side: 'start' | 'end'): string | undefined {
  if (tooHard(pattern, value)) return undefined;
  const matcher = new RegExp(`^(?:${patternSource(pattern)})$`, 'su');
  const lengths = Array.from({ length: value.length + 1 }, (_, length) => length);
  if (operator.length === 2) lengths.reverse();
  for (const length of lengths) {
    const part = side === 'start' ? value.slice(0, length) : value.slice(value.length - length);
    if (matcher.test(part)) return side === 'start' ? value.slice(length) : value.slice(0, value.length - length);
  }
  return value;
}

function substituted(value: string, operand: string, everywhere: boolean): string | undefined {
  const match = /^((?:[^/\\]|\\.)*)\/(.*)$/s.exec(operand);
  if (match === null || tooHard(match[1] ?? '', value)) return undefined;
  const matcher = new RegExp(patternSource(match[1] ?? ''), everywhere ? 'gsu' : 'su');
  const replacement = (match[2] ?? '').replace(/\\(.)/gs, '$1');
  return value.replace(matcher, () => replacement);
}

/** A shell pattern of `*` and `?` as the source of a regular expression; brackets have no meaning to Docker. */
const patternSource = (pattern: string): string =>
  pattern.replace(/\\(.)|./gsu, (character, escaped: string | undefined) => {
    if (escaped === undefined && character === '*') return '.*';
    if (escaped === undefined && character === '?') return '.';
    return (escaped ?? character).replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  });
