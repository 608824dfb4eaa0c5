/** A scalar's characters while they are read: the value so far, and where each of its characters stands. */
export interface Reading {
  value: string;
  readonly offsets: number[];
}

/**
 * Adds characters to what was read.
 * @param at where the first one stands
 * @param step how far the next one stands from it: 0 when all come from one escape
 */
export const push = (reading: Reading, characters: string, at: number, step = 1): void => {
  reading.value += characters;
  for (let index = 0; index < characters.length; index++) reading.offsets.push(at + index * step);
};

export const isBlank = (character: string | undefined): boolean => character === ' ' || character === '\t';
