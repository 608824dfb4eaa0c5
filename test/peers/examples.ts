import { createHash } from 'node:crypto';
import { parseManifest } from '../../server/src/manifest/model/parse';
import { corpus, type Seed } from '../fuzz/corpus';

/** The text of every Dockerfile among the samples and the pages' examples, each once. */
export const dockerfileExamples = (): readonly string[] => [...textsOf('dockerfile').keys()];

export interface ManifestExample {
  readonly path: string;
  readonly text: string;
}

/**
 * Every manifest among the samples and the pages' examples, each once. Not the templates and patches: other tools see no
 * Kubernetes object in the first, and the whole of one in the second. Nor what is no proper YAML, of which each reader makes
 * something else.
 */
export function manifestExamples(): readonly ManifestExample[] {
  manifests ??= [...textsOf('manifest')].map(([text, path]) => ({ text, path })).filter(isProper);
  return manifests;
}

let manifests: readonly ManifestExample[] | undefined;

function isProper({ text, path }: ManifestExample): boolean {
  const { mode, documents } = parseManifest(text, path);
  return (
    mode === 'plain' && documents.every(({ document }) => document.mode === 'plain' && document.problems.length === 0)
  );
}

const textsOf = (wanted: Seed['language']): ReadonlyMap<string, string> =>
  new Map(corpus().flatMap(({ language, text, path }) => (language === wanted ? [[text, path] as const] : [])));

/** A short name for a text. */
export const keyOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);
