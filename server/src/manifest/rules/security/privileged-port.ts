import { addedCapabilities } from '../../model/capabilities';
import { everyContainer, labelOf } from '../../model/every-container';
import { asMapping, asSequence, fieldOf, stringOf } from '../../model/lookup';
import type { Container } from '../../model/manifest';
import { isUnprivileged } from '../../model/needed-capabilities';
import { isLinuxContainer } from '../../model/security-context';
import { manifestRule } from '../../rule';

export default manifestRule({
  id: 'privileged-port',
  chapter: 'security',
  enabled: false,
  variants: {
    privileged: {
      severity: 'hint',
      equals: ['kube-linter/privileged-ports', 'trivy/KSV-0117'],
      message: '`{container}` is not root and listens on port {port}: some runtimes refuse ports below 1024 to it',
    },
  },
  check(document, report) {
    for (const container of everyContainer(document).filter(isLinuxContainer)) {
      if (!isUnprivileged(container) || mayBind(container)) continue;
      for (const { number, numberNode } of container.ports)
        if (number !== undefined && numberNode !== undefined && number > 0 && number < 1024)
          report({
            variant: 'privileged',
            at: numberNode.range,
            values: { container: labelOf(container), port: String(number) },
          });
    }
  },
});

/** By a capability, or because the pod lowers the limit for itself. */
const mayBind = (container: Container): boolean =>
  addedCapabilities(container).some(({ name }) => name === 'NET_BIND_SERVICE' || name === 'ALL') ||
  (asSequence(fieldOf(container.pod.securityContext, 'sysctls'))?.items ?? []).some(
    ({ value }) => stringOf(fieldOf(asMapping(value), 'name')) === 'net.ipv4.ip_unprivileged_port_start',
  );
