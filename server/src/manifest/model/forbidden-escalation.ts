import { asMapping, asSequence, booleanOf, fieldOf, lookup, stringOf } from './lookup';
import type { Container, Entry, Mapping } from './manifest';

/** A container that may not gain privileges, and has some that let it. */
export interface ForbiddenEscalation {
  readonly context: Mapping;
  /** `allowPrivilegeEscalation: false` */
  readonly forbidden: Entry;
  /** What it has, as it is written. */
  readonly power: string;
  /** `privileged`, when that is it. */
  readonly privileged: Entry | undefined;
}

/**
 * Source: kubernetes/kubernetes pkg/apis/core/validation/validation.go, ValidateSecurityContext, which knows the capability by
 * its name with `CAP_` alone.
 */
export function forbiddenEscalation({ securityContext: context }: Container): ForbiddenEscalation | undefined {
  if (context === undefined) return undefined;
  const { presence, entry: forbidden } = lookup(context, 'allowPrivilegeEscalation');
  if (presence !== 'yes' || forbidden === undefined || booleanOf(forbidden.value) !== false) return undefined;
  const privileged = lookup(context, 'privileged');
  if (privileged.presence === 'yes' && booleanOf(privileged.entry?.value) === true)
    return { context, forbidden, power: 'privileged: true', privileged: privileged.entry };
  const added = asSequence(fieldOf(asMapping(fieldOf(context, 'capabilities')), 'add'))?.items ?? [];
  const power = added.map(({ value }) => stringOf(value)).find((name) => name === 'CAP_SYS_ADMIN');
  return power === undefined ? undefined : { context, forbidden, power, privileged: undefined };
}
