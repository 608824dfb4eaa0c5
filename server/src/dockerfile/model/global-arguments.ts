import { expanded } from '../../image/variables';
import type { Arg } from './dockerfile';

/**
 * Gives the values that `ARG`s before the first `FROM` have by default, each expanded with those above it. An `ARG`
 * without a default is not set, like one that is not there.
 */
export function globalArgumentValues(
  globalArguments: readonly Arg[],
  escapeCharacter: '\\' | '`',
): (name: string) => string | undefined {
  const values = new Map<string, string>();
  const resolve = (name: string): string | undefined => values.get(name);
  for (const { properties } of globalArguments)
    for (const { name, value } of properties) {
      const known = value === undefined ? undefined : expanded(value.value, resolve, escapeCharacter);
      if (known === undefined) values.delete(name);
      else values.set(name, known);
    }
  return resolve;
}
