/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const pick = <Value>(random: () => number, values: readonly Value[]): Value => {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new RangeError('nothing to pick from');
  return value;
};

export interface Habits {
  readonly indent: number;
  readonly listIndent: number;
  readonly dashWidth: number;
  readonly comments: number;
  readonly blankLines: number;
  readonly flow: number;
  readonly padding: string;
}

/** A document in one of the styles that people write, with comments wherever they may stand. */
export function documentFrom(random: () => number): string {
  const indent = pick(random, [2, 2, 2, 3, 4]);
  const habits: Habits = {
    indent,
    listIndent: pick(random, [0, 0, indent, 1]),
    dashWidth: pick(random, [2, 2, 3, 4]),
    comments: pick(random, [0, 0.1, 0.4]),
    blankLines: pick(random, [0, 0.15]),
    flow: pick(random, [0, 0.2, 0.5]),
    padding: pick(random, ['', ' ']),
  };
  const writer = new Writer(random, habits);
  const lines = [
    ...pick(random, [[], ['---'], ['# head', '---'], ['# head'], ['%YAML 1.2', '---']]),
    'apiVersion: v1',
    'kind: Pod',
    ...writer.mapping(0, 3),
  ];
  const ending = pick(random, ['\n', '\n', '\r\n']);
  const bom = random() < 0.1 ? '\uFEFF' : '';
  return bom + lines.join(ending) + (random() < 0.8 || writer.endsInOpenScalar ? ending : '');
}

const keys = [
  'name',
  'image',
  'spec',
  'containers',
  'env',
  'metadata',
  'labels',
  'resources',
  'a b',
  "it's",
  'on',
  'x/y',
  '8080',
];
const plainScalars = ['web', '8080', 'true', '1.5', 'nginx:1.27', 'a#b', "it's", '0755', 'yes', '100m', 'two words'];
const quotedScalars = ['"yes"', "'it''s'", '"tab\\t"', '""', "''", '"a: b # c"', '"{x}, [y]"'];

class Writer {
  endsInOpenScalar = false;

  constructor(
    private readonly random: () => number,
    private readonly habits: Habits,
  ) {}

  private chance(probability: number): boolean {
    return this.random() < probability;
  }

  /** The lines of a mapping whose keys stand at a column. */
  mapping(column: number, depth: number): string[] {
    const pad = ' '.repeat(column);
    const names = keys.filter(() => this.chance(0.28));
    const lines: string[] = [];
    for (const name of names.length === 0 ? ['only'] : names) {
      if (this.chance(this.habits.blankLines)) lines.push('');
      if (this.chance(this.habits.comments)) lines.push(`${pad}# above ${name}`);
      lines.push(...this.entry(name, column, depth));
    }
    return lines;
  }

  private entry(name: string, column: number, depth: number): string[] {
    const pad = ' '.repeat(column);
    const key = /^[a-z/]+$/.test(name) && name !== 'on' && !this.chance(0.05) ? name : `"${name}"`;
    const trailing = (): string => this.trailing();
    this.endsInOpenScalar = false;
    const form = this.random();
    if (depth === 0 || form < 0.3) return this.scalarLines(`${pad}${key}:`, column + this.habits.indent);
    if (form < 0.36) return [`${pad}${key}:${trailing()}`, ...this.below(column)];
    if (form < 0.42) return [`${pad}${key}: ${pick(this.random, ['{}', '[]', '~', 'null'])}${trailing()}`];
    if (form < 0.42 + this.habits.flow * 0.5) return this.flowLines(`${pad}${key}: `, column, depth - 1);
    if (form < 0.75) {
      const inner = this.mapping(column + this.habits.indent, depth - 1);
      return [`${pad}${key}:${trailing()}`, ...inner, ...this.below(column)];
    }
    const items = this.sequence(column + this.habits.listIndent, depth - 1);
    return [`${pad}${key}:${trailing()}`, ...items, ...this.below(column)];
  }

  private sequence(column: number, depth: number): string[] {
    const count = 1 + Math.floor(this.random() * 3);
    const pad = ' '.repeat(column);
    const lines: string[] = [];
    for (let index = 0; index < count; index++) {
      if (this.chance(this.habits.comments)) lines.push(`${pad}# above item ${index}`);
      lines.push(...this.item(column, depth));
    }
    return lines;
  }

