import type { ApiMigration, RemovedApi } from '../../knowledge/removed-apis';
import { replaceScalar } from '../edits/replace-scalar';
import { together } from '../edits/together';
import type { KubernetesObject } from '../model/manifest';
import { migrateAutoscaler } from './autoscaler';
import { migrateIngress } from './ingress';
import { type Changes, type Migrate, unchanged } from './migration';
import {
  migrateAccessReview,
  migrateBudget,
  migrateEndpointSlice,
  migratePriorityLevel,
  migrateSigningRequest,
} from './renamed-fields';
import { migrateWebhooks } from './webhooks';
import { migrateWorkload } from './workload';

const migrations: Readonly<Record<ApiMigration, Migrate>> = {
  workload: migrateWorkload,
  ingress: migrateIngress,
  autoscaler: migrateAutoscaler,
  budget: migrateBudget,
  webhooks: migrateWebhooks,
  priorityLevel: migratePriorityLevel,
  accessReview: migrateAccessReview,
  endpointSlice: migrateEndpointSlice,
  signingRequest: migrateSigningRequest,
  person: () => undefined,
};

/**
 * Brings an object of a removed or deprecated version to the one that replaces it, with everything that has to change.
 * @returns `undefined` when there is no successor, when a person has to decide, or where the text cannot be edited safely
 */
export function migrated(object: KubernetesObject, api: RemovedApi): Changes | undefined {
  const { apiVersionNode, document } = object;
  if (api.replacement === undefined || apiVersionNode === undefined) return undefined;
  const changes = api.migration === undefined ? unchanged : migrations[api.migration](object);
  const edits = changes && together(replaceScalar(document, apiVersionNode, api.replacement), changes.edits);
  if (changes === undefined || edits === undefined) return undefined;
  // What a patch is merged over has to change with it.
  return { edits, meaning: changes.meaning === 'same' && document.mode === 'patch' ? 'different' : changes.meaning };
}
