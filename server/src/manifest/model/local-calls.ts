import { asSequence, fieldOf, stringOf } from './lookup';
import type { Mapping, Node } from './nodes';

const known = new WeakMap<Mapping, ReadonlySet<number>>();

/** The ports of its pod's own address that a container's command and variables name. */
export function localPortsIn(container: Mapping): ReadonlySet<number> {
  const before = known.get(container);
  if (before !== undefined) return before;
  const variables = variablesOf(container);
  const words = ['command', 'args'].flatMap((name) => asSequence(fieldOf(container, name))?.items ?? []);
  const texts = [...variables.values(), ...words.map(({ value }) => textOf(value))];
  const found = new Set([...texts.flatMap(portsNamedIn), ...pairedPorts(variables)]);
  known.set(container, found);
  return found;
}

function variablesOf(container: Mapping): ReadonlyMap<string, string> {
  const variables = new Map<string, string>();
  for (const { value } of asSequence(fieldOf(container, 'env'))?.items ?? [])
    if (value?.kind === 'mapping') variables.set(textOf(fieldOf(value, 'name')), textOf(fieldOf(value, 'value')));
  return variables;
}

const textOf = (node: Node | undefined): string => stringOf(node) ?? '';

const portsNamedIn = (text: string): readonly number[] =>
  // Most texts are short and name none.
  !text.includes('localhost:') && !text.includes('127.0.0.1:')
    ? []
    : Array.from(text.matchAll(/\b(?:localhost|127\.0\.0\.1):(\d{1,5})\b/g), ([, port]) => Number(port));

/** `DB_HOST` is `127.0.0.1`, and `DB_PORT` is `5432`. */
const pairedPorts = (variables: ReadonlyMap<string, string>): readonly number[] =>
  [...variables].flatMap(([name, value]) => {
    if (!/^(?:localhost|127\.0\.0\.1)$/.test(value) || !/HOST$/.test(name)) return [];
    const port = variables.get(name.replace(/HOST$/, 'PORT')) ?? '';
    return /^\d{1,5}$/.test(port) ? [Number(port)] : [];
  });
