import type { Node } from '../model/nodes';
import { acceptsScalar } from './accepted';
import type { FieldType } from './field-types';

/** Whether a value, from outside, is what a type holds: what is in a collection is not looked at. */
export function fits(type: FieldType, node: Node | undefined): boolean {
  if (node === undefined || type.kind === 'any') return true;
  switch (node.kind) {
    case 'scalar':
      return acceptsScalar(type, node);
    case 'mapping':
      return type.kind === 'object' || type.kind === 'map';
    case 'sequence':
      return type.kind === 'list';
  }
}
