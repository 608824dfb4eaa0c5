import { quantityOf } from '../model/quantity';
import type { TypedScalar } from '../schema/typed-scalars';
import { type InvalidValue, isFilledIn, type Mending, writing } from './invalid-value';

/** Source: kubernetes/apimachinery:pkg/api/resource/quantity.go. */
const quantity = /^([+-]?(?:\d+(?:\.\d*)?|\.\d+))([numkMGTPE]|[KMGTPE]i|[eE][+-]?\d+)?$/;

/** What people write for a unit. */
const units: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ b: '', byte: '', bytes: '', k: 'k', g: 'G', t: 'T', p: 'P' },
    ...{ kb: 'k', mb: 'M', gb: 'G', tb: 'T', pb: 'P' },
    ...{ ki: 'Ki', mi: 'Mi', gi: 'Gi', ti: 'Ti', pi: 'Pi' },
    ...{ kib: 'Ki', mib: 'Mi', gib: 'Gi', tib: 'Ti', pib: 'Pi' },
  }),
);

/** What people write for units of CPU, of which there are only cores and thousandths. */
const coreUnits: ReadonlyMap<string, string> = new Map([
  ...['core', 'cores', 'cpu', 'cpus', 'vcpu', 'vcpus'].map((word) => [word, ''] as const),
  ...['mi', 'mcpu', 'millicore', 'millicores', 'milli', 'mcores'].map((word) => [word, 'm'] as const),
]);

/** A quantity that is none, or that surely is not what was meant. */
export function invalidQuantity(scalar: TypedScalar): InvalidValue | undefined {
  const { node, expected, entry } = scalar;
  if (expected.scalar !== 'quantity') return undefined;
  const text = String(node.value);
  if (isFilledIn(text)) return undefined;
  const resource = entry.name;
  const [, number, unit = ''] = quantity.exec(text) ?? [];
  if (number === undefined)
    return {
      variant: 'quantity',
      at: node.range,
      values: { value: text, field: resource },
      mending: mended(scalar, text),
    };
  if (number.startsWith('-') && Number(number) !== 0)
    return { variant: 'least', at: node.range, values: { value: text, field: resource, least: '0' } };
  const found: Found = { scalar, text, number, unit, resource, amount: quantityOf(node) ?? 0 };
  if (isBytes(resource)) return invalidBytes(found);
  if (scalar.type !== 'ResourceRequirements') return undefined;
  if (resource === 'cpu') return invalidCores(found);
  return Number.isInteger(found.amount)
    ? undefined
    : { variant: 'whole', at: node.range, values: { value: text, resource } };
}

interface Found {
  readonly scalar: TypedScalar;
  readonly text: string;
  readonly number: string;
  readonly unit: string;
  readonly resource: string;
  readonly amount: number;
}

function mended({ object, node, entry }: TypedScalar, text: string): Mending | undefined {
  const [, number, unit = ''] = /^([+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+))\s*([a-zA-Z]*)$/.exec(text.trim()) ?? [];
  if (number === undefined) return undefined;
  const word = unit.toLowerCase();
  const cores = entry.name === 'cpu' ? coreUnits.get(word) : undefined;
  // `E` is both a unit and an exponent, and `M` no `m`.
  const known = cores ?? (quantity.test(`1${unit}`) ? unit : units.get(word));
  if (known === undefined) return undefined;
  const wanted = number.replace(',', '.') + known;
  const guessed = number.includes(',') || cores !== undefined;
  return writing(object.document, node, wanted, wanted, guessed ? 'behaviour' : 'safe');
}

const isBytes = (resource: string): boolean =>
  /(?:^|\.)(?:memory|storage|ephemeral-storage)$|^hugepages-|^sizeLimit$/.test(resource);

function invalidBytes({ scalar, text, number, unit, resource, amount }: Found): InvalidValue | undefined {
  const { node, object } = scalar;
  if (/^[num]$/.test(unit) && !Number.isInteger(amount)) {
    const wanted = `${number}Mi`;
    return {
      variant: 'fraction',
      at: node.range,
      values: { value: text, resource, bytes: String(amount), unit },
      mending: unit === 'm' ? writing(object.document, node, wanted, wanted, 'safe') : undefined,
    };
  }
  const few = unit === '' && amount > 0 && amount < 2 ** 20;
  if (!few || scalar.type !== 'ResourceRequirements' || resource !== 'memory') return undefined;
  const wanted = `${number}Mi`;
  return {
    variant: 'bytes',
    at: node.range,
    values: { value: text, resource },
    mending:
      amount <= 2 ** 16 && /^\d+$/.test(number)
        ? writing(object.document, node, wanted, wanted, 'behaviour')
        : undefined,
  };
}

/** A machine with accelerators has that many cores. */
const asksForDevices = ({ holder }: TypedScalar): boolean =>
  holder.entries.some(({ value }) => value?.kind === 'mapping' && value.entries.some(({ name }) => name.includes('/')));

function invalidCores({ scalar, text, number, unit, amount }: Found): InvalidValue | undefined {
  const { node, object } = scalar;
  if (amount > 0 && amount < 0.001) return { variant: 'rounded', at: node.range, values: { value: text } };
  // There are machines with 96 or 192 cores, but a round number such as 250 is one of thousandths.
  const many = unit === '' && amount >= 100 && amount % 50 === 0 && !asksForDevices(scalar);
  if (!many && !/^[kMGTPE]i?$|^Ki$/.test(unit)) return undefined;
  const wanted = `${number}m`;
  return {
    variant: 'cores',
    at: node.range,
    values: { value: text, cores: String(amount) },
    mending: writing(object.document, node, wanted, wanted, 'behaviour'),
  };
}
