import { foreignGroups } from '../../knowledge/foreign-groups';
import {
  apiVersionPattern,
  builtInKindLike,
  builtInKinds,
  kindPattern,
  readerOutsideCluster,
} from '../../knowledge/manifest-kinds';
import { groupOf } from '../../knowledge/workload-kinds';
import { fileName, inFolder, segmentsOf } from './file-path';
import { asMapping, asScalar, asSequence, entryOf, fieldOf, isUnknown, stringOf, valueAt } from './lookup';
import type { Mapping, Node, Scalar } from './nodes';

/** Files of other tools, some of which have an `apiVersion` of their own. */
const foreignFiles =
  /^(?:chart|values[\w.-]*|kustomization|skaffold|helmfile|docker-compose[\w.-]*|compose[\w.-]*|mkdocs|catalog-info|buf|renovate|dependabot|action|pnpm-lock|package(?:-lock)?|tsconfig[\w.-]*)\.(?:ya?ml|json)$/i;

/** Keys at the top of formats that are not objects of a cluster. */
const foreignKeys = ['openapi', 'swagger', 'asyncapi', 'AWSTemplateFormatVersion'];

/** Whether a file is another tool's by its name and folder. */
export const isForeignFile = (path: string | undefined): boolean =>
  foreignFiles.test(fileName(path)) || isWorkflow(path);

/**
 * Whether a document is an object of a cluster's API: by `apiVersion` and `kind`, and where one of the two is missing,
 * by the other with `metadata` or `spec` beside it.
 */
export function isKubernetesObject(root: Node | undefined, path: string | undefined): boolean {
  if (root?.kind !== 'mapping') return false;
  if (isForeignFile(path)) return false;
  const apiVersion = fieldOf(root, 'apiVersion');
  const kind = fieldOf(root, 'kind');
  const version = stringOf(apiVersion);
  const name = stringOf(kind);
  if (version !== undefined && isForeign(version, name)) return false;
  if (foreignKeys.some((key) => entryOf(root, key) !== undefined)) return false;
  const describes = entryOf(root, 'metadata') !== undefined || entryOf(root, 'spec') !== undefined;
  if (apiVersion !== undefined && kind !== undefined)
    return (
      isVersion(apiVersion, name, describes) && isKind(kind, describes) && !(isUnknown(apiVersion) && isUnknown(kind))
    );
  if (!describes) return false;
  if (name !== undefined) return builtInKinds.has(name);
  return version !== undefined && apiVersionPattern.test(version) && entryOf(root, 'metadata') !== undefined;
}

/** `apiVersion: app/1` is no version, but a known kind beside it tells what is meant. */
const isVersion = (node: Node, kind: string | undefined, describes: boolean): boolean => {
  if (isUnknown(node)) return true;
  const version = stringOf(node);
  if (version !== undefined && apiVersionPattern.test(version)) return true;
  return describes && kind !== undefined && builtInKinds.has(kind) && node.kind === 'scalar';
};

/** `kind: deployment` is no kind, but near enough to one. */
const isKind = (node: Node, describes: boolean): boolean => {
  if (isUnknown(node)) return true;
  const kind = stringOf(node);
  if (kind === undefined) return false;
  return kindPattern.test(kind) || (describes && builtInKindLike(kind) !== undefined);
};

const isWorkflow = (path: string | undefined): boolean =>
  /(?:^|\/)\.(?:github|gitea|forgejo)\/(?:workflows|actions)\//.test(segmentsOf(path).join('/'));

/** Configuration files of tools look like objects, but no cluster takes them. */
function isForeign(apiVersion: string, kind: string | undefined): boolean {
  // Without a kind it may be one that is still to be written.
  if (kind !== undefined && readerOutsideCluster(apiVersion, kind) !== undefined) return true;
  const group = groupOf(apiVersion);
  return foreignGroups.some((pattern) => pattern.test(group));
}

/** `cpu-patch.yaml`, `patches.yaml`, `deploymentPatch.yaml`, but not `dispatcher.yaml`. */
const patchName = /(?:(?:^|[^a-zA-Z])[pP]|[a-z]P)atch(?:es)?(?![a-z])/;

/** A kustomize or kubectl patch: only what changes is written in it. */
export function isPatch(root: Node | undefined, path: string | undefined, text: string): boolean {
  if (root?.kind !== 'mapping') return false;
  if (patchName.test(fileName(path)) || inFolder(path, 'patches')) return true;
  if (text.includes('$patch') && holdsPatchDirective(root, 0)) return true;
  const kind = stringOf(fieldOf(root, 'kind'));
  if (kind === undefined || !selectingKinds.has(kind)) return false;
  const spec = asMapping(fieldOf(root, 'spec'));
  if (spec === undefined || spec.open || spec.entries.length === 0 || entryOf(spec, 'selector') !== undefined)
    return false;
  return !namesImage(valueAt(spec, ['template', 'spec']));
}

const selectingKinds: ReadonlySet<string> = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet']);

const deepestDirective = 12;

const holdsPatchDirective = (node: Node | undefined, depth: number): boolean => {
  if (depth > deepestDirective || node === undefined || node.kind === 'scalar') return false;
  if (node.kind === 'sequence') return node.items.some((item) => holdsPatchDirective(item.value, depth + 1));
  return node.entries.some((entry) => entry.name === '$patch' || holdsPatchDirective(entry.value, depth + 1));
};

const namesImage = (pod: Node | undefined): boolean =>
  ['containers', 'initContainers'].some((list) =>
    (asSequence(valueAt(pod, [list]))?.items ?? []).some(
      (item) => entryOf(asMapping(item.value), 'image') !== undefined,
    ),
  );

const apiVersionLine = /^(?:[ \t]*"apiVersion"[ \t]*:|apiVersion[ \t]*:)/m;
const kindLine = /^(?:[ \t]*"kind"[ \t]*:|kind[ \t]*:)/m;
const minified = /^\s*[{[][^\n]*"(?:apiVersion|kind)"\s*:[^\n]*"(?:apiVersion|kind)"\s*:/;

/**
 * A cheap test of whether a text may hold objects of a cluster's API, for finding files: no promise, but nothing that
 * `isKubernetesObject` would recognise by both fields is missed.
 * @param text a file, or as much of its start as was read
 */
export const looksLikeManifest = (text: string): boolean =>
  (apiVersionLine.test(text) && kindLine.test(text)) || minified.test(text);

/** The nodes that say what an object is. */
export const identityOf = (
  root: Mapping,
): { readonly apiVersion: Scalar | undefined; readonly kind: Scalar | undefined } => ({
  apiVersion: asScalar(fieldOf(root, 'apiVersion')),
  kind: asScalar(fieldOf(root, 'kind')),
});
