/** The last path component of an image reference, without tag and digest: `quay.io/prometheus/node-exporter:v1` is `node-exporter`. */
export function imageBasename(image: string): string {
  const path = image.replace(/@.*$/, '');
  const last = path.slice(path.lastIndexOf('/') + 1);
  return last.replace(/:.*$/, '').toLowerCase();
}

/** The reference without tag and digest, `docker.io/` and `library/` taken off. */
export function imageRepository(image: string): string {
  const path = image.replace(/@.*$/, '');
  const slash = path.lastIndexOf('/');
  const colon = path.indexOf(':', slash + 1);
  const repository = colon < 0 ? path : path.slice(0, colon);
  return repository.replace(/^(?:index\.)?docker\.io\//, '').replace(/^library\//, '');
}

/** The tag; `undefined` when there is none. A digest is no tag. */
export function imageTag(image: string): string | undefined {
  const path = image.replace(/@.*$/, '');
  const colon = path.indexOf(':', path.lastIndexOf('/') + 1);
  return colon < 0 ? undefined : path.slice(colon + 1);
}
