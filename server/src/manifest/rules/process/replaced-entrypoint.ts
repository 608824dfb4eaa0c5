import type { FixOffer } from '../../../engine/rule';
import type { TextEdit } from '../../../engine/text';
import { type EntrypointWrapper, entrypointWrapper, entrypointWrappers } from '../../../knowledge/entrypoint-wrappers';
import { imageBasename } from '../../../knowledge/image-basename';
import { baseName } from '../../../shell/commands';
import { insertItems } from '../../edits/insert-item';
import { removeEntry } from '../../edits/remove';
import { renameKey } from '../../edits/replace-scalar';
import { together } from '../../edits/together';
import { everyContainer, labelOf } from '../../model/every-container';
import { asSequence, booleanOf, entryOf, fieldOf, isNothing, lookup, numberOf } from '../../model/lookup';
import type { Container, ManifestDocument } from '../../model/manifest';
import { securitySetting } from '../../model/security-context';
import { manifestRule } from '../../rule';

export default manifestRule({
  id: 'replaced-entrypoint',
  chapter: 'process',
  variants: {
    options: {
      severity: 'warning',
      message:
        '`{word}` is no program: `command` replaces the entry point of `{image}`, and the container cannot start',
    },
    replaced: {
      severity: 'warning',
      message: '`command` replaces the entry point of `{image}`, which {does}: here that never happens',
    },
    skipped: {
      severity: 'information',
      message: '`command` replaces the entry point of `{image}`, which {does}: here that does not happen',
    },
  },
  fixes: {
    args: { title: 'Give it to the entry point: `args` in place of `command`', safety: 'behaviour' },
  },
  phrases: { does: entrypointWrappers.map(({ does }) => does) },
  check(document, report) {
    for (const container of everyContainer(document)) {
      const { command, image, placement } = container;
      const [word] = command ?? [];
      if (image === undefined || image.variable || word?.value === undefined) continue;
      if (placement === 'init' || placement === 'ephemeral') continue;
      const wrapper = entrypointWrapper(image.text);
      const variant = wrapper && variantOf(container, wrapper, word.value);
      if (wrapper === undefined || variant === undefined) continue;
      report({
        variant,
        at: entryOf(container.node, 'command')?.key.range ?? word.range ?? container.node.range,
        values: { word: word.value, image: image.text, does: wrapper.does, container: labelOf(container) },
        fixes: () => asArguments(document, container),
      });
    }
  },
});

function variantOf(
  container: Container,
  { servers, weight, askedBy }: EntrypointWrapper,
  word: string,
): 'options' | 'replaced' | 'skipped' | undefined {
  if (/^--?[a-z]/i.test(word)) return 'options';
  const name = baseName(word);
  if (/entrypoint\.sh$/.test(name) || !servers.some((server) => server === word || server === name)) return undefined;
  switch (weight) {
    case 'initialises':
      return askedBy === undefined || container.environment.some(({ name }) => name !== undefined && askedBy.test(name))
        ? 'replaced'
        : undefined;
    case 'drops-root':
      return hasUser(container) ? undefined : 'skipped';
    case 'thin':
      return isConfigured(container) ? 'skipped' : undefined;
  }
}

/** Who is not root to begin with has nothing to give up. */
function hasUser(container: Container): boolean {
  const user = securitySetting(container, ['runAsUser']);
  const nonRoot = securitySetting(container, ['runAsNonRoot']);
  if (user.presence === 'unknown' || nonRoot.presence === 'unknown') return true;
  return (numberOf(user.entry?.value) ?? 0) !== 0 || booleanOf(nonRoot.entry?.value) === true;
}

/** Whether something is there for nginx's entry point to work on. Source: nginx/docker-nginx entrypoint/20-envsubst-on-templates.sh */
const isConfigured = ({ image, mounts }: Container): boolean =>
  image !== undefined &&
  /^nginx/.test(imageBasename(image.text)) &&
  mounts.some(({ path = '' }) => /^\/(?:etc\/nginx\/templates|docker-entrypoint\.d)(?:\/|$)/.test(path));

/** `command` becomes `args`, or the first words of the `args` that are there. */
function asArguments(document: ManifestDocument, { node, command }: Container): readonly FixOffer<'args'>[] {
  const entry = entryOf(node, 'command');
  const written = node.entries.filter(({ name }) => name === 'command');
  if (entry === undefined || written.length > 1 || lookup(node, 'args').presence === 'unknown') return [];
  const edits = isNothing(fieldOf(node, 'args'))
    ? renameKey(document, node, entry, 'args')
    : prefixed(document, node, command ?? []);
  return edits === undefined ? [] : [{ id: 'args', edits: () => edits }];
}

function prefixed(
  document: ManifestDocument,
  node: Container['node'],
  command: NonNullable<Container['command']>,
): readonly TextEdit[] | undefined {
  const [entry, args] = [entryOf(node, 'command'), asSequence(fieldOf(node, 'args'))];
  const words = command.map(({ value }) => value);
  const known = words.filter((word) => word !== undefined);
  const first = args?.items[0];
  if (entry === undefined || args === undefined || first === undefined || known.length < words.length) return undefined;
  return together(removeEntry(document, node, entry), insertItems(document, args, known, { before: first }));
}
