import type { FixOffer } from '../../../engine/rule';
import { insertion, replacement, type TextEdit } from '../../../engine/text';
import { fullName, isRepository } from '../../../image/full-name';
import type { ImageReference } from '../../../image/reference';
import { versionTags } from '../../../image/version-tags';
import { isFetched } from '../../model/pulled-images';
import { dockerfileRule } from '../../rule';

const missing = ['hadolint/DL3006', 'trivy/DS-0001', 'checkov/CKV_DOCKER_7'];
const latest = ['hadolint/DL3007', 'trivy/DS-0001', 'checkov/CKV_DOCKER_7'];

export default dockerfileRule({
  id: 'unpinned-parent',
  chapter: 'parent',
  variants: {
    missing: {
      severity: 'warning',
      equals: missing,
      message: '`{image}` has no tag and so means `latest`: the next build may take another major version of it',
    },
    latest: {
      severity: 'warning',
      equals: latest,
      message: '`{image}` is whatever was released last: the next build may take another major version of it',
    },
    versionless: {
      severity: 'information',
      message: '`{image}` names a variant but no version: the next build may take another major version of it',
    },
    build: {
      severity: 'hint',
      equals: [...new Set([...missing, ...latest])],
      message: '`{image}` names no version: what this stage builds with may change from one build to the next',
    },
  },
  fixes: {
    pin: { title: 'Pin `{image}` to a version: {tags}', safety: 'placeholder' },
  },
  check(dockerfile, report, { today }) {
    for (const { parent, contributesLayers } of dockerfile.stages) {
      if (parent.kind !== 'image') continue;
      const { reference } = parent;
      const tags = versionTags(fullName(reference), reference.tag ?? 'latest', today);
      const variant = variantOf(reference, tags);
      if (variant === undefined) continue;
      report({
        variant: contributesLayers ? variant : 'build',
        at: reference.tagRange ?? reference.range,
        values: { image: reference.text },
        equals: variant === 'missing' ? missing : variant === 'latest' ? latest : [],
        fixes: pinned(reference, tags),
      });
    }
  },
});

/** How an image fails to say which version it is; `undefined` when it says so, or when nobody can tell. */
function variantOf(
  reference: ImageReference,
  tags: readonly string[],
): 'missing' | 'latest' | 'versionless' | undefined {
  if (reference.variable || reference.digest !== undefined || reference.tag === '') return undefined;
  if (!isFetched(reference) || !isRepository(reference.repository)) return undefined;
  if (reference.tag === undefined) return isVersionInName(reference) ? undefined : 'missing';
  if (reference.tag === 'latest') return isVersionInName(reference) ? undefined : 'latest';
  return tags.length > 0 ? 'versionless' : undefined;
}

/** Distroless images carry the version in their name, and no tag with one: GoogleContainerTools/distroless:README.md. */
const isVersionInName = ({ repository }: ImageReference): boolean => /(?:^|\/)distroless\/[\w.-]+\d$/.test(repository);

function pinned({ text, range, tagRange }: ImageReference, tags: readonly string[]): readonly FixOffer<'pin'>[] {
  const [first] = tags;
  if (first === undefined) return [];
  const edit: TextEdit =
    tagRange === undefined
      ? { ...insertion(range.end, `:${first}`), placeholders: [{ start: 1, end: first.length + 1, choices: tags }] }
      : { ...replacement(tagRange, first), placeholders: [{ start: 0, end: first.length, choices: tags }] };
  return [{ id: 'pin', values: { image: text, tags: tags.join(', ') }, edits: () => [edit] }];
}
