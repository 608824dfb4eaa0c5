import type { TextRange } from '../../engine/text';
import { groupOf } from '../../knowledge/workload-kinds';
import { asMapping, asSequence, fieldOf, lookup, stringOf } from './lookup';
import type { KubernetesObject, Mapping } from './manifest';

/** More than most need, that a Role or ClusterRole allows. */
export interface Permission {
  readonly what: 'wildcard' | 'secrets' | 'pods' | 'exec';
  /** The word that allows it, and where it stands. */
  readonly word: string;
  readonly range: TextRange;
}

/** Whether an object is a Role or a ClusterRole that somebody wrote: not one of the cluster's own. */
export const isRole = ({ apiVersion, kind, name }: KubernetesObject): boolean =>
  (kind === 'Role' || kind === 'ClusterRole') &&
  groupOf(apiVersion) === 'rbac.authorization.k8s.io' &&
  name?.startsWith('system:') !== true;

/**
 * The far-reaching permissions of a role: a wildcard once for each rule, else what gives away other people's secrets and pods. Not
 * what is confined to named objects, nor wildcards over the resources of a group that is not Kubernetes' own.
 */
export const permissionsOf = ({ node }: KubernetesObject): readonly Permission[] =>
  (asSequence(fieldOf(node, 'rules'))?.items ?? []).flatMap((item) => {
    const rule = asMapping(item.value);
    return rule === undefined || item.conditional || lookup(rule, 'resourceNames').presence !== 'no'
      ? []
      : permissionsOfRule(rule);
  });

function permissionsOfRule(rule: Mapping): readonly Permission[] {
  const groups = wordsOf(rule, 'apiGroups');
  const resources = wordsOf(rule, 'resources');
  const verbs = wordsOf(rule, 'verbs');
  if (groups.length === 0 || resources.length === 0 || verbs.length === 0) return [];
  if (groups.every(({ word }) => isForeignGroup(word))) return [];
  const wildcard = [...resources, ...verbs].find(({ word }) => word === '*');
  if (wildcard !== undefined) return [{ what: 'wildcard', ...wildcard }];
  if (!groups.some(({ word }) => word === '' || word === '*')) return [];
  return resources.flatMap((resource): readonly Permission[] => {
    const sensitive = sensitiveResources.get(resource.word);
    return sensitive !== undefined && verbs.some(({ word }) => sensitive.verbs.includes(word))
      ? [{ what: sensitive.what, ...resource }]
      : [];
  });
}

interface Sensitive {
  readonly what: Permission['what'];
  readonly verbs: readonly string[];
}

/** https://kubernetes.io/docs/concepts/security/rbac-good-practices/#privilege-escalation-risks */
const sensitiveResources: ReadonlyMap<string, Sensitive> = new Map([
  ['secrets', { what: 'secrets', verbs: ['get', 'list', 'watch'] }],
  ['pods', { what: 'pods', verbs: ['create'] }],
  ['pods/exec', { what: 'exec', verbs: ['create', 'get'] }],
  ['pods/attach', { what: 'exec', verbs: ['create', 'get'] }],
]);

/** A group of custom resources, or of numbers to read: whoever defines them may well do everything with them. */
const isForeignGroup = (group: string): boolean =>
  group.includes('.') && (!group.endsWith('.k8s.io') || group.endsWith('metrics.k8s.io'));

const wordsOf = (rule: Mapping, key: string): readonly { readonly word: string; readonly range: TextRange }[] =>
  (asSequence(fieldOf(rule, key))?.items ?? []).flatMap((item) => {
    const word = stringOf(item.value);
    return word === undefined || item.value === undefined || item.conditional
      ? []
      : [{ word, range: item.value.range }];
  });

/** Whether a role allows everything. */
export const allowsEverything = ({ node }: KubernetesObject): boolean =>
  (asSequence(fieldOf(node, 'rules'))?.items ?? []).some((item) => {
    const rule = asMapping(item.value);
    return (
      rule !== undefined &&
      !item.conditional &&
      lookup(rule, 'resourceNames').presence === 'no' &&
      ['apiGroups', 'resources', 'verbs'].every((key) => wordsOf(rule, key).some(({ word }) => word === '*'))
    );
  });
