/**
 * A text that a parser reads, and where each of its characters stands in a document. The text is what a shell gets to
 * see; the document may hold it with line continuations, inside a JSON string, indented in YAML, and so on.
 */
export interface ShellSource {
  readonly text: string;
  /** False when the text is nowhere in the document: then all offsets count from the text's own start. */
  readonly located: boolean;
  /** Document offset of the character at `index`; of the text's end for `index === text.length`. */
  offsetOf(index: number): number;
  /**
   * Document offset just after the character before `index`: where a range that stops before `index` ends. It differs
   * from `offsetOf(index)` where the document holds something between two characters that are neighbours in the text.
   */
  endOf(index: number): number;
}

/** A text that stands in the document as it is, from offset `base` on. */
export function sourceAt(text: string, base: number): ShellSource {
  const offsetOf = (index: number): number => base + index;
  return { text, located: true, offsetOf, endOf: offsetOf };
}

/** A text that stands nowhere in the document, such as the command of a known parent image. */
export const unlocatedSource = (text: string): ShellSource => ({ ...sourceAt(text, 0), located: false });

/**
 * A text whose characters are scattered over the document.
 * @param offsets where each character starts, and where the text ends: `text.length + 1` document offsets, ascending
 * @param ends where each character ends, `text.length` document offsets; without it each ends where the next one starts
 */
export function mappedSource(
  text: string,
  offsets: readonly number[] | Uint32Array,
  ends?: readonly number[] | Uint32Array,
): ShellSource {
  const offsetOf = (index: number): number => offsets[index] ?? offsets.at(-1) ?? 0;
  const endOf = (index: number): number => (index === 0 ? offsetOf(0) : (ends?.[index - 1] ?? offsetOf(index)));
  return { text, located: true, offsetOf, endOf };
}

/** Like `mappedSource`, but makes the maps when the first offset is asked for, which for most texts is never. */
export function lazilyMappedSource(
  text: string,
  map: () => { readonly offsets: Uint32Array; readonly ends: Uint32Array },
): ShellSource {
  let mapped: ShellSource | undefined;
  const source = (): ShellSource => {
    if (mapped === undefined) {
      const { offsets, ends } = map();
      mapped = mappedSource(text, offsets, ends);
    }
    return mapped;
  };
  return {
    text,
    located: true,
    offsetOf: (index) => source().offsetOf(index),
    endOf: (index) => source().endOf(index),
  };
}

/** The part of a source from `start` to `end` (indexes of its text). */
export function sliceOf(source: ShellSource, start: number, end: number): ShellSource {
  return {
    text: source.text.slice(start, end),
    located: source.located,
    offsetOf: (index) => source.offsetOf(start + index),
    endOf: (index) => (index === 0 ? source.offsetOf(start) : source.endOf(start + index)),
  };
}
