import type { EditorSymbol, SymbolRename } from '../../../engine/editor';
import { rendered, templates } from '../../../engine/message';
import { remembered } from '../../../engine/remembered';
import { contains, rangeOf, replacement, type TextEdit } from '../../../engine/text';
import { isPlain, looksLikeAnotherType, quoted } from '../../edits/scalar-source';
import { mayShareNamespace } from '../../model/file-objects';
import type { Manifest } from '../../model/manifest';
import { isDataKey, isLabel, isPortName, isSubdomain } from '../../values/names';
import { anchorKind, anchorMentions } from './anchors';
import type { Mention } from './mention';
import { keyKind, objectMentions, servicePortKind } from './object-mentions';
import { containerKind, podMentions, portKind, volumeKind } from './pod-mentions';

const texts = templates({
  label: 'A name here is made of lower-case letters, digits and `-`, and is at most 63 characters long',
  subdomain: 'A name here is made of lower-case letters, digits, `-` and `.`, and is at most 253 characters long',
  port: 'The name of a port has at most 15 lower-case letters, digits and `-`, and a letter among them',
  key: 'A key here is made of letters, digits, `-`, `_` and `.`',
  anchor: 'The name of an anchor has no blanks, commas and brackets',
  taken: '`{name}` is there already',
});

/** Every name of a file that may be written at several places. */
const mentionsOf = remembered((manifest: Manifest): readonly Mention[] => [
  ...new Map(
    [...anchorMentions(manifest), ...objectMentions(manifest), ...podMentions(manifest)].map((each) => [
      `${each.range.start} ${each.kind} ${each.scope}`,
      each,
    ]),
  ).values(),
]);

/** The thing whose name is at an offset, with every place that means the same. */
export function symbolAt(manifest: Manifest, offset: number): EditorSymbol | undefined {
  const mentions = mentionsOf(manifest);
  const at = rangeOf(offset, offset);
  const here = mentions.find(({ range }) => contains(range, at));
  if (here === undefined) return undefined;
  const same = sameThing(mentions, here);
  const definitions = same.filter(({ role }) => role === 'definition');
  const rename = definitions.length === 0 ? undefined : renameOf(mentions, here, same);
  return {
    range: here.range,
    definitions: definitions.map(({ range, whole }) => ({ range, whole })),
    occurrences: same
      .toSorted((one, other) => one.range.start - other.range.start)
      .map(({ range, role }) => ({ range, role })),
    ...(rename !== undefined && { rename }),
  };
}

const isOfKind = (one: Mention, { kind, scope, name }: Pick<Mention, 'kind' | 'scope' | 'name'>): boolean =>
  one.name === name && one.kind === kind && one.scope === scope;

/** Where namespaces tell things of one name apart, those without one are apart too. */
function sameThing(mentions: readonly Mention[], here: Mention): readonly Mention[] {
  const found = mentions.filter((each) => isOfKind(each, here));
  const isApart = new Set(found.flatMap(({ namespace }) => namespace ?? [])).size > 1;
  return found.filter(({ namespace }) =>
    isApart ? namespace === here.namespace : mayShareNamespace(namespace, here.namespace),
  );
}

const renameOf = (mentions: readonly Mention[], here: Mention, same: readonly Mention[]): SymbolRename => ({
  name: here.name,
  objection(name) {
    if (name === here.name) return undefined;
    const objection = invalidity(here.kind, name);
    if (objection !== undefined) return rendered(objection, {});
    const taken = mentions.some((each) => each.role === 'definition' && isOfKind(each, { ...here, name }));
    return taken ? rendered(texts.taken, { name }) : undefined;
  },
  edits: (name) => same.map((mention) => edited(mention, name)),
});

function edited({ range, written, isPlain: plain }: Mention, name: string): TextEdit {
  return plain && (!isPlain(name, 'flow') || looksLikeAnotherType(name))
    ? replacement(written, quoted(name, '"'))
    : replacement(range, name);
}

/** Why something of a kind cannot have a name. */
function invalidity(kind: string, name: string): string | undefined {
  switch (kind) {
    case anchorKind:
      return /^[^\s,[\]{}]+$/.test(name) ? undefined : texts.anchor;
    case portKind:
      return isPortName(name) ? undefined : texts.port;
    case keyKind('ConfigMap'):
    case keyKind('Secret'):
      return isDataKey(name) ? undefined : texts.key;
    case volumeKind:
    case containerKind:
    case servicePortKind:
    case 'Service':
    case 'Namespace':
      return isLabel(name) ? undefined : texts.label;
    case 'Role':
    case 'ClusterRole':
      return /^[^\s/%"'\\]+$/.test(name) ? undefined : texts.subdomain;
    default:
      return isSubdomain(name) ? undefined : texts.subdomain;
  }
}
