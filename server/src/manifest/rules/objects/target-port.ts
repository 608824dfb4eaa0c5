import type { FixOffer } from '../../../engine/rule';
import { shifted, type TextEdit } from '../../../engine/text';
import { declarePort } from '../../edits/declare-port';
import { inFile } from '../../edits/in-file';
import { insertKey } from '../../edits/insert-key';
import { replaceScalar } from '../../edits/replace-scalar';
import { type FileService, fileServices } from '../../model/file-services';
import { type UnmetPort, unmetPorts } from '../../model/unmet-ports';
import { manifestFileRule } from '../../rule';

export default manifestFileRule({
  id: 'target-port',
  chapter: 'objects',
  variants: {
    unresolved: {
      severity: 'warning',
      message: 'No port of `{workload}` is named `{port}`: `{service}` has nowhere to send its traffic',
    },
    undeclared: {
      severity: 'information',
      message: '`{service}` sends to port {port}, but `{workload}` says that it listens on {declared}',
    },
  },
  fixes: {
    change: { title: 'Send to port `{declared}`', safety: 'behaviour', revealing: true },
    declare: { title: 'Declare port {port} of `{container}`', safety: 'behaviour', revealing: true },
    name: {
      title: 'Declare a port `{port}` of `{container}`, its number for you to fill in',
      safety: 'placeholder',
      revealing: true,
    },
  },
  check(manifest, report) {
    for (const service of fileServices(manifest))
      for (const unmet of unmetPorts(service))
        report({
          variant: typeof unmet.port === 'string' ? 'unresolved' : 'undeclared',
          at: shifted(unmet.node.range, service.start),
          values: {
            workload: unmet.workload.object.name ?? unmet.workload.object.kind,
            service: service.object.name ?? 'Service',
            port: String(unmet.port),
            declared: unmet.declared.map(({ number }) => number ?? '').join(', '),
          },
          fixes: () => [...changes(service, unmet), ...declarations(service, unmet)],
        });
  },
});

/** Only where there is one port to choose. */
function changes({ object, start }: FileService, unmet: UnmetPort): readonly FixOffer<'change'>[] {
  const [port, other] = unmet.declared;
  const target = typeof unmet.port === 'string' ? (port?.name ?? port?.number) : port?.number;
  if (target === undefined || other !== undefined) return [];
  const edits: readonly TextEdit[] | undefined = unmet.written
    ? replaceScalar(object.document, unmet.node, target)
    : insertKey(object.document, unmet.entry, 'targetPort', target);
  return edits === undefined
    ? []
    : [{ id: 'change', values: { declared: String(target) }, edits: () => inFile(edits, start) }];
}

/** Only where there is one container to choose, in one workload of the name. */
function declarations(
  { selection }: FileService,
  { port, containers, workload, workloadStart }: UnmetPort,
): readonly FixOffer<'declare' | 'name'>[] {
  const [container, other] = containers;
  const namesake = selection.selected.some(
    (each) => each.workload !== workload && each.workload.object.name === workload.object.name,
  );
  if (container === undefined || other !== undefined || namesake) return [];
  const named = typeof port === 'string';
  const { document } = workload.object;
  const edits = declarePort(document, container, named ? { name: port } : { number: port });
  if (edits === undefined) return [];
  return [
    {
      id: named ? 'name' : 'declare',
      values: { port: String(port), container: container.name ?? 'container' },
      edits: () => inFile(edits, workloadStart),
    },
  ];
}
