import type { FixOffer } from '../../../engine/rule';
import { shifted } from '../../../engine/text';
import { inFile } from '../../edits/in-file';
import { replaceScalar, type ScalarValue } from '../../edits/replace-scalar';
import type { PlacedBackend } from '../../model/backends';
import { danglingBackends, type ServicePort } from '../../model/dangling-backends';
import type { Scalar } from '../../model/manifest';
import { objectLabel, objectPlace } from '../../model/object-place';
import { manifestFileRule } from '../../rule';

const equals = ['kube-linter/dangling-ingress', 'kube-score/ingress-targets-service', 'kubescape/C-0298'];

export default manifestFileRule({
  id: 'dangling-ingress',
  chapter: 'objects',
  variants: {
    service: {
      severity: 'warning',
      equals,
      message:
        'No Service here is named `{service}`, but `{other}` is: requests to `{ingress}` get nothing but an error',
    },
    port: {
      severity: 'warning',
      equals,
      message: '`{service}` has no port `{port}`, but {ports}: requests to `{ingress}` get nothing but an error',
    },
  },
  fixes: {
    service: { title: 'Send requests to `{other}`', safety: 'behaviour' },
    port: { title: 'Send requests to port `{other}`', safety: 'behaviour' },
  },
  notes: { service: 'The Service' },
  check(manifest, report) {
    for (const dangling of danglingBackends(manifest)) {
      const { backend } = dangling;
      const { port } = backend;
      const place = dangling.what === 'service' ? dangling.meant : dangling.service;
      const related = [{ at: shifted(objectPlace(place.object), place.start), note: 'service' as const }];
      const ingress = objectLabel(backend.object);
      if (dangling.what === 'service') {
        const other = objectLabel(place.object);
        report({
          variant: 'service',
          at: shifted(backend.nameNode.range, backend.start),
          values: { service: backend.name, other, ingress },
          related,
          fixes: () => offers('service', backend, backend.nameNode, other),
        });
      } else if (port !== undefined)
        report({
          variant: 'port',
          at: shifted(port.node.range, backend.start),
          values: {
            service: backend.name,
            port: String(port.value),
            ports: dangling.ports.map(inWords).join(', '),
            ingress,
          },
          related,
          fixes: () => toOnlyPort(backend, port.node, dangling.ports),
        });
    }
  },
});

const inWords = ({ name, number }: ServicePort): string => (name === undefined ? `${number}` : `${number} (${name})`);

/** Only where there is one port to choose. */
function toOnlyPort(
  backend: PlacedBackend,
  node: Scalar,
  [port, other]: readonly ServicePort[],
): readonly FixOffer<'service' | 'port'>[] {
  const wanted = typeof node.value === 'string' ? port?.name : port?.number;
  return wanted === undefined || other !== undefined ? [] : offers('port', backend, node, wanted);
}

function offers(
  id: 'service' | 'port',
  { object, start }: PlacedBackend,
  node: Scalar,
  wanted: ScalarValue & (string | number),
): readonly FixOffer<'service' | 'port'>[] {
  const edits = replaceScalar(object.document, node, wanted);
  return edits === undefined ? [] : [{ id, values: { other: String(wanted) }, edits: () => inFile(edits, start) }];
}
