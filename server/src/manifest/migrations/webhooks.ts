import type { TextEdit } from '../../engine/text';
import { insertKey } from '../edits/insert-key';
import { replaceScalar } from '../edits/replace-scalar';
import { together } from '../edits/together';
import { placeholder } from '../edits/value';
import { asScalar, stringOf } from '../model/lookup';
import type { ManifestDocument, Mapping } from '../model/manifest';
import { type Migrate, writtenEntry, writtenItems } from './migration';

/** Side effects that the API server takes; the others of the beta version mean that it has to ask a person. */
const sideEffects = ['None', 'NoneOnDryRun'];

/** A webhook configuration of `v1beta1` as one of `v1`: two fields have no default any more. */
export const migrateWebhooks: Migrate = (object) => {
  const webhooks = writtenItems(object.node, 'webhooks');
  const edits = webhooks && together(...webhooks.map((webhook) => webhookEdits(object.document, webhook)));
  return edits && { edits, meaning: edits.length === 0 ? 'different' : 'unsure' };
};

function webhookEdits(document: ManifestDocument, webhook: Mapping): readonly TextEdit[] | undefined {
  const effects = writtenEntry(webhook, 'sideEffects');
  const versions = writtenEntry(webhook, 'admissionReviewVersions');
  if (effects === 'unknown' || versions === 'unknown') return undefined;
  const checked = placeholder('None', sideEffects);
  const scalar = asScalar(effects?.value);
  const known = sideEffects.includes(stringOf(scalar) ?? '');
  return together(
    effects === undefined
      ? insertKey(document, webhook, 'sideEffects', checked)
      : known
        ? []
        : scalar && replaceScalar(document, scalar, checked),
    // The default that the beta version had.
    versions === undefined
      ? insertKey(document, webhook, 'admissionReviewVersions', [placeholder('v1beta1', ['v1', 'v1beta1'])])
      : [],
  );
}
