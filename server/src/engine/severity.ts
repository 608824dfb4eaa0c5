/** `error`: it will not build or run. `warning`: it will hurt. `information`: a practice. `hint`: a preference. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

export const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** Whether `one` weighs as much as `other`, or more. */
export const atLeast = (one: Severity, other: Severity): boolean =>
  severities.indexOf(one) <= severities.indexOf(other);