  private item(column: number, depth: number): string[] {
    const pad = ' '.repeat(column);
    const dash = `-${' '.repeat(this.habits.dashWidth - 1)}`;
    this.endsInOpenScalar = false;
    const form = this.random();
    if (depth === 0 || form < 0.35)
      return this.scalarLines(`${pad}-`, column + 2, ' '.repeat(this.habits.dashWidth - 1));
    if (form < 0.4) return [`${pad}-${this.trailing()}`];
    if (form < 0.4 + this.habits.flow * 0.4) return this.flowLines(pad + dash, column, depth - 1);
    const inner =
      form < 0.9
        ? this.mapping(column + this.habits.dashWidth, depth - 1)
        : this.sequence(column + this.habits.dashWidth, depth - 1);
    const first = inner.findIndex((line) => line !== '' && !line.trimStart().startsWith('#'));
    const opening = inner[first];
    if (opening === undefined) return [`${pad}-`];
    // What stood above the first key goes above the dash.
    const above = inner.slice(0, first).map((line) => (line === '' ? '' : pad + line.trimStart()));
    return [...above, pad + dash + opening.slice(column + this.habits.dashWidth), ...inner.slice(first + 1)];
  }

  /** A scalar behind a key or a dash, on its line or below. */
  private scalarLines(start: string, column: number, gap = ' '): string[] {
    const pad = ' '.repeat(column);
    const form = this.random();
    if (form < 0.65) return [`${start}${gap}${pick(this.random, plainScalars)}${this.trailing()}`];
    if (form < 0.8) return [`${start}${gap}${pick(this.random, quotedScalars)}${this.trailing()}`];
    if (form < 0.84) return [`${start}${gap}one`, `${pad}two${this.trailing()}`];
    const header = pick(this.random, ['|', '|-', '|+', '>', '>-', '|']);
    this.endsInOpenScalar = true;
    const lines = ['first', ...pick(this.random, [[], ['# no comment'], ['', '  deeper: {{ .x }}'], ['- a: &b *c']])];
    const kept = header === '|+' ? pick(this.random, [[], [''], ['', '']]) : [];
    return [
      `${start}${gap}${header}${this.trailing()}`,
      ...lines.map((line) => (line === '' ? '' : pad + line)),
      ...kept,
    ];
  }

  private flowLines(start: string, column: number, depth: number): string[] {
    if (this.chance(0.7)) return [`${start}${this.flowValue(depth)}${this.trailing()}`];
    const pad = ' '.repeat(column + this.habits.indent);
    const members = ['one', 'two', 'three'].slice(0, 1 + Math.floor(this.random() * 3));
    const isMapping = this.chance(0.5);
    const tail = this.chance(0.3) ? ',' : '';
    const lines = members.map((name, index) => {
      const value = this.flowValue(Math.max(0, depth - 1));
      const comma = index === members.length - 1 ? tail : ',';
      return `${pad}${isMapping ? `${name}: ${value}` : value}${comma}${this.trailing()}`;
    });
    const [open, close] = isMapping ? ['{', '}'] : ['[', ']'];
    return [`${start}${open}${this.trailing()}`, ...lines, `${pad}${close}${this.trailing()}`];
  }

  private flowValue(depth: number): string {
    const form = this.random();
    const { padding } = this.habits;
    if (depth === 0 || form < 0.3) return pick(this.random, ['web', '8080', '"a, b"', "'c'", 'x:1', 'null']);
    const names = ['one', 'two', 'three'].filter(() => this.chance(0.5));
    if (names.length === 0) return pick(this.random, ['{}', '[]']);
    if (form < 0.65)
      return `{${padding}${names.map((name) => `${name}: ${this.flowValue(depth - 1)}`).join(', ')}${padding}}`;
    return `[${padding}${names.map(() => this.flowValue(depth - 1)).join(', ')}${padding}]`;
  }

  private trailing(): string {
    return this.chance(this.habits.comments) ? pick(this.random, [' # why', '  #', ' # a: b']) : '';
  }

  /** A comment that stands deeper than a key, below what it holds. */
  private below(column: number): string[] {
    if (!this.chance(this.habits.comments * 0.5)) return [];
    this.endsInOpenScalar = false;
    return [`${' '.repeat(column + 1)}# below`];
  }
}
