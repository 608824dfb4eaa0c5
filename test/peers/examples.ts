import { createHash } from 'node:crypto';
import { corpus } from '../fuzz/corpus';

/** The text of every Dockerfile among the samples and the pages' examples, each once. */
export const dockerfileExamples = (): readonly string[] => [
  ...new Set(
    corpus()
      .filter(({ language }) => language === 'dockerfile')
      .map(({ text }) => text),
  ),
];

/** A short name for a text. */
export const keyOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);
