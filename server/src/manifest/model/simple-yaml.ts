import { rangeOf } from '../../engine/text';
import type { YamlComment } from './manifest';
import type { Entry, Item, Mapping, Node, Sequence } from './nodes';
import { simpleBlockScalar } from './simple-block-scalar';
import { entryOf, hasRepeatedName, keyScalar, mappingOf, sequenceOf, simpleFlow } from './simple-flow';
import { isBlankAt, keyEnd, plainEnd, plainScalar, quotedEnd, quotedScalar } from './simple-scalars';
import type { Tree } from './tree';
import { holdsStrays } from './tree-problems';

/**
 * Reads the YAML that nearly all manifests are written in, many times faster than the yaml package does: collections in
 * block style, texts and brackets that end on their line, literal blocks, comments. The tree is the very one that comes of
 * the yaml package; where that is not sure (anchors, tags, texts over several lines, anything that may be a mistake) it
 * gives up, and the yaml package has the word.
 */
export function readSimpleYaml(text: string): Tree | undefined {
  if (unusual.test(text) || holdsStrays(text)) return undefined;
  const reader = new BlockReader(text);
  try {
    return { root: reader.document(), comments: reader.comments, problems: [], wellFormed: true, doubledBraces: false };
  } catch (error) {
    if (error === givenUp) return undefined;
    throw error;
  }
}

/** Control characters, lone carriage returns, template actions. */
const unusual = /[^\P{Cc}\n\r]|\r(?!\n)|\{\{/u;

const deepest = 60;

const givenUp = new Error('not simple');

function giveUp(): never {
  throw givenUp;
}

class BlockReader {
  readonly comments: YamlComment[] = [];
  /** The offset that is read next, on the line of `lineStart`; `end` is that of the line's content, before its line ending. */
  private at = 0;
  private lineStart = 0;
  private end = 0;
  private nextLineStart = 0;
  /** Of the line's first character; -1 behind the last line. */
  private column = -1;
  private depth = 0;

  constructor(private readonly text: string) {}

  document(): Node {
    this.nextLine();
    if (this.column === 0 && this.text.startsWith('---', this.at) && isBlankAt(this.text, this.at + 3, this.end)) {
      this.at += 3;
      this.endLine();
    }
    if (this.column === -1) giveUp();
    const root = this.collection();
    return this.column === -1 ? root : giveUp();
  }

  /** The collection that begins at the line's first character. */
  private collection(): Node {
    return this.isDash() ? this.sequence(this.column, false) : this.mapping(this.column);
  }

  /** @param column of its first key, which is read next */
  private mapping(column: number): Mapping {
    this.enter();
    const entries: Entry[] = [];
    let end = 0;
    do {
      const entry = this.entry(column);
      entries.push(entry);
      end = Math.max(end, entry.range.end);
    } while (this.column === column);
    if (this.column > column || hasRepeatedName(entries)) giveUp();
    this.depth--;
    return mappingOf(entries, rangeOf(entries[0]?.key.range.start ?? end, end), false);
  }

  private entry(column: number): Entry {
    const { text, at: start } = this;
    const stop = keyEnd(text, start, this.end) ?? giveUp();
    const key = keyScalar(text, start, stop);
    if (key.type === 'unknown') giveUp();
    this.at = stop + 1;
    this.skipBlanks();
    if (this.isAtEnd()) {
      this.endLine();
      const below = this.column > column || (this.column === column && this.isDash());
      const value = !below ? undefined : this.column > column ? this.collection() : this.sequence(column, true);
      return entryOf(key, value, value?.range.end ?? stop + 1);
    }
    const value = this.inLine(column);
    return entryOf(key, value, value.range.end);
  }

  /**
   * @param column of its first dash, which is read next
   * @param inKey it is not indented under the key whose value it is, so that another key may follow it
   */
  private sequence(column: number, inKey: boolean): Sequence {
    this.enter();
    const items: Item[] = [];
    const { at: start } = this;
    let end = start;
    do {
      const item = this.item(column);
      items.push(item);
      end = item.range.end;
    } while (this.column === column && this.isDash());
    if (this.column > column || (this.column === column && !inKey)) giveUp();
    this.depth--;
    return sequenceOf(items, rangeOf(start, end), false);
  }

  private item(column: number): Item {
    const { at: start } = this;
    this.at++;
    this.skipBlanks();
    const value = this.itemValue(column);
    return { value, range: rangeOf(start, value?.range.end ?? start + 1), conditional: false };
  }

  private itemValue(column: number): Node | undefined {
    if (this.isAtEnd()) {
      this.endLine();
      return this.column > column ? this.collection() : undefined;
    }
    if (this.isDash()) return this.sequence(this.at - this.lineStart, false);
    if (keyEnd(this.text, this.at, this.end) !== undefined) return this.mapping(this.at - this.lineStart);
    return this.inLine(column);
  }

  /**
   * A value that begins on this line and, but for a block of text, ends on it.
   * @param column of what it is in, over which lines that belong to it would be indented
   */
  private inLine(column: number): Node {
    const { text, at, end } = this;
    switch (text[at]) {
      case '{':
      case '[':
        return this.ended(simpleFlow(text, at, end), column);
      case '"':
      case "'": {
        const stop = quotedEnd(text, at, end) ?? giveUp();
        return this.ended(quotedScalar(text, at, stop), column);
      }
      case '|': {
        const block = simpleBlockScalar(text, at, end, column) ?? giveUp();
        this.nextLineStart = block.nextLineStart;
        this.nextLine();
        return this.column > column ? giveUp() : block.scalar;
      }
      default: {
        const stop = plainEnd(text, at, end) ?? giveUp();
        return this.ended(plainScalar(text, at, stop), column);
      }
    }
  }

  private ended<Value extends Node>(value: Value | undefined, column: number): Value {
    if (value === undefined) giveUp();
    this.at = value.range.end;
    this.endLine();
    // A line that is indented more goes on with the value, or is a mistake.
    return this.column > column ? giveUp() : value;
  }

  private isDash(): boolean {
    return this.text[this.at] === '-' && isBlankAt(this.text, this.at + 1, this.end);
  }

  /** Nothing but a comment is left of the line. */
  private isAtEnd(): boolean {
    return this.at >= this.end || this.text[this.at] === '#';
  }

  private skipBlanks(): void {
    while (this.at < this.end && this.text[this.at] === ' ') this.at++;
  }

  /** Goes on to the next line with content; nothing but a comment may be left of this one. */
  private endLine(): void {
    this.skipBlanks();
    if (this.at < this.end) {
      if (this.text[this.at] !== '#' || this.text[this.at - 1] !== ' ') giveUp();
      this.comment(false);
    }
    this.nextLine();
  }

  private nextLine(): void {
    const { text } = this;
    for (let line = this.nextLineStart; line < text.length; line = this.nextLineStart) {
      const feed = text.indexOf('\n', line);
      const stop = feed === -1 ? text.length : feed;
      this.nextLineStart = stop + 1;
      this.end = text[stop - 1] === '\r' ? stop - 1 : stop;
      this.at = line;
      this.skipBlanks();
      if (this.at >= this.end) continue;
      if (text[this.at] === '#') {
        this.comment(true);
        continue;
      }
      this.lineStart = line;
      this.column = this.at - line;
      return;
    }
    this.column = -1;
  }

  private comment(alone: boolean): void {
    const written = this.text.slice(this.at, this.end).trimEnd();
    this.comments.push({
      range: rangeOf(this.at, this.at + written.length),
      text: written.slice(1).trim(),
      alone,
    });
  }

  private enter(): void {
    if (++this.depth > deepest) giveUp();
  }
}
