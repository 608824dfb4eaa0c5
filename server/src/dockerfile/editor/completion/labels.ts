import type { Completion } from '../../../engine/editor';
import { rangeOf } from '../../../engine/text';
import type { CompletionPlace } from './place';

/** Keys that tools know. Source: opencontainers/image-spec annotations.md */
const keys: readonly string[] = [
  ...['title', 'description', 'version', 'revision', 'source', 'url', 'documentation', 'licenses', 'vendor', 'authors'],
  ...['created', 'ref.name', 'base.name', 'base.digest'],
].map((name) => `org.opencontainers.image.${name}`);

/** Keys of labels that are not there yet. */
export function labelCompletions({ word, typed, dockerfile, instruction }: CompletionPlace): readonly Completion[] {
  if (!/^[\w.-]*$/.test(typed) || instruction.keyword !== 'LABEL') return [];
  const there = instruction.properties.map(({ name }) => name);
  const rest = dockerfile.text.slice(word.start, word.end);
  const end = rest.includes('=') ? word.start + rest.indexOf('=') : word.end;
  const range = rangeOf(word.start, end);
  return keys
    .filter((key) => key === dockerfile.text.slice(word.start, end) || !there.includes(key))
    .map((label, order) => {
      const hasValue = end < word.end;
      const newText = hasValue ? label : `${label}=""`;
      const at = newText.length - 1;
      return {
        label,
        kind: 'property',
        edit: hasValue ? { range, newText } : { range, newText, placeholders: [rangeOf(at, at)] },
        order,
      };
    });
}
