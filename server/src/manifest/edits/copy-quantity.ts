import type { TextEdit } from '../../engine/text';
import type { ManifestDocument, Scalar } from '../model/manifest';
import { isDoubtful } from '../values/amounts';
import { replaceScalar } from './replace-scalar';

/**
 * Writes one quantity in the place of another.
 * @returns `undefined` where a template decides it or it cannot be meant so, and where the text cannot be edited safely
 */
export const copyQuantity = (document: ManifestDocument, from: Scalar, to: Scalar): readonly TextEdit[] | undefined =>
  from.type === 'unknown' || isDoubtful(document, from) || to.anchor !== undefined
    ? undefined
    : replaceScalar(document, to, from.value);
