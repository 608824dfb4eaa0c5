import type { FixOffer } from '../../../engine/rule';
import { insertion, replacement, type TextEdit } from '../../../engine/text';
import { fullName, isRepository } from '../../../image/full-name';
import type { ImageReference } from '../../../image/reference';
import { versionTags } from '../../../image/version-tags';
import { imageBase } from '../../../knowledge/image-families';
import { publishedTags } from '../../../knowledge/published-tags';
import { everyContainer } from '../../model/every-container';
import { asMapping, asSequence, fieldOf, stringOf, valueAt } from '../../model/lookup';
import type { Container, KubernetesObject, ManifestDocument } from '../../model/manifest';
import { isLocalRegistry, isMovingTag } from '../../model/moving-tag';
import { manifestRule } from '../../rule';

const equals = [
  'kube-linter/latest-tag',
  'kube-score/container-image-tag',
  'polaris/tagNotSpecified',
  'trivy/KSV-0013',
  'checkov/CKV_K8S_14',
];

export default manifestRule({
  id: 'mutable-tag',
  chapter: 'resources',
  variants: {
    latest: {
      severity: 'warning',
      equals,
      message:
        '`{image}` is whatever was pushed last: pods of one rollout may differ, and a rollback brings back nothing',
    },
    missing: {
      severity: 'warning',
      equals,
      message:
        '`{image}` has no tag and so means `latest`: pods of one rollout may differ, and a rollback brings back nothing',
    },
    unresolved: {
      severity: 'hint',
      equals,
      message:
        '`{image}` has neither registry nor tag: unless a tool fills them in, it is the `latest` of whoever has that name',
    },
    versionless: {
      severity: 'hint',
      message:
        '`{image}` names a variant but no version: pods of one rollout may differ, and a rollback brings back nothing',
    },
    moving: {
      severity: 'hint',
      message: '`{tag}` moves from build to build: pods of one rollout may differ, and a rollback brings back nothing',
    },
  },
  fixes: {
    pin: { title: 'Pin `{image}` to a version: {tags}', safety: 'placeholder' },
  },
  check(document, report, { today }) {
    const used = usedTags(document);
    for (const container of everyContainer(document)) {
      const { image } = container;
      if (image === undefined || isLoadedLocally(container) || isSetByTrigger(container.pod.workload.object)) continue;
      const tags = tagsFor(image, used, today);
      const variant = variantOf(image, tags);
      if (variant === undefined) continue;
      report({
        variant,
        at: image.tagRange ?? image.range,
        values: { image: image.text, tag: image.tag ?? '' },
        fixes: () => pinned(image, tags),
      });
    }
  },
});

type VariantName = 'latest' | 'missing' | 'unresolved' | 'versionless' | 'moving';

/** How an image fails to say what will run; `undefined` when it says so, or when nobody can tell. */
function variantOf(image: ImageReference, tags: readonly string[]): VariantName | undefined {
  const { registry, repository, tag, digest, variable } = image;
  if (digest !== undefined || isLocalRegistry(registry) || isReplaced(image)) return undefined;
  if (!variable && !isRepository(repository)) return undefined;
  if (tag === 'latest') return 'latest';
  if (tag === undefined) {
    if (variable && /[$}]/.test(repository.slice(repository.lastIndexOf('/') + 1))) return undefined;
    return isFound(image) ? 'missing' : 'unresolved';
  }
  if (isMovingTag(tag)) return 'moving';
  return variable || tags.length === 0 ? undefined : 'versionless';
}

/**
 * Names that are there to be replaced: `controller:latest` by the kustomization that kubebuilder writes with it
 * (kubernetes-sigs/kubebuilder docs/book), `auto` by Istio's injector (istio.io, custom sidecar injection).
 */
const isReplaced = ({ text }: ImageReference): boolean => text === 'controller:latest' || text === 'auto';

/** Whether a registry is likely to have it: a bare name that no official image has is what a tool builds and fills in. */
const isFound = ({ registry, repository }: ImageReference): boolean =>
  registry !== undefined ||
  repository.includes('/') ||
  publishedTags(repository).length > 0 ||
  imageBase(repository).family !== 'unknown';

/** The node has it already: there is no registry in which its tag could move. */
const isLoadedLocally = ({ node }: Container): boolean => stringOf(fieldOf(node, 'imagePullPolicy')) === 'Never';

/** https://docs.openshift.com: an image stream's trigger writes the digest into the object. */
function isSetByTrigger({ kind, node, annotations }: KubernetesObject): boolean {
  if (annotations['image.openshift.io/triggers'] !== undefined) return true;
  if (kind !== 'DeploymentConfig') return false;
  const triggers = asSequence(valueAt(node, ['spec', 'triggers']))?.items ?? [];
  return triggers.some(({ value }) => stringOf(fieldOf(asMapping(value), 'type')) === 'ImageChange');
}

/** The tags with a version that a document has for each image. */
function usedTags(document: ManifestDocument): ReadonlyMap<string, readonly string[]> {
  const used = new Map<string, string[]>();
  for (const { image } of everyContainer(document)) {
    if (image?.tag === undefined || image.variable || !/\d/.test(image.tag)) continue;
    const name = fullName(image);
    const tags = used.get(name);
    if (tags === undefined) used.set(name, [image.tag]);
    else if (!tags.includes(image.tag) && tags.length < mostChoices) tags.push(image.tag);
  }
  return used;
}

/** The most that anybody would choose from. */
const mostChoices = 8;

/** Tags to choose from, for one that moves: those that the document has for the same image, then those that are published. */
function tagsFor(
  image: ImageReference,
  used: ReadonlyMap<string, readonly string[]>,
  today: string,
): readonly string[] {
  const { tag, variable } = image;
  if (variable) return [];
  const name = fullName(image);
  const published = versionTags(name, tag ?? 'latest', today);
  const isMoving = tag === undefined || tag === 'latest' || isMovingTag(tag) || published.length > 0;
  return isMoving ? [...new Set([...(used.get(name) ?? []), ...published])] : [];
}

function pinned({ text, range, tagRange }: ImageReference, tags: readonly string[]): readonly FixOffer<'pin'>[] {
  const [first] = tags;
  if (first === undefined) return [];
  const edit: TextEdit =
    tagRange === undefined
      ? { ...insertion(range.end, `:${first}`), placeholders: [{ start: 1, end: first.length + 1, choices: tags }] }
      : { ...replacement(tagRange, first), placeholders: [{ start: 0, end: first.length, choices: tags }] };
  return [{ id: 'pin', values: { image: text, tags: tags.join(', ') }, edits: () => [edit] }];
}
