import { rendered, templates } from '../../engine/message';
import { quantityIn } from '../model/quantity';

const texts = templates({
  bytes: '{number} bytes',
  about: '{number} bytes (about {rounded})',
  millicores: '{number} of a CPU core',
  cores: '{number} CPU cores',
  core: '1 CPU core',
  milliBytes: '{number} bytes: `m` means thousandths',
});

/** Resources that are counted in bytes. */
const inBytes =
  /^(?:memory|storage|ephemeral-storage|sizeLimit|.*\.(?:memory|storage|ephemeral-storage)|hugepages-.*)$/;

/**
 * A quantity in words, such as `536,870,912 bytes`; `undefined` for what is none, or has no unit.
 * @param resource what it is of: `memory`, `cpu`
 */
export function quantityInWords(text: string, resource: string): string | undefined {
  const value = quantityIn(text);
  if (value === undefined) return undefined;
  if (/(?:^|\.)cpu$/.test(resource)) {
    if (value === 1) return rendered(texts.core, {});
    return rendered(value < 1 ? texts.millicores : texts.cores, { number: numberText(value) });
  }
  if (!inBytes.test(resource)) return undefined;
  if (/\dm$/.test(text)) return rendered(texts.milliBytes, { number: numberText(value) });
  const rounded = largeText(value);
  const number = numberText(value);
  return rounded === undefined ? rendered(texts.bytes, { number }) : rendered(texts.about, { number, rounded });
}

const numberText = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 3 });

const units = ['kB', 'MB', 'GB', 'TB', 'PB'] as const;

function largeText(bytes: number): string | undefined {
  const power = Math.min(units.length, Math.floor(Math.log10(Math.max(1, Math.abs(bytes))) / 3));
  const unit = units[power - 1];
  return unit === undefined ? undefined : `${Number((bytes / 1000 ** power).toPrecision(3))} ${unit}`;
}
