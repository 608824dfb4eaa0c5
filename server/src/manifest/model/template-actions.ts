import type { TextRange } from '../../engine/text';

/** What an action does to the text around it. */
export type Effect = 'open' | 'openLoop' | 'openDefinition' | 'else' | 'end' | 'silent' | 'print';

export interface Action {
  readonly range: TextRange;
  readonly effect: Effect;
  readonly source: string;
}

/** All actions of a text, or `undefined` when one of them does not end. */
export function actionsOf(text: string): readonly Action[] | undefined {
  const actions: Action[] = [];
  const opening = /\{\{|\{%|\{#/g;
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    const start = match.index;
    // `{#` is a Jinja comment only where its end follows; in a manifest it is more likely a flow mapping with a comment.
    const end = match[0] === '{{' ? endOfAction(text, start) : endOfStatement(text, start, match[0]);
    if (end === undefined) {
      if (match[0] === '{{') return undefined;
      opening.lastIndex = start + 1;
      continue;
    }
    const source = text.slice(start, end);
    actions.push({ range: { start, end }, effect: effectOf(source), source });
    opening.lastIndex = end;
  }
  return actions;
}

/** Where a `{{ … }}` ends: braces in strings and comments do not count. */
function endOfAction(text: string, start: number): number | undefined {
  const comment = /^\{\{(?:- )?\s*\/\*/.exec(text.slice(start, start + 80));
  let from = start + 2;
  if (comment !== null) {
    const end = text.indexOf('*/', start + comment[0].length);
    if (end === -1) return undefined;
    from = end + 2;
  }
  const token = /\}\}|"(?:[^"\\\n]|\\.)*"|`[^`]*`|'(?:[^'\\\n]|\\.)*'|\{\{/g;
  token.lastIndex = from;
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    if (match[0] === '}}') return match.index + 2;
    if (match[0] === '{{') return undefined;
  }
  return undefined;
}

function endOfStatement(text: string, start: number, opening: string): number | undefined {
  const closing = opening === '{%' ? '%}' : '#}';
  const end = text.indexOf(closing, start + 2);
  return end === -1 ? undefined : end + 2;
}

function effectOf(source: string): Effect {
  if (source.startsWith('{#')) return 'silent';
  const body = source
    .slice(2, -2)
    .replace(/^-\s|^\s+|^-(?=\/\*)/, '')
    .trimStart();
  const keyword = /^[a-z]+/.exec(body)?.[0] ?? '';
  switch (keyword) {
    case 'if':
    case 'with':
      return 'open';
    case 'range':
    case 'for':
      return 'openLoop';
    case 'define':
    case 'block':
    case 'macro':
      return 'openDefinition';
    case 'else':
    case 'elif':
      return 'else';
    case 'end':
    case 'endif':
    case 'endfor':
    case 'endwith':
    case 'endmacro':
    case 'endblock':
      return 'end';
    case 'set':
    case 'break':
    case 'continue':
    case 'import':
    case 'from':
      return source.startsWith('{%') || keyword === 'break' || keyword === 'continue' ? 'silent' : 'print';
    default:
      if (source.startsWith('{%') || body.startsWith('/*') || /^\$\w*\s*:?=/.test(body)) return 'silent';
      return 'print';
  }
}
