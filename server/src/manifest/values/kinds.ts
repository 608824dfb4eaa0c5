import { closest } from '../../engine/closest';
import { builtInKindLike, builtInKinds } from '../../knowledge/manifest-kinds';
import { removedApi } from '../../knowledge/removed-apis';
import { groupOf } from '../../knowledge/workload-kinds';
import { lookup } from '../model/lookup';
import type { KubernetesObject } from '../model/manifest';
import { kindsOf } from '../schema/kubernetes-types';
import { type InvalidValue, isFilledIn, writing } from './invalid-value';

/** A kind that the API does not have, or not in the version that is written. */
export function invalidKind(object: KubernetesObject): InvalidValue | undefined {
  const { apiVersion, kind, node, apiVersionNode, kindNode, document } = object;
  if (apiVersionNode === undefined || kindNode === undefined || apiVersion === '' || kind === '') return undefined;
  if (lookup(node, 'apiVersion').presence !== 'yes' || lookup(node, 'kind').presence !== 'yes') return undefined;
  if (isFilledIn(apiVersion) || kindsOf(apiVersion).includes(kind) || kind.endsWith('List')) return undefined;
  if (removedApi(apiVersion, kind) !== undefined) return undefined;
  const builtIn = builtInKinds.get(kind);
  if (builtIn !== undefined) {
    if (!isMisread(apiVersion, builtIn.apiVersion)) return undefined;
    return {
      variant: 'group',
      at: apiVersionNode.range,
      values: { apiVersion, kind, wanted: builtIn.apiVersion },
      mending: writing(document, apiVersionNode, builtIn.apiVersion, builtIn.apiVersion, 'safe'),
    };
  }
  const kinds = kindsOf(apiVersion);
  const same = builtInKindLike(kind);
  const meant = same ?? closest(kind, kinds);
  if (meant === undefined || (kinds.length === 0 && same === undefined)) return undefined;
  return {
    variant: 'kind',
    at: kindNode.range,
    values: { value: kind, wanted: meant },
    mending: writing(document, kindNode, meant, meant, same === undefined ? 'behaviour' : 'safe'),
  };
}

/**
 * Whether a version can only be a slip for the one of a kind: groups without a dot and those of `k8s.io` are Kubernetes'
 * own, and others have kinds of the same names. Alphas and betas come and go.
 */
function isMisread(apiVersion: string, wanted: string): boolean {
  const [group, meant] = [groupOf(apiVersion), groupOf(wanted)];
  if (/(?:alpha|beta)\d+$/.test(apiVersion)) return false;
  return (
    group === meant || !group.includes('.') || (group.endsWith('.k8s.io') && closest(group, [meant], 3) !== undefined)
  );
}
