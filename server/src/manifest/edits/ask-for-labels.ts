import type { TextEdit } from '../../engine/text';
import { asScalar } from '../model/lookup';
import type { ManifestDocument } from '../model/manifest';
import type { LabelDifference } from '../model/meant-items';
import { replaceScalar } from './replace-scalar';
import { together } from './together';

/**
 * Lets a selector ask for the labels that something has.
 * @returns `undefined` when it has no label by one of the keys, and where the text cannot be edited safely
 */
export const askForLabels = (
  document: ManifestDocument,
  differences: readonly LabelDifference[],
): readonly TextEdit[] | undefined =>
  together(
    ...differences.map(({ entry, wanted }) => {
      const scalar = asScalar(entry.value);
      return scalar === undefined || wanted === undefined ? undefined : replaceScalar(document, scalar, wanted);
    }),
  );
