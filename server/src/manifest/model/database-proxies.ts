import { type DatabaseProxy, databaseProxy } from '../../knowledge/database-proxies';
import type { Container } from './manifest';

/** What a container that is a proxy to a database of Google's opens; `undefined` for every other container. */
export function databaseProxyOf({ image, command, args, environment }: Container): DatabaseProxy | undefined {
  if (image === undefined || image.variable) return undefined;
  const words = [...(command ?? []), ...(args ?? [])].map(({ value, text }) => value ?? text);
  const variables = new Map(environment.map(({ name = '', value = '' }) => [name, value]));
  return databaseProxy(image.text, words, variables);
}
