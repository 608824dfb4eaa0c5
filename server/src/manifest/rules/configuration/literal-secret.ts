import { type LiteralSecret, literalSecrets } from '../../model/literal-secrets';
import { manifestRule } from '../../rule';

/** These tools look at variables alone. */
const equals = ['kube-linter/env-var-secret', 'polaris/sensitiveContainerEnvVar', 'kubescape/C-0012'];

export default manifestRule({
  id: 'literal-secret',
  chapter: 'configuration',
  variants: {
    recognised: {
      severity: 'warning',
      equals,
      message:
        '`{name}` holds {label} in plain text: whoever reads this manifest or its history has it, and can use it',
    },
    named: {
      severity: 'warning',
      equals,
      message: '`{name}` is a secret in plain text: whoever reads this manifest or its history has it, and can use it',
    },
    placeholder: {
      severity: 'hint',
      equals,
      message:
        '`{name}` waits for a secret to be written here, where whoever reads this manifest or its history has it',
    },
  },
  check(document, report) {
    for (const secret of literalSecrets(document))
      report({
        variant: variantOf(secret),
        at: secret.range,
        values: { name: secret.name, label: secret.label ?? '' },
        equals: secret.where === 'variable' ? equals : [],
      });
  },
});

const variantOf = ({ label, placeholder }: LiteralSecret): 'recognised' | 'named' | 'placeholder' => {
  if (label !== undefined) return 'recognised';
  return placeholder ? 'placeholder' : 'named';
};
