/** A place in a text, both from 0; characters are UTF-16 code units, as editors count. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** The lines of a text. They end with `\n`, `\r\n` or `\r`, as in the Language Server Protocol. */
export class Lines {
  readonly #text: string;
  readonly #starts: readonly number[];

  constructor(text: string) {
    this.#text = text;
    const starts = [0];
    for (const ending of text.matchAll(/\r\n|\n|\r/g)) starts.push(ending.index + ending[0].length);
    this.#starts = starts;
  }

  get count(): number {
    return this.#starts.length;
  }

  positionAt(offset: number): Position {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: offset - this.start(low) };
  }

  start(line: number): number {
    return this.#starts[line] ?? this.#text.length;
  }

  /** A line without its ending; empty when there is none. */
  text(line: number): string {
    return this.#text.slice(this.start(line), this.start(line + 1)).replace(/[\r\n]+$/, '');
  }
}
