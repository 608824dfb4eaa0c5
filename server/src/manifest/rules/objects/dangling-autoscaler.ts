import type { FixOffer, Problem } from '../../../engine/rule';
import { shifted, type TextEdit } from '../../../engine/text';
import { inFile } from '../../edits/in-file';
import { insertMissing } from '../../edits/insert-key';
import { setPath } from '../../edits/replace-scalar';
import { together } from '../../edits/together';
import { placeholder } from '../../edits/value';
import { labelOf } from '../../model/every-container';
import { objectLabel, objectPlace } from '../../model/object-place';
import { isBestEffort } from '../../model/requested-resources';
import { type DanglingTarget, danglingTargets } from '../../model/scale-targets';
import { type UnrequestedMetric, unrequestedMetrics } from '../../model/unrequested-metrics';
import { manifestFileRule } from '../../rule';

const equals = [
  'kube-linter/dangling-horizontalpodautoscaler',
  'kube-score/horizontalpodautoscaler-has-target',
  'kubescape/C-0300',
];

export default manifestFileRule({
  id: 'dangling-autoscaler',
  chapter: 'objects',
  variants: {
    name: {
      severity: 'warning',
      equals,
      message: 'No `{kind}` here is named `{target}`, but `{other}` is: `{autoscaler}` has nothing to scale',
    },
    kind: {
      severity: 'warning',
      equals,
      message: '`{target}` is a {other} here, and no {kind}: `{autoscaler}` has nothing to scale',
    },
    group: {
      severity: 'warning',
      equals: ['kube-score/horizontalpodautoscaler-has-target'],
      message: 'A {kind} is of `{other}`: as `{version}` it is not found, and `{autoscaler}` has nothing to scale',
    },
    unrequested: {
      severity: 'warning',
      equals: [],
      message:
        '`{container}` requests no {resource} of which `{autoscaler}` could know a percentage: it does not scale',
    },
  },
  fixes: {
    name: { title: 'Scale `{other}`', safety: 'behaviour', revealing: true },
    kind: { title: 'Scale the {other}', safety: 'behaviour', revealing: true },
    group: { title: 'Look for it in `{other}`', safety: 'behaviour', revealing: true },
    request: { title: 'Request {resource} for `{container}`, for you to fill in', safety: 'placeholder' },
  },
  notes: { meant: 'This may be meant', container: 'The container' },
  phrases: { resource: ['CPU', 'memory'] },
  check(manifest, report) {
    for (const dangling of danglingTargets(manifest)) report(danglingProblem(dangling));
    for (const metric of unrequestedMetrics(manifest)) report(unrequestedProblem(metric));
  },
});

type Variant = 'name' | 'kind' | 'group' | 'unrequested';
type FixName = 'name' | 'kind' | 'group' | 'request';
type Found = Problem<Variant, FixName, 'meant' | 'container'>;

function danglingProblem({ what, target, meant }: DanglingTarget): Found {
  const { reference, object, start, nameNode, kind } = target;
  const written = reference.entries.find(({ name }) => name === (what === 'group' ? 'apiVersion' : 'kind'))?.value;
  const { apiVersion } = meant.object;
  const other = { name: objectLabel(meant.object), kind: meant.object.kind, group: apiVersion }[what];
  const edits = edited(what, target, meant);
  return {
    variant: what,
    at: shifted((what === 'name' ? nameNode : (written ?? nameNode)).range, start),
    values: {
      kind,
      target: target.name,
      other,
      autoscaler: objectLabel(object),
      version: written?.kind === 'scalar' ? written.source : 'v1',
    },
    related: [{ at: shifted(objectPlace(meant.object), meant.start), note: 'meant' }],
    fixes: edits === undefined ? [] : [{ id: what, values: { other }, edits: () => inFile(edits, start) }],
  };
}

function edited(
  what: DanglingTarget['what'],
  { reference, object, group }: DanglingTarget['target'],
  { object: meant }: DanglingTarget['meant'],
): readonly TextEdit[] | undefined {
  const { document } = object;
  if (what === 'name') return setPath(document, reference, ['name'], meant.name ?? '');
  const version = meant.apiVersion.startsWith(`${group ?? ''}/`)
    ? []
    : setPath(document, reference, ['apiVersion'], meant.apiVersion);
  return what === 'group' ? version : together(version, setPath(document, reference, ['kind'], meant.kind));
}

function unrequestedProblem({ object, start, resource, node, container, containerStart }: UnrequestedMetric): Found {
  const label = labelOf(container);
  const word = resource === 'cpu' ? 'CPU' : resource;
  const at = shifted((container.nameNode ?? container.node).range, containerStart);
  return {
    variant: 'unrequested',
    at: shifted(node.range, start),
    values: { container: label, resource: word, autoscaler: objectLabel(object) },
    related: [{ at, note: 'container' }],
    fixes: () => requesting({ object, start, resource, node, container, containerStart }, label, word),
  };
}

function requesting(
  { resource, container, containerStart }: UnrequestedMetric,
  label: string,
  word: string,
): readonly FixOffer<FixName>[] {
  // What is missing then is more than this, and offered there.
  if (isBestEffort(container)) return [];
  const usual = { cpu: '100m', memory: '128Mi' }[resource];
  const requests = new Map([[resource, placeholder(usual)]]);
  const edits = insertMissing(container.pod.workload.object.document, container.node, { resources: { requests } });
  return edits === undefined || edits.length === 0
    ? []
    : [{ id: 'request', values: { container: label, resource: word }, edits: () => inFile(edits, containerStart) }];
}
