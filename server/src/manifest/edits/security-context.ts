import type { TextEdit } from '../../engine/text';
import { asMapping, asScalar, fieldOf } from '../model/lookup';
import type { Container, ManifestDocument } from '../model/manifest';
import { insertMissing } from './insert-key';
import { isEmpty } from './members';
import { replaceScalar, type ScalarValue } from './replace-scalar';
import { together } from './together';
import { type BlockValue, shapeOf } from './value';

/**
 * Makes settings of a container's own security context what they are to be, in one edit: scalars that are there are
 * replaced, and what is missing is inserted, in the order given where nothing is there yet.
 * @returns `undefined` where the text cannot be edited safely
 */
export function setSecurity(
  document: ManifestDocument,
  { node }: Container,
  settings: Readonly<Record<string, BlockValue>>,
): readonly TextEdit[] | undefined {
  const context = asMapping(fieldOf(node, 'securityContext'));
  const replaced = Object.entries(settings).flatMap(([key, value]) => {
    const written = asScalar(fieldOf(context, key));
    return written === undefined || isEmpty(written) || !isScalar(value)
      ? []
      : [replaceScalar(document, written, value)];
  });
  return together(insertMissing(document, node, { securityContext: settings }), ...replaced);
}

const isScalar = (value: BlockValue): value is ScalarValue =>
  /^(?:literal|placeholder|octal)$/.test(shapeOf(value).kind);
