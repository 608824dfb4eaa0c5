import { rangeOf } from '../../engine/text';
import type { YamlComment, YamlProblem } from './manifest';
import type { Node } from './nodes';

/** What a reader makes of one document's text. */
export interface Tree {
  readonly root: Node | undefined;
  readonly comments: readonly YamlComment[];
  readonly problems: readonly YamlProblem[];
  /** The syntax is right; whether keys repeat and aliases lead somewhere is another question. */
  readonly wellFormed: boolean;
  /** `{{` stands where only a template can have it. */
  readonly doubledBraces: boolean;
}

/** So many problems of one document are enough to show. */
export const mostProblems = 100;

/** The tree of a text that is not read, with the reason at its first line. */
export const unreadTree = (code: string, message: string, text: string): Tree => ({
  root: undefined,
  comments: [],
  problems: [{ code, message, range: rangeOf(0, firstLineEnd(text)) }],
  wellFormed: false,
  doubledBraces: false,
});

/** The tree of a text about which nothing is to be said. */
export const silentTree: Tree = {
  root: undefined,
  comments: [],
  problems: [],
  wellFormed: false,
  doubledBraces: false,
};

const firstLineEnd = (text: string): number => {
  const feed = text.search(/[\r\n]/);
  return feed === -1 ? text.length : feed;
};
