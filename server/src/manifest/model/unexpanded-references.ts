import { closest } from '../../engine/closest';
import type { TextRange } from '../../engine/text';
import { type Argument, literalArgument, rangeWithin } from '../../shell/command-line';
import { baseName } from '../../shell/commands';
import { sourceOf } from './arguments';
import { asSequence, fieldOf, isUnknown, lookup } from './lookup';
import type { Container, EnvironmentVariable } from './manifest';
import { variableReferences } from './variable-references';

/** A reference to a variable that nobody replaces: the program is given the characters. */
export type UnexpandedReference =
  /** `$NAME` in a word that no shell reads. */
  | (Place & { readonly why: 'shell' })
  /** `$(NAME)` of a variable that the container does not have. */
  | (Place & { readonly why: 'unknown'; readonly meant: string | undefined })
  /** `$(NAME)` in the value of the first `NAME`: that of the image is not known. */
  | (Place & { readonly why: 'own' })
  /** `$(NAME)` in the value of a variable that stands above `NAME`. */
  | (Place & { readonly why: 'later'; readonly user: EnvironmentVariable; readonly defined: EnvironmentVariable });

interface Place {
  readonly name: string;
  /** As it is written. */
  readonly text: string;
  readonly range: TextRange;
}

/**
 * The references of a container's `command`, `args` and variables that stay as they are written. What an entry point of the image
 * or a script may replace by itself is not among them, nor names that a Service, an `envFrom` or a template may bring.
 */
export function unexpandedReferences(container: Container): readonly UnexpandedReference[] {
  const { workload } = container.pod;
  // Other systems have references of their own in the same spelling.
  if (workload.guessed || workload.kind?.groups.every((group) => group.includes('.'))) return [];
  const firsts = firstsOf(container.environment);
  const known = isComplete(container) ? firsts : undefined;
  return [...inWords(container, firsts, known), ...inValues(container, known)];
}

/** Where each name is first set in a container's `env`. */
type Firsts = ReadonlyMap<string, number>;

function inWords(container: Container, firsts: Firsts, known: Firsts | undefined): readonly UnexpandedReference[] {
  const { process, environment, command, args } = container;
  const words = [...(command ?? []), ...(args ?? [])];
  const alone = process !== undefined && process.script === undefined && !readsVariables(process.program);
  return words.flatMap((word) => {
    // A script, or a text with variables of its own language.
    if (word.value === undefined || /\s/.test(word.value)) return [];
    const dollars = alone ? shellReferences(word, environment, firsts) : [];
    return process?.script === undefined ? [...dollars, ...unknownReferences(known, word)] : dollars;
  });
}

/** Programs that replace `$NAME` in what they are given, or to whom it is something of their own. */
const readers = /^(?:java|envsubst|awk|gawk|mawk|sed|perl|ruby|php|node|jq|make|env|xargs|find|grep|otel.*|.*sh)$/;

function readsVariables([program]: readonly Argument[]): boolean {
  return program?.value === undefined || readers.test(baseName(program.value));
}

function shellReferences(
  word: Argument,
  environment: readonly EnvironmentVariable[],
  firsts: Firsts,
): readonly UnexpandedReference[] {
  const value = word.value ?? '';
  return [...value.matchAll(/(?<![$\\])\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))/g)].flatMap((match) => {
    const name = match[1] ?? match[2] ?? '';
    const range = rangeWithin(word, match.index, match.index + match[0].length);
    const variable = environment[firsts.get(name) ?? -1];
    // Where its value is `${NAME}` too, something replaces both before they are applied.
    if (range === undefined || variable === undefined || isUnknown(variable.valueNode)) return [];
    return [{ why: 'shell' as const, name, text: match[0], range }];
  });
}

function inValues({ environment }: Container, known: Firsts | undefined): readonly UnexpandedReference[] {
  if (known === undefined) return [];
  return environment.flatMap((variable, index): readonly UnexpandedReference[] => {
    const { value, valueNode } = variable;
    if (value === undefined || valueNode === undefined || !value.includes('$(')) return [];
    const word = literalArgument(value, valueNode.range, sourceOf(valueNode, value));
    const later = variableReferences(value).flatMap(({ name, start, end }): readonly UnexpandedReference[] => {
      const first = known.get(name);
      const defined = first === undefined ? undefined : environment[first];
      const range = rangeWithin(word, start, end);
      if (range === undefined || first === undefined || defined === undefined) return [];
      if (first < index || isFromService(name)) return [];
      const place = { name, text: `$(${name})`, range };
      return [first === index ? { ...place, why: 'own' } : { ...place, why: 'later', user: variable, defined }];
    });
    return [...later, ...unknownReferences(known, word)];
  });
}

function firstsOf(environment: readonly EnvironmentVariable[]): Firsts {
  const firsts = new Map<string, number>();
  for (const [index, { name }] of environment.entries())
    if (name !== undefined && !firsts.has(name)) firsts.set(name, index);
  return firsts;
}

/** Beyond so many variables nothing is offered: it would cost too much to look for what was meant, or where to move it. */
export const mostVariables = 200;

function unknownReferences(known: Firsts | undefined, word: Argument): readonly UnexpandedReference[] {
  if (known === undefined) return [];
  return variableReferences(word.value ?? '').flatMap(({ name, start, end }): readonly UnexpandedReference[] => {
    const range = rangeWithin(word, start, end);
    if (range === undefined || !isVariableName(name) || isFromService(name)) return [];
    if (known.has(name)) return [];
    return [
      {
        why: 'unknown',
        name,
        text: `$(${name})`,
        range,
        meant: known.size > mostVariables ? undefined : closest(name, known.keys()),
      },
    ];
  });
}

/** Names of a shell's commands and of things in other languages are in lower case. */
const isVariableName = (name: string): boolean => /^[A-Z_][A-Z0-9_]*$/.test(name);

/** What the kubelet adds for each Service (kubernetes/kubernetes pkg/kubelet/envvars/envvars.go). */
const isFromService = (name: string): boolean => /_SERVICE_(?:HOST|PORT)|_PORT(?:_|$)/.test(name);

/** Whether all variables of a container are written here. */
function isComplete({ node, environment, environmentFrom }: Container): boolean {
  if (environmentFrom.length > 0 || lookup(node, 'envFrom').presence !== 'no') return false;
  const { presence, entry } = lookup(node, 'env');
  if (presence === 'no') return true;
  const list = asSequence(fieldOf(node, 'env'));
  if (presence === 'unknown' || entry?.value === undefined || list === undefined) return false;
  return !list.open && environment.every(({ name, item }) => name !== undefined && !item.conditional);
}
