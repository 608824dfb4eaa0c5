import type { TextEdit } from '../../engine/text';
import { asMapping, asScalar, asSequence, fieldOf } from '../model/lookup';
import type { Container, ManifestDocument } from '../model/manifest';
import { insertItem } from './insert-item';
import { insertMissing } from './insert-key';
import { replaceScalar } from './replace-scalar';
import { together } from './together';

/**
 * Makes a container drop all capabilities, and add those that it needs where it adds none yet.
 * @returns `undefined` where the text cannot be edited safely
 */
export function dropAllCapabilities(
  document: ManifestDocument,
  container: Container,
  needed: readonly string[],
): readonly TextEdit[] | undefined {
  const capabilities = { drop: ['ALL'], add: needed.length === 0 ? undefined : needed };
  const missing = insertMissing(document, container.node, { securityContext: { capabilities } });
  return together(missing, allInList(document, container));
}

/** A list that has one capability gets `ALL` in its place; a longer one keeps what it has. */
function allInList(document: ManifestDocument, { securityContext }: Container): readonly TextEdit[] | undefined {
  const list = asSequence(fieldOf(asMapping(fieldOf(securityContext, 'capabilities')), 'drop'));
  const [first, second] = list?.items ?? [];
  if (list === undefined || first === undefined) return [];
  const only = second === undefined ? asScalar(first.value) : undefined;
  return only === undefined ? insertItem(document, list, 'ALL') : replaceScalar(document, only, 'ALL');
}
