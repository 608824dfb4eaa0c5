import { isTarArchive } from '../../knowledge/file-names';
import type { Add, Dockerfile, DockerfileWord } from './dockerfile';
import { expandedWord } from './expanded-word';
import { stageOf } from './lookups';
import { variableBefore } from './variables';

/** What `ADD` does with a source: copies it, unpacks it if it is a tar archive, downloads it, or clones it. */
export type SourceOrigin = 'file' | 'archive' | 'address' | 'repository' | 'unknown';

/**
 * Where a source of `ADD` comes from, by its name; `unknown` where a variable decides. Source: moby/buildkit
 * frontend/dockerfile/dockerfile2llb/convert.go `dispatchCopy`, util/gitutil `ParseGitRef`.
 */
export function originOf(dockerfile: Dockerfile, add: Add, source: DockerfileWord): SourceOrigin {
  if (add.heredocs.some(({ range }) => range.start === source.range.start)) return 'file';
  const stage = stageOf(dockerfile, add);
  const { start } = add.onbuild ?? add.range;
  const lookup = (name: string): string | undefined => stage && variableBefore(stage, name, start)?.value;
  const value = expandedWord(source, lookup) ?? source.value;
  if (isRepository(value)) return 'repository';
  if (/^https?:\/\//i.test(value)) return 'address';
  if (value.startsWith('$')) return 'unknown';
  const name = value.slice(value.lastIndexOf('/') + 1);
  if (isTarArchive(name) || isCompressed(name)) return 'archive';
  return /\$[^.]*$/.test(name) ? 'unknown' : 'file';
}

const isRepository = (value: string): boolean =>
  /^(?:git|ssh):\/\/|^[\w.-]+@[\w.-]+:|^github\.com\//.test(value) || /^https?:\/\/[^?]*\.git(?:#|\?|$)/i.test(value);

/** A tar archive may be behind it: `ADD` looks into the file. */
const isCompressed = (name: string): boolean => /\.(?:gz|bz2?|xz|zst|lz|lzma|tlz|tZ|Z)$/.test(name);
