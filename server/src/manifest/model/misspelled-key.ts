import { closest } from '../../engine/closest';
import { entryOf } from './lookup';
import type { Mapping } from './manifest';

/** In short words every letter counts. */
const farthest = (name: string): number => (name.length < 5 ? 1 : 2);

/**
 * Whether a key that a mapping lacks is in it in other letters, or stands in one of the mappings around, where it does not belong.
 * `unknown-field` speaks of that: once it is put right, nothing is missing.
 */
export const isMisplacedOrMisspelled = (mapping: Mapping, name: string, ...around: readonly Mapping[]): boolean =>
  entryOf(mapping, name) === undefined &&
  (around.some((other) => entryOf(other, name) !== undefined) ||
    closest(
      name,
      mapping.entries.map((entry) => entry.name.replace(/[-_]/g, '')),
      farthest(name),
    ) !== undefined);
