import type { Suppression } from '../engine/suppression';
import type { Dockerfile } from './model/dockerfile';
import { buildkitSuppressions } from './suppressions/buildkit';
import { checkovSkip } from './suppressions/checkov';
import { dockerfileUtilsIgnore } from './suppressions/dockerfile-utils';
import { hadolintIgnore } from './suppressions/hadolint';
import { kicsCommand } from './suppressions/kics';
import { type PlacedComment, placedComments } from './suppressions/placed-comment';
import { plimsollDisable } from './suppressions/plimsoll';
import { nosemgrep } from './suppressions/semgrep';
import { nosonar } from './suppressions/sonar';
import { tallyIgnore } from './suppressions/tally';
import { trivyIgnore } from './suppressions/trivy';

type Reader = (comment: PlacedComment, dockerfile: Dockerfile) => Suppression | undefined;

const readers: readonly Reader[] = [
  plimsollDisable,
  hadolintIgnore,
  trivyIgnore,
  checkovSkip,
  kicsCommand,
  nosemgrep,
  tallyIgnore,
  dockerfileUtilsIgnore,
  nosonar,
];

/** A comment without any of these words silences nothing. */
const telling = /plimsoll-disable|hadolint|(?:trivy|tfsec):|:skip=|kics-scan|nosem|tally|dockerfile-utils|NOSONAR/i;

/** What a Dockerfile's comments and directives silence: our own, and those of the tools that users know. */
export function suppressionsOf(dockerfile: Dockerfile): readonly Suppression[] {
  const telltale = dockerfile.comments.some(({ text }) => telling.test(text));
  const commented = telltale
    ? placedComments(dockerfile).flatMap((comment) => readers.flatMap((read) => read(comment, dockerfile) ?? []))
    : [];
  return [...commented, ...buildkitSuppressions(dockerfile)];
}
