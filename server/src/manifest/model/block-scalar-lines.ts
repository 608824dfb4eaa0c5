import { partitionPoint } from './partition-point';

/** Finds which lines of a template stand inside a block scalar, before it can be parsed. */
export interface BlockScalarLines {
  /** Whether text at an offset and column is content of a block scalar. */
  contain(offset: number, column: number): boolean;
}

interface Block {
  /** Offset of the first line below the header. */
  readonly start: number;
  /** Offset of the first line that is no content. */
  end: number;
  /** The column of what holds it: content is indented more. */
  readonly column: number;
}

const header =
  /^( *)((?:- +)*)(?:[^\s#'"[{&*!|>-][^#]*?:|"[^"]*" *:|'[^']*' *:)?(?: +[&!]\S+)* *[|>][-+\d]*[ \t]*(?:#.*)?\r?$/;

/** No key is that long, and a longer line is not worth a search. */
const longestHeader = 1_000;

export function blockScalarLines(text: string): BlockScalarLines {
  const blocks: Block[] = [];
  let current: Block | undefined;
  for (let at = 0; at < text.length; ) {
    const feed = text.indexOf('\n', at);
    const next = feed === -1 ? text.length : feed + 1;
    const line = text.slice(at, Math.min(feed === -1 ? text.length : feed, at + longestHeader));
    const indentation = line.search(/[^ \t\r]/);
    // A line of actions can stand anywhere, also in column 0 of a block.
    const ends = indentation !== -1 && !/^[ \t]*\{[{%]/.test(line);
    if (current !== undefined && ends && indentation <= current.column) {
      current.end = at;
      current = undefined;
    }
    if (current === undefined) {
      const match = header.exec(line);
      if (match !== null) {
        const [, blanks = '', dashes = ''] = match;
        const keyed = line.slice(blanks.length + dashes.length).search(/[|>]/) > 0;
        const column = keyed ? blanks.length + dashes.length : blanks.length + Math.max(0, dashes.trimEnd().length - 1);
        current = { start: next, end: text.length, column };
        blocks.push(current);
      }
    }
    at = next;
  }
  return {
    contain(offset, column) {
      const block = blocks[partitionPoint(blocks, ({ start }) => start <= offset) - 1];
      return block !== undefined && offset < block.end && column > block.column;
    },
  };
}
