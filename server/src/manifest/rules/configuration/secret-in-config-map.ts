import { secretLabels } from '../../../knowledge/secrets';
import { type ConfigMapSecret, configMapSecrets } from '../../model/config-map-secrets';
import { manifestRule } from '../../rule';

const equals = ['polaris/sensitiveConfigmapContent', 'trivy/KSV-0109', 'trivy/KSV-01010'];

export default manifestRule({
  id: 'secret-in-config-map',
  chapter: 'configuration',
  variants: {
    recognised: {
      severity: 'warning',
      equals,
      message: '`{name}` holds {label} in a ConfigMap: whoever may read the configuration has it, and can use it',
    },
    named: {
      severity: 'warning',
      equals,
      message: '`{name}` is a secret in a ConfigMap: whoever may read the configuration has it, and can use it',
    },
    placeholder: {
      severity: 'hint',
      equals,
      message: '`{name}` waits for a secret to be written here, in a ConfigMap, which many may read',
    },
  },
  phrases: { label: secretLabels },
  check(document, report) {
    for (const secret of document.objects.flatMap(configMapSecrets))
      report({
        variant: variantOf(secret),
        at: secret.range,
        values: { name: secret.name, label: secret.label ?? '' },
      });
  },
});

const variantOf = ({ label, placeholder }: ConfigMapSecret): 'recognised' | 'named' | 'placeholder' => {
  if (label !== undefined) return 'recognised';
  return placeholder ? 'placeholder' : 'named';
};
