/**
 * The name of a Docker official image (`node`), whatever way it is written: `docker.io/library/node`, `library/node`, or through a
 * registry that mirrors them. `undefined` for every other image. The name must come without tag and digest.
 */
export function officialName(repository: string): string | undefined {
  return official.exec(repository)?.[1];
}

const official =
  /^(?:(?:(?:index\.|registry-1\.)?docker\.io|registry\.hub\.docker\.com|mirror\.gcr\.io)\/(?:library\/)?|public\.ecr\.aws\/docker\/library\/|library\/)?([a-z0-9][a-z0-9._-]*)$/;

/** The name as it is looked up in tables: official images by their short name, `docker.io/` taken off the others. */
export function canonicalName(repository: string): string {
  return officialName(repository) ?? repository.replace(/^(?:(?:index\.|registry-1\.)?docker\.io)\//, '');
}
