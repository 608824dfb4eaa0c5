import { rangeOf, type TextRange } from '../../engine/text';
import type { YamlProblem } from './manifest';
import type { Template } from './template';
import type { Composition } from './yaml-composition';

/** What the yaml package and the lexemes say is wrong, with the ranges that an editor should underline. */
export function syntaxProblems(
  text: string,
  { errors, tabs }: Pick<Composition, 'errors' | 'tabs'>,
  template: Template | undefined,
): readonly YamlProblem[] {
  return [...errors.flatMap((error) => problemFrom(error, text) ?? []), ...tabProblems(text, tabs, template)];
}

interface SyntaxError {
  readonly code: string;
  readonly message: string;
  readonly pos: readonly [number, number];
}

function problemFrom({ code, message, pos }: SyntaxError, text: string): YamlProblem | undefined {
  const start = Math.min(pos[0], text.length);
  const end = Math.max(start, Math.min(pos[1], text.length));
  switch (code) {
    case 'TAB_AS_INDENT': {
      // In front of keys, tabs are found by themselves: see `tabProblems`.
      const line = text.lastIndexOf('\n', start) + 1;
      if (/^[ \t]*$/.test(text.slice(line, start))) return undefined;
      return { code: 'TAB_INDENT', message, range: rangeOf(start, end) };
    }
    case 'MULTILINE_IMPLICIT_KEY': {
      // The line that lacks a colon is the first one; the yaml package names all up to the next colon.
      const feed = text.slice(start, end).search(/\r?\n/);
      return { code, message, range: rangeOf(start, feed === -1 ? end : start + feed) };
    }
    default:
      return { code, message, range: rangeOf(start, end) };
  }
}

const actionLine = /[ \t]*(?:\{\{|\{%)/y;

/** Tabs in front of keys; lines that an action leaves blank are trimmed away, with their tabs. */
function tabProblems(text: string, tabs: readonly TextRange[], template: Template | undefined): readonly YamlProblem[] {
  const holdsAction = ({ start }: TextRange): boolean => {
    actionLine.lastIndex = start;
    return actionLine.test(text);
  };
  return tabs
    .filter((range) => template === undefined || !holdsAction(range))
    .map((range) => ({ code: 'TAB_INDENT', message: 'A tab cannot indent', range }));
}
