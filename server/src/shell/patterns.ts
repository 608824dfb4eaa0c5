import type { Reader } from './reader';
import type { WordPart } from './syntax';

interface Opening {
  /** Index of the part that the bracket or brace starts. */
  readonly part: number;
  readonly position: number;
  /** Whether a comma or `..` came after the brace. */
  separated: boolean;
}

/**
 * Finds what expands to names or words in the unquoted text of a word: `*`, `?`, `[a-z]`, `@(a|b)`, `{a,b}`. A bracket
 * or brace is plain text at first, and turned into a pattern when the one that closes it comes.
 */
export class Patterns {
  private bracket: Opening | undefined;
  private readonly braces: Opening[] = [];

  constructor(
    private readonly reader: Reader,
    private readonly parts: WordPart[],
  ) {}

  /** Takes notice of plain text in between. */
  passed(plain: string): void {
    const brace = this.braces.at(-1);
    if (brace !== undefined && (plain.includes(',') || plain.includes('..'))) brace.separated = true;
  }

  /** Reads the character at the position if it belongs to a pattern; false when it is for the caller to read. */
  read(): boolean {
    const { reader } = this;
    const { position } = reader;
    const character = reader.character;
    if ('?*+@!'.includes(character) && reader.text[position + 1] === '(') {
      const close = reader.closing(position + 1);
      if (close === undefined) return this.readCharacter(character);
      reader.position = close + 1;
      this.add('glob', position);
      return true;
    }
    return this.readCharacter(character);
  }

  private readCharacter(character: string): boolean {
    const { position } = this.reader;
    switch (character) {
      case '*':
      case '?':
        this.reader.position++;
        this.add('glob', position);
        return true;
      case '[':
        this.bracket = this.open();
        return true;
      case ']':
        return this.closeBracket();
      case '{':
        this.braces.push(this.open());
        return true;
      case '}':
        return this.closeBrace();
      default:
        return false;
    }
  }

  private open(): Opening {
    const { position } = this.reader;
    this.reader.position++;
    const part = this.parts.length;
    const value = this.reader.text.charAt(position);
    this.parts.push({ kind: 'literal', range: this.reader.range(position), value, quote: 'none' });
    return { part, position, separated: false };
  }

  private closeBracket(): boolean {
    const opening = this.bracket;
    this.bracket = undefined;
    if (opening === undefined || this.reader.position === opening.position + 1) return false;
    return this.close('glob', opening);
  }

  private closeBrace(): boolean {
    const opening = this.braces.pop();
    return opening?.separated === true && this.close('brace', opening);
  }

  /** Makes one part of what the opening character started, or of that character alone where more than text follows. */
  private close(kind: 'glob' | 'brace', opening: Opening): boolean {
    if (this.parts[opening.part]?.kind !== 'literal') return false;
    if (!this.isTextFrom(opening.part)) {
      this.parts[opening.part] = { kind, range: this.reader.range(opening.position, opening.position + 1) };
      return false;
    }
    this.reader.position++;
    this.parts.length = opening.part;
    this.add(kind, opening.position);
    return true;
  }

  private isTextFrom(first: number): boolean {
    for (let index = first; index < this.parts.length; index++) {
      if (this.parts[index]?.kind !== 'literal') return false;
    }
    return true;
  }

  private add(kind: 'glob' | 'brace', start: number): void {
    this.parts.push({ kind, range: this.reader.range(start) });
  }
}
