import type { FixOffer } from '../../../engine/rule';
import { textOf } from '../../../engine/text';
import { removeEntry, removeItem } from '../../edits/remove';
import { together } from '../../edits/together';
import { everyContainer, labelOf } from '../../model/every-container';
import { idleContainer } from '../../model/idle-containers';
import { installAtStart } from '../../model/installs-at-start';
import { asSequence, entryOf, fieldOf, lookup } from '../../model/lookup';
import type { Container, ContainerPort, ManifestDocument } from '../../model/manifest';
import { sshAccess } from '../../model/ssh-servers';
import { manifestRule } from '../../rule';

export default manifestRule({
  id: 'pod-as-machine',
  chapter: 'pods',
  variants: {
    sshPort: {
      severity: 'warning',
      equals: ['kube-linter/ssh-port', 'kubescape/C-0042'],
      message: 'Port `{port}` is SSH: a second way into `{container}`, with keys and updates of its own',
    },
    sshServer: {
      severity: 'warning',
      equals: ['kubescape/C-0042'],
      message: '`{command}` is a second way into `{container}`, which Kubernetes neither sees nor controls',
    },
    idle: {
      severity: 'warning',
      message: '`{command}` does nothing, forever: `{container}` counts as running, and nobody answers at its ports',
    },
    installs: {
      severity: 'information',
      message:
        '`{command}` runs at each start of `{container}`: slow, never the same twice, and no start without network',
    },
  },
  fixes: {
    close: { title: 'Do not declare port `{port}`', safety: 'behaviour' },
    run: { title: 'Let the image run its own program again', safety: 'behaviour' },
  },
  check(document, report) {
    for (const container of everyContainer(document)) {
      const label = labelOf(container);
      const access = sshAccess(container);
      if (access?.kind === 'port')
        report({
          variant: 'sshPort',
          at: access.port.numberNode?.range ?? access.port.node.range,
          values: { port: String(access.port.number), container: label },
          fixes: () => closings(document, container, access.port),
        });
      if (access?.kind === 'server')
        report({ variant: 'sshServer', at: access.range, values: { command: access.command, container: label } });
      const idle = idleContainer(container);
      if (idle !== undefined)
        report({
          variant: 'idle',
          at: idle.range,
          values: { command: idle.text, container: label },
          fixes: () => (idle.hasOwnProgram ? restorings(document, container) : []),
        });
      const install = installAtStart(container);
      if (install !== undefined)
        report({
          variant: 'installs',
          at: install,
          values: { command: textOf(document.text, install), container: label },
        });
    }
  },
});

/** Only a port that nothing can refer to: a Service or a probe may name it. */
function closings(document: ManifestDocument, { node }: Container, port: ContainerPort): readonly FixOffer<'close'>[] {
  const ports = asSequence(fieldOf(node, 'ports'));
  const item = ports?.items.find(({ value }) => value === port.node);
  if (ports === undefined || item === undefined || lookup(port.node, 'name').presence !== 'no') return [];
  const edits = removeItem(document, ports, item);
  return edits === undefined ? [] : [{ id: 'close', values: { port: String(port.number) }, edits: () => edits }];
}

function restorings(document: ManifestDocument, { node }: Container): readonly FixOffer<'run'>[] {
  const entries = ['command', 'args'].flatMap((key) => entryOf(node, key) ?? []);
  const edits = together(...entries.map((entry) => removeEntry(document, node, entry)));
  return edits === undefined ? [] : [{ id: 'run', edits: () => edits }];
}
