import type { Directive } from './dockerfile';

export interface DirectiveBlock {
  readonly directives: readonly Directive[];
  readonly escapeCharacter: '\\' | '`';
}

const known = new Set(['syntax', 'escape', 'check']);
const pattern = /^([ \t]*#\s*)([a-zA-Z][a-zA-Z0-9]*)(\s*=\s*)(.+)$/;
const longest = 65_536;

/**
 * Reads the parser directives at the top of a Dockerfile. The first blank line, instruction, comment or unknown key
 * ends them (moby/buildkit frontend/dockerfile/parser/directives.go). Below a `#!` line BuildKit still finds `syntax`
 * and `check`, but no longer `escape`.
 */
export function readDirectives(text: string): DirectiveBlock {
  const directives: Directive[] = [];
  let escapeCharacter: '\\' | '`' | undefined;
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  const interpreted = text.startsWith('#!', at);
  if (interpreted) at = lineAfter(text, at);
  while (at < text.length) {
    const next = lineAfter(text, at);
    const match = pattern.exec(text.slice(at, Math.min(next, at + longest)).trimEnd());
    if (match === null) break;
    const [, lead = '', key = '', equals = '', value = ''] = match;
    const name = key.toLowerCase();
    if (!known.has(name) || (interpreted && name === 'escape')) break;
    if (name === 'escape' && (value === '`' || value === '\\')) escapeCharacter ??= value;
    const valueStart = at + lead.length + key.length + equals.length;
    const valueRange = { start: valueStart, end: valueStart + value.length };
    directives.push({ name, value, range: { start: at + lead.indexOf('#'), end: valueRange.end }, valueRange });
    at = next;
  }
  return { directives, escapeCharacter: escapeCharacter ?? '\\' };
}

function lineAfter(text: string, at: number): number {
  const feed = text.indexOf('\n', at);
  return feed === -1 ? text.length : feed + 1;
}
