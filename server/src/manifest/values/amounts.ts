import { remembered } from '../../engine/remembered';
import type { ManifestDocument, Node } from '../model/manifest';
import { typedScalars } from '../schema/typed-scalars';
import { invalidNumber } from './numbers';
import { invalidQuantity } from './quantities';

/** Whether a number or quantity is refused or surely not what was meant, so that nothing is to be made like it. */
export const isDoubtful = (document: ManifestDocument, node: Node): boolean => doubtfulIn(document).has(node);

const doubtfulIn = remembered(
  (document: ManifestDocument): ReadonlySet<Node> =>
    new Set(
      typedScalars(document)
        .filter((scalar) => (invalidNumber(scalar) ?? invalidQuantity(scalar)) !== undefined)
        .map(({ node }) => node),
    ),
);
