import { labelOf } from '../model/every-container';
import { forbiddenEscalation } from '../model/forbidden-escalation';
import type { Container } from '../model/manifest';
import { type Conflict, removal } from './conflict';

/** A container that may not gain privileges, and has them. */
export function privilegeConflicts(container: Container): readonly Conflict[] {
  const escalation = forbiddenEscalation(container);
  if (escalation === undefined) return [];
  const { context, forbidden, power, privileged } = escalation;
  const { document } = container.pod.workload.object;
  return [
    {
      variant: 'escalation',
      at: forbidden.range,
      values: { power, container: labelOf(container) },
      other: privileged?.range,
      mends: [
        ...removal(document, context, forbidden),
        ...(privileged === undefined ? [] : removal(document, context, privileged, { id: 'removeOther' })),
      ],
    },
  ];
}
