import { cronInWords } from '../cron-words';
import { durationInWords } from '../durations';
import { quantityInWords } from '../quantity-words';
import type { TreePlace } from '../tree-place';

/** Fields that count seconds. */
const seconds = /Seconds(?:AfterFinished)?$/;

/** From here on nobody sees how long it is. */
const manySeconds = 120;

/**
 * A quantity, duration or schedule in words; `undefined` for what says it itself.
 * @param key that the value stands under
 */
export function valueInWords(text: string, key: string, { type, steps }: TreePlace): string | undefined {
  if (type?.kind !== 'scalar') return undefined;
  if (type.scalar === 'quantity') {
    const resource = key === 'divisor' || key === 'averageValue' ? '' : key;
    return quantityInWords(text, resource);
  }
  const holder = steps.findLast(({ member }) => 'key' in member)?.type;
  if (holder?.kind === 'object' && holder.name === 'CronJobSpec' && key === 'schedule') return cronInWords(text);
  const number = Number(text);
  return seconds.test(key) && /^\d+$/.test(text) && number >= manySeconds ? durationInWords(number) : undefined;
}
