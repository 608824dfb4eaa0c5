import { isRepository } from '../../image/full-name';
import type { ImageReference } from '../../image/reference';

/** Tags that are moved on purpose, by the names that projects give them. */
const moving = /^(?:main|master|trunk|develop|dev|edge|nightly|canary|unstable|testing|snapshot|head|next)$/i;

/** Whether a tag is moved from build to build; `latest` is more than that. */
export const isMovingTag = (tag: string): boolean => moving.test(tag);

/** Whether the registry is on the machine itself, where a tag moves when its owner moves it. */
export const isLocalRegistry = (registry: string | undefined): boolean =>
  registry !== undefined && /^(?:localhost|127\.0\.0\.1|kind-registry)(?::\d+)?$/.test(registry);

/** Whether what an image's name stands for surely changes: `latest`, none, or a tag that moves, and no digest. */
export const moves = ({ registry, repository, tag, digest, variable }: ImageReference): boolean =>
  digest === undefined &&
  !variable &&
  isRepository(repository) &&
  !isLocalRegistry(registry) &&
  (tag === undefined || tag === 'latest' || isMovingTag(tag));
