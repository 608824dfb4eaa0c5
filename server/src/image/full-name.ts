import type { ImageReference } from './reference';

/** The name by which knowledge/ looks an image up: with its registry, without tag and digest. */
export const fullName = ({ registry, repository }: Pick<ImageReference, 'registry' | 'repository'>): string =>
  registry === undefined ? repository : `${registry}/${repository}`;

const component = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const repositoryPattern = new RegExp(`^${component}(?:/${component})*$`);
const longest = 255;

/**
 * Whether a repository's name can be one, and is no placeholder of a template.
 * Source: github.com/distribution/reference regexp.go
 */
export const isRepository = (name: string): boolean => name.length <= longest && repositoryPattern.test(name);
