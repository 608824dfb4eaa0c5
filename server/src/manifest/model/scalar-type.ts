import type { Scalar } from './nodes';

export interface TypedValue {
  readonly type: Scalar['type'];
  readonly value: Scalar['value'];
}

/** The words that go-yaml v2 reads as something other than a string (resolve.go, `resolveMapList`). */
const words: ReadonlyMap<string, TypedValue> = new Map([
  ...['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'].map((word): [string, TypedValue] => [
    word,
    { type: 'boolean', value: true },
  ]),
  ...['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'].map((word): [string, TypedValue] => [
    word,
    { type: 'boolean', value: false },
  ]),
  ...['', '~', 'null', 'Null', 'NULL'].map((word): [string, TypedValue] => [word, { type: 'null', value: null }]),
  ...['.nan', '.NaN', '.NAN'].map((word): [string, TypedValue] => [word, { type: 'float', value: Number.NaN }]),
  ...['.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'].map((word): [string, TypedValue] => [
    word,
    { type: 'float', value: Number.POSITIVE_INFINITY },
  ]),
  ...['-.inf', '-.Inf', '-.INF'].map((word): [string, TypedValue] => [
    word,
    { type: 'float', value: Number.NEGATIVE_INFINITY },
  ]),
]);

const longestWord = 5;

const startsNumber = /^[-+.\d]/;
const decimal = /^[-+]?(?:0|[1-9]\d*)$/;
const octal = /^([-+]?)0o?([0-7]+)$/i;
const hexadecimal = /^([-+]?)0x([\da-f]+)$/i;
const binary = /^([-+]?)0b([01]+)$/i;
/** resolve.go, `yamlStyleFloat`. */
const float = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/;

/** `uint64`'s end: larger whole numbers become floats. */
const largestInteger = 2 ** 64;

/**
 * The type and value of a plain scalar by the rules of go-yaml v2, which `sigs.k8s.io/yaml`, and so kubectl and the API
 * server, read manifests with: neither YAML 1.2's (`0755` is octal, `yes` a boolean) nor quite YAML 1.1's (no base 60,
 * dates stay strings).
 */
export function typeOfPlain(source: string): TypedValue {
  const word = source.length <= longestWord ? words.get(source) : undefined;
  if (word !== undefined) return word;
  if (startsNumber.test(source)) {
    const number = numberFrom(source);
    if (number !== undefined) return number;
  }
  return { type: 'string', value: source };
}

function numberFrom(source: string): TypedValue | undefined {
  // With a dot in front, underscores are left to `strconv.ParseFloat`, which wants them between digits.
  if (source.startsWith('.') && /_(?!\d)|(?<!\d)_/.test(source)) return undefined;
  const plain = source.replaceAll('_', '');
  const integer = integerFrom(plain);
  if (integer !== undefined && Math.abs(integer) < largestInteger) return { type: 'integer', value: integer };
  const value = float.test(plain) ? Number(plain) : Number.NaN;
  return Number.isFinite(value) ? { type: 'float', value } : undefined;
}

/** Go's `strconv.ParseInt` with base 0, but for the range. */
function integerFrom(plain: string): number | undefined {
  if (decimal.test(plain)) return Number(plain);
  return radixFrom(plain, octal, 8) ?? radixFrom(plain, hexadecimal, 16) ?? radixFrom(plain, binary, 2);
}

function radixFrom(plain: string, pattern: RegExp, radix: number): number | undefined {
  const match = pattern.exec(plain);
  if (match === null) return undefined;
  const value = Number.parseInt(match[2] ?? '', radix);
  return match[1] === '-' ? -value : value;
}

const tagPrefix = 'tag:yaml.org,2002:';

/** The type and value of a scalar with an explicit tag, such as `!!str 8080`. Tags that are not YAML's own are `unknown`. */
export function typeOfTagged(tag: string, text: string): TypedValue {
  switch (tag.startsWith(tagPrefix) ? tag.slice(tagPrefix.length) : tag) {
    case '!':
    case 'str':
    case 'binary':
    case 'timestamp':
      return { type: 'string', value: text };
    case 'bool':
    case 'int':
    case 'float':
    case 'null':
      return typeOfPlain(text);
    default:
      return { type: 'unknown', value: text };
  }
}
