import type { Node } from './nodes';

/** Source: kubernetes/apimachinery pkg/api/resource/quantity.go */
const suffixes: Readonly<Record<string, number>> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

/** A quantity such as `250m`, `1.5` or `128Mi` as a number; `undefined` for what is none, or is not written out. */
export function quantityOf(node: Node | undefined): number | undefined {
  if (node?.kind !== 'scalar' || (typeof node.value !== 'string' && typeof node.value !== 'number')) return undefined;
  return node.type === 'unknown' ? undefined : quantityIn(String(node.value));
}

/** The same of a text. */
export function quantityIn(text: string): number | undefined {
  const [, number, exponent, suffix] =
    /^([+-]?\d{1,30}\.?\d{0,30}|[+-]?\.\d{1,30})(?:([eE][+-]?\d{1,3})|([A-Za-z]{0,2}))$/.exec(text) ?? [];
  if (number === undefined) return undefined;
  if (exponent !== undefined) return Number(number + exponent);
  const factor = Object.hasOwn(suffixes, suffix ?? '') ? suffixes[suffix ?? ''] : undefined;
  return factor === undefined ? undefined : round(Number(number) * factor);
}

/** So that `0.1` and `100m` are one number. */
const round = (value: number): number =>
  Number.isInteger(value) && Math.abs(value) < 1e15 ? value : Number(value.toPrecision(15));
