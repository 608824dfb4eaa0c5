/**
 * Edits that turn one word into the other: a character more, less or other, or two neighbours exchanged.
 * @param enough from which on it is not told how many more there are
 */
function distance(one: string, other: string, enough: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  let leastBefore = 0;
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    let leastOfRow = i;
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        least = Math.min(least, (beforeLast[j - 2] ?? 0) + 1);
      row.push(least);
      if (least < leastOfRow) leastOfRow = least;
    }
    // An exchange goes back two rows.
    if (leastOfRow >= enough && leastBefore >= enough) return enough;
    leastBefore = leastOfRow;
    beforeLast = last;
    last = row;
  }
  return last[other.length] ?? 0;
}

/**
 * The candidate that a mistyped word most likely means: close to it, the first of equals; `undefined` when none is.
 * @param limit how many edits it may be away; a third of the word's length by default
 */
export function closest(
  word: string,
  candidates: Iterable<string>,
  limit = Math.max(1, Math.floor(word.length / 3)),
): string | undefined {
  const wanted = word.toLowerCase();
  let best: string | undefined;
  let least = limit + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - wanted.length) >= least) continue;
    const edits = distance(wanted, candidate.toLowerCase(), least);
    if (edits < least) [best, least] = [candidate, edits];
  }
  return best;
}
