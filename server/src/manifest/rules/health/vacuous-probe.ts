import { askOffers } from '../../edits/replace-handler';
import { everyContainer, labelOf } from '../../model/every-container';
import { suggestedHandler } from '../../model/probe-suggestion';
import { vacuousCommand } from '../../model/vacuous-command';
import { manifestRule } from '../../rule';

export default manifestRule({
  id: 'vacuous-probe',
  chapter: 'health',
  variants: {
    always: {
      severity: 'information',
      message: '`{command}` succeeds whatever `{container}` does: it counts as healthy while it hangs',
    },
    process: {
      severity: 'information',
      message: '`{command}` only sees that a process is there, which the kubelet knows: `{container}` may well hang',
    },
  },
  fixes: {
    ask: { title: 'Ask the server itself: {handler}', safety: 'behaviour' },
  },
  check(document, report) {
    for (const container of everyContainer(document)) {
      if (container.placement === 'init' || container.placement === 'ephemeral') continue;
      for (const probe of [container.startupProbe, container.livenessProbe, container.readinessProbe]) {
        const vacuous = vacuousCommand(probe?.handler);
        if (probe === undefined || vacuous === undefined) continue;
        const handler = suggestedHandler(container, probe.kind === 'livenessProbe' ? 'liveness' : 'readiness');
        report({
          variant: vacuous.kind,
          at: vacuous.word.range ?? probe.entry.key.range,
          values: { command: vacuous.text, container: labelOf(container) },
          fixes: () => (handler === undefined ? [] : askOffers(document, probe, handler)),
        });
      }
    }
  },
});
