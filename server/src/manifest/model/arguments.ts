import { type Argument, literalArgument } from '../../shell/command-line';
import { mappedSource, type ShellSource, sourceAt } from '../../shell/source';
import { asSequence } from './lookup';
import type { Node, Scalar } from './nodes';

/**
 * The words of `command`, `args` or a handler's command.
 * @param replaced whether Kubernetes replaces `$(name)` by a variable before the program sees it
 * @returns `undefined` when no list is written, or a template may add to it
 */
export function argumentsIn(
  node: Node | undefined,
  replaced: (name: string) => boolean,
): readonly Argument[] | undefined {
  const list = asSequence(node);
  if (list === undefined || list.open || list.items.some((item) => item.conditional)) return undefined;
  return list.items.map((item) =>
    item.value?.kind === 'scalar'
      ? argumentOf(item.value, replaced)
      : unknownArgument('', item.value?.range ?? item.range),
  );
}

const unknownArgument = (text: string, range: Argument['range'], prefix = ''): Argument => ({
  value: undefined,
  prefix,
  text,
  range,
});

/** https://kubernetes.io/docs/tasks/inject-data-application/define-command-argument-container/ */
const reference = /\$\(([A-Za-z_.-][\w.-]*)\)/g;

function argumentOf(node: Scalar, replaced: (name: string) => boolean): Argument {
  if (node.type === 'unknown') return unknownArgument(node.source, node.range, node.source.split(/\{\{|\{%|\$/, 1)[0]);
  const value = typeof node.value === 'string' ? node.value : node.source;
  // In a script, `$(NAME)` is also what a shell writes for a command: the text is worth more than the doubt.
  if (!/\s/.test(value))
    for (const match of value.matchAll(reference))
      if (replaced(match[1] ?? '')) return unknownArgument(node.source, node.range, value.slice(0, match.index));
  return literalArgument(value, node.range, sourceOf(node, value), node.source);
}

/** Where the characters of a scalar's value stand in the document. */
export function sourceOf(node: Scalar, value: string): ShellSource | undefined {
  const quote = node.style === 'plain' ? 0 : 1;
  if (value === node.source && node.style !== 'literal' && node.style !== 'folded')
    if (node.range.end - node.range.start === value.length + 2 * quote && !/[\r\n]/.test(value))
      return sourceAt(value, node.range.start + quote);
  const offsets = node.offsets?.();
  return offsets === undefined ? undefined : mappedSource(value, offsets);
}
