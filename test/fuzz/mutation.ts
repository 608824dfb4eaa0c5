import type { Random } from './random';

/** Changes a text in one way; where and how much is up to the random numbers. */
export type Mutation = (text: string, random: Random) => string;

export const onLines =
  (change: (lines: string[], at: number, random: Random) => void): Mutation =>
  (text, random) => {
    const lines = text.split('\n');
    change(lines, random.below(lines.length), random);
    return lines.join('\n');
  };
