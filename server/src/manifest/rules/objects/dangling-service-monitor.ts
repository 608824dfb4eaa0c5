import type { FixOffer } from '../../../engine/rule';
import { soleFix } from '../../../engine/sole-fix';
import { shifted } from '../../../engine/text';
import { askForLabels } from '../../edits/ask-for-labels';
import { inFile } from '../../edits/in-file';
import { replaceScalar } from '../../edits/replace-scalar';
import type { Scalar } from '../../model/manifest';
import { meantItem } from '../../model/meant-items';
import { objectLabel, objectPlace } from '../../model/object-place';
import { labelledServices, portNames, type ServiceMonitor, serviceMonitors } from '../../model/service-monitors';
import { manifestFileRule } from '../../rule';

export default manifestFileRule({
  id: 'dangling-service-monitor',
  chapter: 'objects',
  variants: {
    service: {
      severity: 'warning',
      equals: ['kube-linter/dangling-servicemonitor'],
      message: 'No Service here has the label `{label}`: `{monitor}` finds none, but `{service}` is there',
    },
    port: {
      severity: 'warning',
      equals: [],
      message: '`{service}` has no port named `{port}`: Prometheus gets no metrics through `{monitor}`',
    },
  },
  fixes: {
    select: { title: 'Look for the labels of `{service}`', safety: 'behaviour' },
    port: { title: 'Take port `{other}`', safety: 'behaviour' },
  },
  notes: { service: 'The Service' },
  check(manifest, report) {
    for (const monitor of serviceMonitors(manifest)) {
      const { object, start } = monitor;
      const name = objectLabel(object);
      const meant = meantItem(labelledServices(manifest), monitor, { named: true });
      const [first] = meant?.differences ?? [];
      // What a Service lacks, kustomize may add; where it has another one, somebody wrote it.
      if (meant?.differences.every(({ wanted }) => wanted !== undefined) === true && first !== undefined) {
        const service = objectLabel(meant.item.object);
        report({
          variant: 'service',
          at: shifted(first.entry.range, start),
          values: { label: `${first.key}: ${first.value}`, monitor: name, service },
          related: [{ at: shifted(objectPlace(meant.item.object), meant.item.start), note: 'service' }],
          fixes: soleFix('select', () => inFile(askForLabels(object.document, meant.differences), start), { service }),
        });
      }
      // Of several Services one may have a port that the others lack.
      const [service, other] = monitor.selection.selected;
      if (service === undefined || other !== undefined || monitor.selection.unsure) continue;
      const names = portNames(service);
      for (const port of names === undefined ? [] : monitor.ports)
        if (names?.includes(String(port.value)) === false)
          report({
            variant: 'port',
            at: shifted(port.range, start),
            values: { service: objectLabel(service.object), port: port.source, monitor: name },
            related: [{ at: shifted(objectPlace(service.object), service.start), note: 'service' }],
            fixes: () => toOnlyPort(monitor, port, names),
          });
    }
  },
});

/** Only where there is one port to choose. */
function toOnlyPort(
  { object, start }: ServiceMonitor,
  port: Scalar,
  [only, other]: readonly string[],
): readonly FixOffer<'port'>[] {
  const edits = only === undefined || other !== undefined ? undefined : replaceScalar(object.document, port, only);
  return edits === undefined || only === undefined
    ? []
    : [{ id: 'port', values: { other: only }, edits: () => inFile(edits, start) }];
}
