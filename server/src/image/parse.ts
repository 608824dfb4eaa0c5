import type { TextRange } from '../engine/text';
import type { ImageReference } from './reference';
import { expanded, variableAt } from './variables';

/**
 * Takes an image reference apart, by the rules of github.com/distribution/reference.
 * @param text as it is written, perhaps with variables
 * @param start offset of the text in the document
 * @param resolve gives the value of a variable where one is known
 */
export function parseImageReference(
  text: string,
  start: number,
  resolve: (name: string) => string | undefined = () => undefined,
): ImageReference {
  const quoted = /^(["'])(.*)\1$/s.test(text) ? 1 : 0;
  const written = text.slice(quoted, text.length - quoted);
  const offset = start + quoted;
  const { mask, variable } = withoutVariables(written);
  const parts = partsOf(mask);
  const rangeOf = (part: Part): TextRange => ({ start: offset + part.start, end: offset + part.end });
  const place = {
    text: written,
    range: { start: offset, end: offset + written.length },
    repositoryRange: rangeOf(parts.repository),
    tagRange: parts.tag === undefined ? undefined : rangeOf(parts.tag),
    variable,
  };
  const resolved = variable ? expanded(written, resolve) : written;
  if (!variable || resolved === undefined) return { ...place, resolved, ...named(written, parts) };
  return { ...place, resolved, ...named(resolved, partsOf(resolved)) };
}

interface Part {
  readonly start: number;
  readonly end: number;
}

interface Parts {
  readonly registry: Part | undefined;
  readonly repository: Part;
  readonly tag: Part | undefined;
  readonly digest: Part | undefined;
}

const filler = '\u0000';

/** The text with variables replaced by a filler of the same length, so that what is in them separates nothing. */
function withoutVariables(text: string): { readonly mask: string; readonly variable: boolean } {
  let mask = '';
  let at = 0;
  let variable = false;
  while (at < text.length) {
    const found = text[at] === '$' ? variableAt(text, at) : undefined;
    if (found === undefined) mask += text[at++];
    else {
      mask += filler.repeat(found.end - at);
      at = found.end;
      variable = true;
    }
  }
  return { mask, variable };
}

function partsOf(text: string): Parts {
  const at = text.indexOf('@');
  const nameEnd = at === -1 ? text.length : at;
  const digest = at === -1 ? undefined : { start: at + 1, end: text.length };
  const colon = text.lastIndexOf(':', nameEnd - 1);
  const slash = text.lastIndexOf('/', nameEnd - 1);
  const hasTag = colon > slash && nameEnd > 0;
  const repositoryEnd = hasTag ? colon : nameEnd;
  const tag = hasTag ? { start: colon + 1, end: nameEnd } : undefined;
  const first = text.indexOf('/');
  const registry =
    first > 0 && first < repositoryEnd && isRegistry(text.slice(0, first)) ? { start: 0, end: first } : undefined;
  return { registry, repository: { start: registry === undefined ? 0 : first + 1, end: repositoryEnd }, tag, digest };
}

/** A first component is a host when it cannot be part of a Docker Hub name, or is nothing but a variable. */
const isRegistry = (component: string): boolean =>
  /[.:]/.test(component) ||
  component === 'localhost' ||
  component.toLowerCase() !== component ||
  /^\0+$/.test(component);

function named(text: string, parts: Parts): Pick<ImageReference, 'registry' | 'repository' | 'tag' | 'digest'> {
  const textOf = (part: Part | undefined): string | undefined =>
    part === undefined ? undefined : text.slice(part.start, part.end);
  const registry = textOf(parts.registry);
  const repository = text.slice(parts.repository.start, parts.repository.end);
  const official = registry === undefined || /^(?:(?:index|registry-1)\.)?docker\.io$/.test(registry);
  return {
    registry,
    repository: official ? repository.replace(/^library\/(?=.)/, '') : repository,
    tag: textOf(parts.tag),
    digest: textOf(parts.digest),
  };
}
