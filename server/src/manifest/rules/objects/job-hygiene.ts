import type { FixOffer } from '../../../engine/rule';
import { groupOf } from '../../../knowledge/workload-kinds';
import { insertPath } from '../../edits/insert-key';
import { type BlockValue, placeholder } from '../../edits/value';
import { fieldOf, lookup, lookupAt } from '../../model/lookup';
import type { KubernetesObject, ManifestDocument } from '../../model/manifest';
import { manifestRule } from '../../rule';

export default manifestRule({
  id: 'job-hygiene',
  chapter: 'objects',
  variants: {
    leftover: {
      severity: 'hint',
      equals: ['kube-linter/job-ttl-seconds-after-finished'],
      message: '`{name}` and its pods stay in the cluster when it is done, until somebody deletes them',
    },
    overlap: {
      severity: 'hint',
      equals: [],
      message: '`{name}` starts again while its last run still goes on: a slow run is joined by the next, and the next',
    },
    late: {
      severity: 'hint',
      equals: ['kube-score/cronjob-has-deadline'],
      message: '`{name}` has no starting deadline: a run whose time was missed is started however late it is',
    },
  },
  fixes: {
    ttl: { title: 'Delete it some time after it is done, for you to say', safety: 'placeholder' },
    concurrency: { title: 'Say what becomes of a run that overlaps the last one', safety: 'placeholder' },
    deadline: { title: 'Say how late a run may start', safety: 'placeholder' },
  },
  check(document, report) {
    for (const object of document.objects)
      for (const { variant, fix, key, value } of wishesFor(object)) {
        if (lookupAt(object.node, ['spec', key]).presence !== 'no') continue;
        report({
          variant,
          at: (fieldOf(object.metadata, 'name') ?? object.kindNode ?? object.node).range,
          values: { name: object.name ?? object.kind },
          fixes: () => offers(document, object, fix, key, value),
        });
      }
  },
});

interface Wish {
  readonly variant: 'leftover' | 'overlap' | 'late';
  readonly fix: 'ttl' | 'concurrency' | 'deadline';
  readonly key: string;
  readonly value: BlockValue;
}

const ofJob: readonly Wish[] = [
  { variant: 'leftover', fix: 'ttl', key: 'ttlSecondsAfterFinished', value: placeholder(86_400) },
];

const ofCronJob: readonly Wish[] = [
  {
    variant: 'overlap',
    fix: 'concurrency',
    key: 'concurrencyPolicy',
    value: placeholder('Forbid', ['Forbid', 'Replace', 'Allow']),
  },
  { variant: 'late', fix: 'deadline', key: 'startingDeadlineSeconds', value: placeholder(600) },
];

function wishesFor(object: KubernetesObject): readonly Wish[] {
  if (groupOf(object.apiVersion) !== 'batch' || lookup(object.node, 'spec').presence !== 'yes') return [];
  if (object.kind === 'CronJob') return ofCronJob;
  return object.kind === 'Job' && !isTidiedUp(object) ? ofJob : [];
}

/** Helm and Argo CD delete the jobs that are their hooks, and an owner's jobs go with it. */
function isTidiedUp({ annotations, metadata }: KubernetesObject): boolean {
  const known = metadata === undefined || lookup(metadata, 'annotations').presence !== 'unknown';
  const owned = metadata !== undefined && lookup(metadata, 'ownerReferences').presence !== 'no';
  return !known || owned || Object.keys(annotations).some((name) => hooks.test(name));
}

const hooks = /^(?:helm\.sh|argocd\.argoproj\.io)\/hook/;

function offers(
  document: ManifestDocument,
  object: KubernetesObject,
  id: Wish['fix'],
  key: string,
  value: BlockValue,
): readonly FixOffer<Wish['fix']>[] {
  const edits = insertPath(document, object.node, ['spec', key], value);
  return edits === undefined ? [] : [{ id, edits: () => edits }];
}
