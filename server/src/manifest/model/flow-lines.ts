import { Lexer } from 'yaml';
import { rangeOf, type TextRange } from '../../engine/text';

/** How much text is cut into lexemes at most to find the lines to join. */
const mostLexedText = 400_000;

const fewestRounds = 2;
const mostRounds = 40;

/** What the lexer puts before a scalar's text, and where a flow collection ends too early. */
const scalarMark = '\x1f';
const flowEnd = '\x18';

/**
 * Joins the lines inside quotes and brackets that are indented too little. YAML forbids them and the yaml package gives
 * up there, but libyaml and go-yaml, and so kubectl, do not look (go-yaml scannerc.go, `yaml_parser_scan_flow_scalar`).
 * @returns a text of the same length with blanks in place of line ends, or `undefined` where there is nothing to join
 */
export function joinedFlowLines(text: string): string | undefined {
  const rounds = Math.max(fewestRounds, Math.min(mostRounds, Math.floor(mostLexedText / text.length)));
  let joined = text;
  for (let round = 0; round < rounds; round++) {
    const ranges = lineEndsToJoin(joined);
    if (ranges === undefined) return joined === text ? undefined : joined;
    if (ranges.length === 0) return undefined;
    for (const range of ranges) joined = blanked(joined, range);
  }
  return undefined;
}

const blanked = (text: string, { start, end }: TextRange): string =>
  text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);

/** What to blank to get over the first place where the lexer gives up: empty when nothing helps, `undefined` when it does not. */
function lineEndsToJoin(text: string): readonly TextRange[] | undefined {
  let at = 0;
  let previous = '';
  let comment: TextRange | undefined;
  for (const lexeme of new Lexer().lex(text)) {
    if (lexeme === flowEnd) return beforeLine(text, at, comment);
    if (previous !== scalarMark) {
      if (lexeme.startsWith('#')) comment = rangeOf(at, at + lexeme.length);
      if (isCutOff(lexeme)) return lineEndsIn(text, at);
    }
    previous = lexeme;
    if (lexeme !== scalarMark && lexeme !== '\x02') at += lexeme.length;
  }
  return undefined;
}

const isCutOff = (lexeme: string): boolean => {
  if (lexeme.startsWith('"')) return !/^"(?:[^"\\]|\\[\s\S])*"$/.test(lexeme);
  return lexeme.startsWith("'") && !/^'(?:[^']|'')*'$/.test(lexeme);
};

/** The line end before an under-indented line, and the comment that it ends. */
function beforeLine(text: string, at: number, comment: TextRange | undefined): readonly TextRange[] {
  const feed = text.lastIndexOf('\n', at - 1);
  if (feed === -1 || text.slice(feed + 1, at).trim() !== '') return [];
  const start = text[feed - 1] === '\r' ? feed - 1 : feed;
  const end = rangeOf(start, feed + 1);
  return comment?.end === start ? [comment, end] : [end];
}

const quoted = /"(?:[^"\\]|\\[\s\S])*"(?=[\s,:\]}]|$)|'(?:[^']|'')*'(?=[\s,:\]}]|$)/y;

/** The line ends inside a quoted scalar. */
function lineEndsIn(text: string, start: number): readonly TextRange[] {
  quoted.lastIndex = start;
  const scalar = quoted.exec(text)?.[0];
  if (scalar === undefined) return [];
  return Array.from(scalar.matchAll(/\r?\n/g), ({ 0: end, index }) =>
    rangeOf(start + index, start + index + end.length),
  );
}
