import type { BlockScalarLines } from './block-scalar-lines';
import type { Action } from './template-actions';

/** Where the actions of a line stand: on a line of their own, behind a key or dash, or among other text. */
export type ActionPlace = 'alone' | 'value' | 'among';

/** What may stand before a value: dashes, and a key. */
const valuePrefix = /^[ \t]*(?:-[ \t]+)*(?:(?:"[^"]*"|'[^']*'|[^\s'"{}[\],#&*!|>%@`?-][^#{}]*?):[ \t]+)?$/;

/** A longer line is no list of keys; it is not worth a search. */
const longestPrefix = 1_000;

/** The actions that start on one line, or on the line that the one before ends on. */
export function actionsOnLine(
  text: string,
  actions: readonly Action[],
  first: number,
  blocks: BlockScalarLines,
): { readonly actions: readonly Action[]; readonly place: ActionPlace } {
  const taken: Action[] = [];
  const start = text.lastIndexOf('\n', (actions[first]?.range.start ?? 0) - 1) + 1;
  let at = start;
  let together = true;
  let prefix = '';
  for (let index = first; index < actions.length; index++) {
    const action = actions[index];
    if (action === undefined) break;
    const between = text.slice(at, action.range.start);
    if (between.includes('\n')) break;
    if (index === first) prefix = between;
    else together &&= between.trim() === '';
    taken.push(action);
    at = action.range.end;
  }
  const feed = text.indexOf('\n', at);
  const rest = text.slice(at, feed === -1 ? text.length : feed).trim();
  // In a block scalar every line counts, as the first one says how far all are indented.
  if (blocks.contain(start, prefix.search(/[^ ]|$/))) return { actions: taken, place: 'among' };
  if (!together || (rest !== '' && !rest.startsWith('#')) || prefix.length > longestPrefix)
    return { actions: taken, place: 'among' };
  if (prefix.trim() === '') return { actions: taken, place: 'alone' };
  return { actions: taken, place: valuePrefix.test(prefix) ? 'value' : 'among' };
}
