import { describeDifferences } from './describe-differences';
import { compareDockerfiles } from './dockerfile-answers';

describe('`--select hadolint/…`', function () {
  this.timeout(120_000);
  describeDifferences('hadolint', compareDockerfiles);
});
