import { isDockerfileName } from '../dockerfile/language';
import { mayBeManifest } from '../manifest/language';
import { looksLikeManifest } from '../manifest/model/recognition';

/** Whether a file is worth reading for one that was found on the way. */
export const isCandidate = (path: string): boolean => isDockerfileName(path) || mayBeManifest(path);

/**
 * The editor's word for what a file is; `undefined` when it is neither a Dockerfile nor a manifest.
 * @param path absolute, or a name; `undefined` for the standard input
 * @param chosen somebody named this very file, so that its name need not say what it is
 */
export function languageIdOf(path: string | undefined, text: string, chosen: boolean): string | undefined {
  if (path !== undefined) {
    if (isDockerfileName(path)) return 'dockerfile';
    if (mayBeManifest(path)) return chosen || looksLikeManifest(text) ? languageIdByEnding(path) : undefined;
  }
  if (!chosen) return undefined;
  if (looksLikeManifest(text)) return /^\s*[{[]/.test(text) ? 'json' : 'yaml';
  return looksLikeDockerfile(text) ? 'dockerfile' : undefined;
}

const languageIdByEnding = (path: string): string => (/\.json$/i.test(path) ? 'json' : 'yaml');

/** The first line that is neither empty nor a comment is one that a Dockerfile can start with. */
const looksLikeDockerfile = (text: string): boolean =>
  /^(?:[ \t]*(?:#.*)?\r?\n)*[ \t]*(?:FROM[ \t]+(?:--\S+[ \t]+)*\S+(?:[ \t]+AS[ \t]+\S+)?|ARG[ \t]+\w+(?:=.*)?)[ \t]*(?:\r?\n|$)/i.test(
    text,
  );
