import { everyContainer, labelOf } from '../../model/every-container';
import { asMapping, entryOf, fieldOf, stringOf } from '../../model/lookup';
import { manifestRule } from '../../rule';

export default manifestRule({
  id: 'secret-as-environment',
  chapter: 'configuration',
  enabled: false,
  variants: {
    variable: {
      severity: 'information',
      equals: ['kube-linter/read-secret-from-env-var', 'checkov/CKV_K8S_35', 'kubescape/C-0207'],
      message:
        '`{name}` is a secret in a variable: every child process of `{container}` has it, and crash reports show it',
    },
    whole: {
      severity: 'information',
      equals: ['checkov/CKV_K8S_35'],
      message:
        'All of the Secret `{name}` is in variables: every child process of `{container}` has it, and crash reports show it',
    },
  },
  check(document, report) {
    for (const container of everyContainer(document)) {
      const label = labelOf(container);
      for (const { name, valueFrom } of container.environment) {
        const entry = entryOf(valueFrom, 'secretKeyRef');
        if (entry !== undefined)
          report({
            variant: 'variable',
            at: entry.key.range,
            values: { name: name ?? 'A variable', container: label },
          });
      }
      for (const source of container.environmentFrom) {
        const entry = entryOf(source, 'secretRef');
        const name = stringOf(fieldOf(asMapping(entry?.value), 'name')) ?? '?';
        if (entry !== undefined) report({ variant: 'whole', at: entry.key.range, values: { name, container: label } });
      }
    }
  },
});
