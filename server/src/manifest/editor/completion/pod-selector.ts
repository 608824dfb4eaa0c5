import { type BlockMapping, placeholder } from '../../edits/value';
import { stringsOf, valueAt } from '../../model/lookup';
import type { ContainerPort, Manifest, Workload } from '../../model/manifest';

/** What surely finds the pods: the controller's own selector, or all of their labels. */
export function selectorOf({ object, labels }: Workload): ReadonlyMap<string, string> | undefined {
  const own = stringsOf(valueAt(object.node, ['spec', 'selector', 'matchLabels']));
  const found = new Map(Object.entries(Object.keys(own).length > 0 ? own : labels));
  return found.size === 0 ? undefined : found;
}

/** The workload that an object at an offset of a file most likely goes with: the nearest one above, or else the first below. */
export function nearestWorkload({ documents }: Manifest, offset: number): Workload | undefined {
  const found = documents.flatMap(({ document, start }) =>
    document.objects.flatMap(({ workloads }) => workloads.map((workload) => ({ workload, start }))),
  );
  return (found.findLast(({ start }) => start < offset) ?? found[0])?.workload;
}

/**
 * The ports of a Service in front of ports of containers.
 * @param direct clients reach the pods themselves
 */
export const servicePorts = (ports: readonly ContainerPort[], direct: boolean): readonly BlockMapping[] =>
  ports.flatMap((port) => servicePort(port, direct));

function servicePort({ name, number, protocol }: ContainerPort, direct: boolean): readonly BlockMapping[] {
  if (number === undefined) return [];
  const port = direct ? number : placeholder(name === 'http' ? 80 : name === 'https' ? 443 : number);
  return [
    {
      name: name ?? `port-${number}`,
      protocol: protocol === 'TCP' ? undefined : protocol,
      port,
      targetPort: name ?? number,
    },
  ];
}
