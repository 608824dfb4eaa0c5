import { closest } from '../../engine/closest';

/**
 * Whether one name or label is most likely the other mistyped. Names differ on purpose in numbers and in whole short
 * words (`web-1` and `web-2`, `db` and `fe`), so of those neither is.
 */
export function isSlip(one: string, other: string): boolean {
  if (one === other || Math.abs(one.length - other.length) > 2) return false;
  const [words, others] = [wordsOf(one), wordsOf(other)];
  if (words.length !== others.length) return words.join('') === others.join('');
  return words.every((word, index) => word === others[index] || isSlippedWord(word, others[index] ?? ''));
}

const wordsOf = (name: string): readonly string[] => name.split(/[-._/]/);

function isSlippedWord(one: string, other: string): boolean {
  if (one.toLowerCase() === other.toLowerCase()) return true;
  if (withoutDigits(one) === withoutDigits(other)) return false;
  const shorter = Math.min(one.length, other.length);
  if (one.length === other.length && lettersOf(one) === lettersOf(other)) return shorter > 2 && isWithin(one, other, 2);
  // Of as many letters, one other letter makes another word (`test` and `rest`) sooner than one more or one less does.
  const enough = one.length === other.length ? 6 : 3;
  return shorter >= enough && isWithin(one, other, shorter < 8 ? 1 : 2);
}

const withoutDigits = (word: string): string => word.replace(/\d/g, '');

const lettersOf = (word: string): string => [...word].sort().join('');

const isWithin = (one: string, other: string, edits: number): boolean => closest(one, [other], edits) !== undefined;
