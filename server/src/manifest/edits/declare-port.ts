import type { TextEdit } from '../../engine/text';
import type { Container, ManifestDocument } from '../model/manifest';
import { insertItemsUnder } from './insert-item';
import { type BlockMapping, placeholder } from './value';

/**
 * Adds a port to those that a container declares, with its keys in the order that the others have.
 * @param port a name alone leaves the number to a person
 */
export function declarePort(
  document: ManifestDocument,
  container: Container,
  port: { readonly name: string } | { readonly number: number },
): readonly TextEdit[] | undefined {
  return insertItemsUnder(document, container.node, 'ports', [itemOf(container, port)]);
}

function itemOf(container: Container, port: { readonly name: string } | { readonly number: number }): BlockMapping {
  if ('number' in port) return { containerPort: port.number };
  const { ports } = container;
  const numberFirst = ports.some(({ nameNode, numberNode }) =>
    nameNode === undefined || numberNode === undefined ? false : numberNode.range.start < nameNode.range.start,
  );
  const number = placeholder(freeNumber(container));
  return numberFirst ? { containerPort: number, name: port.name } : { name: port.name, containerPort: number };
}

/** For a person to look at: the unprivileged port that most servers listen on, or the next that the pod has not. */
function freeNumber({ pod }: Container): number {
  const taken = new Set(pod.containers.flatMap(({ ports }) => ports.map(({ number }) => number)));
  let number = 8080;
  while (taken.has(number)) number++;
  return number;
}
