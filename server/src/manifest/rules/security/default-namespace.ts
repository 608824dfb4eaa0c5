import { soleFix } from '../../../engine/sole-fix';
import { builtInKinds } from '../../../knowledge/manifest-kinds';
import { setPath } from '../../edits/replace-scalar';
import { placeholder } from '../../edits/value';
import { lookup, stringOf } from '../../model/lookup';
import type { KubernetesObject } from '../../model/manifest';
import { objectLabel, objectPlace } from '../../model/object-place';
import { manifestRule } from '../../rule';

/** Of workloads and Services alone (kube-linter pkg/builtinchecks/yamls/use-namespace.yaml). */
const ofRunning = 'kube-linter/use-namespace';
const ofAll = ['checkov/CKV_K8S_21', 'trivy/KSV-0110', 'kubescape/C-0061'];
const equals = [ofRunning, ...ofAll];

export default manifestRule({
  id: 'default-namespace',
  chapter: 'security',
  enabled: false,
  covers: [ofRunning],
  variants: {
    default: {
      severity: 'information',
      equals,
      message:
        '`{name}` goes to the namespace `default`: quotas, policies and access rules cannot tell it from the rest',
    },
    missing: {
      severity: 'information',
      equals,
      message: '`{name}` names no namespace: it goes wherever whoever applies it happens to be, or to `default`',
    },
  },
  fixes: {
    // In a namespace of its own an object no longer stands beside those that name none.
    name: { title: 'Name a namespace, for you to fill in', safety: 'placeholder', revealing: true },
  },
  check(document, report) {
    for (const object of document.objects.filter(isNamespaced)) {
      const { metadata } = object;
      if (metadata === undefined) continue;
      const { presence, entry } = lookup(metadata, 'namespace');
      const isDefault = presence === 'yes' && stringOf(entry?.value) === 'default';
      // A chart's objects go where the release goes.
      if (!isDefault && (presence !== 'no' || document.mode === 'template')) continue;
      report({
        variant: isDefault ? 'default' : 'missing',
        at: (isDefault ? entry?.value?.range : undefined) ?? objectPlace(object),
        values: { name: objectLabel(object) },
        equals: object.kind === 'Service' || object.workloads.length > 0 ? equals : ofAll,
        fixes: soleFix('name', () => setPath(document, metadata, ['namespace'], placeholder('my-namespace'))),
      });
    }
  },
});

const isNamespaced = ({ kind, workloads }: KubernetesObject): boolean =>
  builtInKinds.get(kind)?.namespaced ?? workloads.length > 0;
