import type { FixOffer } from '../../../engine/rule';
import {
  baselineCapabilities,
  dangerOfCapability,
  dangerousCapabilities,
  restrictedCapabilities,
} from '../../../knowledge/capabilities';
import { dropAllCapabilities } from '../../edits/drop-capabilities';
import { removeItem } from '../../edits/remove';
import { restrictedOffers } from '../../edits/restricted-profile';
import { addedCapabilities, drops, type WrittenCapability } from '../../model/capabilities';
import { everyContainer, labelOf } from '../../model/every-container';
import type { Container, ManifestDocument } from '../../model/manifest';
import { neededCapabilities } from '../../model/needed-capabilities';
import { isNodeAgent } from '../../model/node-agents';
import { isLinuxContainer, isSurely, securityPlace, securitySetting } from '../../model/security-context';
import { restrictedVariant } from '../../model/standard';
import { manifestRule } from '../../rule';

const adding = ['polaris/dangerousCapabilities', 'trivy/KSV-0022', 'checkov/CKV_K8S_25', 'kubescape/C-0046'];
/** Checks about one capability alone. */
const byName = new Map([
  ['NET_RAW', ['trivy/KSV-0119']],
  ['SYS_ADMIN', ['trivy/KSV-0005', 'checkov/CKV_K8S_39']],
  ['SYS_MODULE', ['trivy/KSV-0120']],
]);
const named = [...byName.values()].flat();
const keeping = [
  'polaris/insecureCapabilities',
  'trivy/KSV-0003',
  'trivy/KSV-0106',
  'checkov/CKV_K8S_37',
  'kubescape/C-0055',
];
/** Where capabilities are written at all (kube-linter pkg/templates/containercapabilities/template.go). */
const rawWritten = 'kube-linter/drop-net-raw-capability';
const raw = [rawWritten, 'checkov/CKV_K8S_28'];
const kept = '`{container}` keeps the capabilities of its runtime, {kept} among them: it hardly needs any';

const keptPowers = { raw: 'forging packets', others: 'changing owners and users' };
const otherPower = 'a right that containers lack by default';

const inFewWords = (power: string): string => power.replace(/:.*/s, '');

export default manifestRule({
  id: 'capabilities',
  chapter: 'security',
  variants: {
    added: {
      severity: 'warning',
      equals: [...adding, ...named],
      message: '`{name}` gives `{container}` {power}: whoever breaks into it has that too',
    },
    agent: {
      severity: 'hint',
      equals: [...adding, ...named],
      message: '`{name}` gives `{container}` {power}: keep it only if this node agent needs it',
    },
    forbidden: {
      severity: 'warning',
      equals: [...adding, 'trivy/KSV-0106'],
      message: '`{name}` may not be added: the restricted standard allows `NET_BIND_SERVICE` alone',
    },
    hint: { severity: 'hint', equals: [...keeping, ...raw], message: kept },
    required: { severity: 'warning', equals: [...keeping, ...raw], message: kept },
  },
  fixes: {
    remove: { title: 'Do not add `{name}`', safety: 'behaviour' },
    drop: { title: 'Drop all capabilities', safety: 'behaviour' },
    dropBut: { title: 'Drop all capabilities but {needed}', safety: 'behaviour' },
    restricted: { title: 'Apply the whole restricted profile to `{container}`', safety: 'behaviour' },
  },
  phrases: {
    power: [...Object.values(dangerousCapabilities).map(inFewWords), otherPower],
    kept: Object.values(keptPowers),
  },
  check(document, report, { settings }) {
    const severity = restrictedVariant(settings);
    for (const container of everyContainer(document).filter(isLinuxContainer)) {
      if (isSurely(container, 'privileged')) continue;
      const agent = isNodeAgent(container.pod.workload);
      for (const capability of addedCapabilities(container)) {
        const { name, node } = capability;
        const isBaseline = baselineCapabilities.includes(name);
        if (isBaseline && (severity !== 'required' || restrictedCapabilities.includes(name))) continue;
        report({
          variant: agent ? 'agent' : isBaseline ? 'forbidden' : 'added',
          at: node.range,
          values: { name, container: labelOf(container), power: powerOf(name) },
          equals: [...adding, ...(byName.get(name) ?? (isBaseline ? ['trivy/KSV-0106'] : []))],
          fixes: () => removed(document, capability),
        });
      }
      if (severity === undefined || agent || drops(container, 'ALL') !== 'no') continue;
      if (securitySetting(container, ['privileged']).presence === 'unknown') continue;
      const isRawKept = drops(container, 'NET_RAW') === 'no';
      report({
        variant: severity,
        at: securityPlace(container),
        values: { container: labelOf(container), kept: isRawKept ? keptPowers.raw : keptPowers.others },
        equals: [...keeping, ...(isRawKept ? rawOf(container) : [])],
        fixes: () => [...dropped(document, container, severity), ...restrictedOffers(container)],
      });
    }
  },
});

const rawOf = (container: Container): readonly string[] =>
  securitySetting(container, ['capabilities']).presence === 'yes' ? raw : raw.filter((alias) => alias !== rawWritten);

/** In few words, what can be done with a capability. */
const powerOf = (name: string): string => inFewWords(dangerOfCapability(name) ?? otherPower);

function removed(document: ManifestDocument, { list, item }: WrittenCapability): readonly FixOffer<'remove'>[] {
  const edits = removeItem(document, list, item);
  return edits === undefined ? [] : [{ id: 'remove', edits: () => edits }];
}

function dropped(
  document: ManifestDocument,
  container: Container,
  severity: 'hint' | 'required',
): readonly FixOffer<'drop' | 'dropBut'>[] {
  const added = addedCapabilities(container).map(({ name }) => name);
  const needed = added.length > 0 ? [] : neededCapabilities(container);
  // What starts as root and becomes somebody else cannot meet the standard: first it has to start as somebody else.
  if (severity === 'required' && needed.some((name) => !restrictedCapabilities.includes(name))) return [];
  const edits = dropAllCapabilities(document, container, needed);
  if (edits === undefined) return [];
  return needed.length === 0
    ? [{ id: 'drop', edits: () => edits }]
    : [{ id: 'dropBut', values: { needed: needed.join(', ') }, edits: () => edits }];
}
