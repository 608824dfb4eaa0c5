import { appArmorFieldsSince, profileField } from '../../knowledge/dead-annotations';
import { insertPath } from '../edits/insert-key';
import { removeOnce } from '../edits/remove-once';
import { together } from '../edits/together';
import { type OldAnnotation, oldAnnotations } from '../model/ignored-annotations';
import { stringOf } from '../model/lookup';
import type { KubernetesObject, ManifestDocument } from '../model/manifest';
import { type Ignored, type Mend, removal } from './ignored';

/** Annotations that a field has taken the place of, in the version that the manifest is for. */
export const ignoredAnnotations = (object: KubernetesObject, minor: number): readonly Ignored[] =>
  oldAnnotations(object)
    .filter(({ dead }) => minor >= (dead?.since ?? appArmorFieldsSince))
    .map((annotation) => {
      const { entry, dead } = annotation;
      return {
        variant: dead === undefined ? 'appArmor' : dead.field === undefined ? 'annotationGone' : 'annotation',
        at: entry.key.range,
        values: { name: entry.name, version: `1.${dead?.since}`, field: dead?.field?.at(-1) ?? '' },
        mends: mends(object.document, annotation),
      };
    });

/** What it says is kept, so that nobody has to look it up in the history: it goes only where the field is there as well. */
function mends(document: ManifestDocument, annotation: OldAnnotation): readonly Mend[] {
  const { annotations, entry, dead, holder, replaced } = annotation;
  if (replaced === 'yes') return removal(document, annotations, entry);
  if (replaced === 'unknown' || holder === undefined) return [];
  const path = dead?.field ?? ['securityContext', 'appArmorProfile'];
  const name = path.at(-1) ?? '';
  const value = fieldValue(annotation, name);
  const inserted = value && insertPath(document, holder, path, value.written);
  const edits = together(inserted, removeOnce(document, annotations, entry));
  const safety = dead === undefined ? 'safe' : 'behaviour';
  return edits === undefined
    ? []
    : [{ id: 'field', safety, values: { field: `${name}: ${value?.words ?? ''}` }, edits: () => edits }];
}

interface FieldValue {
  readonly written: boolean | { readonly type: string; readonly localhostProfile?: string };
  /** For the title of the fix. */
  readonly words: string;
}

function fieldValue({ entry }: OldAnnotation, field: string): FieldValue | undefined {
  const text = stringOf(entry.value);
  if (text === undefined) return undefined;
  if (field === 'publishNotReadyAddresses') return text === 'true' ? { written: true, words: 'true' } : undefined;
  const profile = field === 'seccompProfile' || field === 'appArmorProfile' ? profileField(text) : undefined;
  return profile && { written: profile, words: profile.type };
}
