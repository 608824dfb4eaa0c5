import { rangeOf, type TextRange } from '../../../engine/text';
import type { ImageReference } from '../../../image/reference';
import { pulledImages } from '../../model/pulled-images';
import { dockerfileRule } from '../../rule';

export default dockerfileRule({
  id: 'untrusted-registry',
  chapter: 'parent',
  variants: {
    untrusted: {
      severity: 'warning',
      equals: ['hadolint/DL3026'],
      message: '`{image}` comes from `{registry}`, which is none of the trusted registries',
    },
  },
  check(dockerfile, report, { settings: { trustedRegistries } }) {
    if (trustedRegistries.length === 0) return;
    for (const reference of pulledImages(dockerfile)) {
      const registry = registryOf(reference);
      if (registry === undefined || trustedRegistries.some((trusted) => fits(registry, trusted))) continue;
      report({ variant: 'untrusted', at: placeOf(reference), values: { image: reference.text, registry } });
    }
  },
});

const dockerHub = 'docker.io';

/** Other names of Docker Hub; hadolint takes `hub.docker.com` for it, where images are looked at and not pulled. */
const dockerHubNames = /^(?:(?:index|registry-1|registry|hub)\.)?docker\.(?:io|com)$/;

/** The host that an image comes from; `undefined` when a variable decides, or it was built on this machine. */
function registryOf({ registry, repository }: ImageReference): string | undefined {
  if (registry === 'localhost' || registry?.includes('$') || (registry === undefined && repository.startsWith('$')))
    return undefined;
  return registry === undefined || dockerHubNames.test(registry) ? dockerHub : registry.toLowerCase();
}

/** Whether a host is one that a setting names, with `*` for anything at its start or end. */
function fits(registry: string, trusted: string): boolean {
  const name = trusted.toLowerCase().trim();
  const wanted = dockerHubNames.test(name) ? dockerHub : name;
  const open = { start: wanted.startsWith('*'), end: wanted.length > 1 && wanted.endsWith('*') };
  const fixed = wanted.slice(open.start ? 1 : 0, open.end ? -1 : undefined);
  if (open.start && open.end) return registry.includes(fixed);
  if (open.start) return registry.endsWith(fixed);
  return open.end ? registry.startsWith(fixed) : registry === fixed;
}

/** The host, where it is written. */
const placeOf = ({ registry, range, repositoryRange }: ImageReference): TextRange =>
  registry !== undefined && repositoryRange.start > range.start
    ? rangeOf(range.start, repositoryRange.start - 1)
    : range;
