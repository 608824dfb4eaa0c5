/**
 * What to write into a manifest, as plain data: literals, lists and objects, whose keys are written in the order given
 * (a `Map` keeps the order of keys that look like numbers too). Strings that YAML would read as something else are
 * quoted. Keys whose value is `undefined` are left out.
 */
export type BlockValue = Literal | Placed | readonly BlockValue[] | BlockMapping;

export type Literal = string | number | boolean | null;

export type BlockMapping =
  | { readonly [key: string]: BlockValue | undefined }
  | ReadonlyMap<string, BlockValue | undefined>;

/** Not a string, so that no key of a mapping can be taken for it. */
const form: unique symbol = Symbol('form');

/** A value that is more than its data. */
export type Placed = PlaceholderValue | OctalValue | SourceValue;

export interface PlaceholderValue {
  readonly [form]: 'placeholder';
  readonly value: string | number | boolean;
  readonly choices: readonly (string | number | boolean)[];
}

export interface OctalValue {
  readonly [form]: 'octal';
  readonly value: number;
}

/** A subtree that stands elsewhere in the document, in its own words. */
export interface SourceValue {
  readonly [form]: 'source';
  /** What follows the colon or the dash and the blanks behind it, comments included. */
  readonly text: string;
  readonly origin: Origin;
  readonly commented: boolean;
  /** The comment lines directly above, without their indentation. */
  readonly above: readonly string[];
}

/** What the lines of a text are indented against. */
export type Origin =
  /** The column of the key, or of what follows the dash. */
  | { readonly style: 'block'; readonly column: number }
  /** The blanks before the line that the key or the item stands on. */
  | { readonly style: 'flow'; readonly indentation: string };

/** A value that a person should look at: the editor offers it as a tab stop. */
export const placeholder = (
  value: string | number | boolean,
  choices: readonly (string | number | boolean)[] = [],
): PlaceholderValue => ({ [form]: 'placeholder', value, choices });

/** A file mode: `0644` in YAML, which Kubernetes reads as octal, and its decimal number in JSON, which has no octal. */
export const octal = (value: number): OctalValue => ({ [form]: 'octal', value });

export const sourceValue = (source: Omit<SourceValue, typeof form>): SourceValue => ({ [form]: 'source', ...source });

export type Shape =
  | { readonly kind: 'literal'; readonly value: Literal }
  | { readonly kind: 'placeholder'; readonly placeholder: PlaceholderValue }
  | { readonly kind: 'octal'; readonly value: number }
  | { readonly kind: 'source'; readonly source: SourceValue }
  | { readonly kind: 'sequence'; readonly items: readonly BlockValue[] }
  | { readonly kind: 'mapping'; readonly entries: readonly (readonly [string, BlockValue])[] };

/** What a value is, for a `switch`. */
export function shapeOf(value: BlockValue): Shape {
  if (value === null || typeof value !== 'object') return { kind: 'literal', value };
  if (isList(value)) return { kind: 'sequence', items: value };
  if (!isPlaced(value)) return { kind: 'mapping', entries: entriesOf(value) };
  switch (value[form]) {
    case 'placeholder':
      return { kind: 'placeholder', placeholder: value };
    case 'octal':
      return { kind: 'octal', value: value.value };
    case 'source':
      return { kind: 'source', source: value };
  }
}

/** A list that holds something, and nothing but scalars that fit on a line. */
export const isScalarList = (shape: Shape): boolean =>
  shape.kind === 'sequence' &&
  shape.items.length > 0 &&
  shape.items.map(shapeOf).every((item) => {
    if (item.kind === 'literal') return typeof item.value !== 'string' || !item.value.includes('\n');
    return item.kind === 'octal' || item.kind === 'placeholder';
  });

/** The entries of a mapping that are to be written. */
export function entriesOf(mapping: BlockMapping): readonly (readonly [string, BlockValue])[] {
  const entries: readonly (readonly [string, BlockValue | undefined])[] = isMap(mapping)
    ? [...mapping]
    : Object.entries(mapping);
  return entries.filter(isWritten);
}

/** A value under a path of keys, each in a mapping of its own. */
export const nested = (path: readonly string[], value: BlockValue): BlockValue =>
  path.reduceRight<BlockValue>((inner, key) => new Map([[key, inner]]), value);

const isList = (value: object): value is readonly BlockValue[] => Array.isArray(value);

const isPlaced = (value: Placed | BlockMapping): value is Placed => form in value;

const isMap = (mapping: BlockMapping): mapping is ReadonlyMap<string, BlockValue | undefined> => mapping instanceof Map;

const isWritten = (entry: readonly [string, BlockValue | undefined]): entry is readonly [string, BlockValue] =>
  entry[1] !== undefined;
