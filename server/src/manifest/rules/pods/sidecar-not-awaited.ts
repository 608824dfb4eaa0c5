import type { FixOffer } from '../../../engine/rule';
import { insertStartupProbe } from '../../edits/insert-startup-probe';
import { labelOf } from '../../model/every-container';
import type { Container, ManifestDocument } from '../../model/manifest';
import { unawaitedSidecars } from '../../model/unawaited-sidecars';
import { manifestRule } from '../../rule';

export default manifestRule({
  id: 'sidecar-not-awaited',
  chapter: 'pods',
  variants: {
    unawaited: {
      severity: 'information',
      message: '`{caller}` is started as soon as `{sidecar}` is, and may find nobody at localhost:{port}',
    },
  },
  fixes: {
    probe: { title: 'Wait for it with a startup probe: {handler}', safety: 'behaviour' },
  },
  notes: { caller: 'This one connects to it' },
  check(document, report) {
    for (const found of document.objects.flatMap(({ workloads }) => workloads.flatMap(unawaitedSidecars))) {
      const { sidecar, caller, port } = found;
      report({
        variant: 'unawaited',
        at: sidecar.nameNode?.range ?? sidecar.imageNode?.range ?? sidecar.node.range,
        values: { sidecar: labelOf(sidecar), caller: labelOf(caller), port: String(port) },
        related: [{ at: caller.nameNode?.range ?? caller.node.range, note: 'caller' }],
        fixes: () => mends(document, sidecar, port),
      });
    }
  },
});

function mends(document: ManifestDocument, sidecar: Container, port: number): readonly FixOffer<'probe'>[] {
  const inserted = insertStartupProbe(document, sidecar, port);
  if (inserted === undefined) return [];
  const { handler, guessed, edits } = inserted;
  return [{ id: 'probe', values: { handler }, safety: guessed ? 'placeholder' : 'behaviour', edits: () => edits }];
}
