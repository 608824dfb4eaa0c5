import type { TextEdit } from '../../engine/text';
import type { EnvironmentVariable, ManifestDocument } from '../model/manifest';
import { entryNamed } from './members';
import { replaceEntry } from './replace-entry';
import { together } from './together';

/** A key of a ConfigMap or a Secret that a variable takes its value from. */
export interface KeyOfObject {
  readonly reference: 'configMapKeyRef' | 'secretKeyRef';
  readonly name: string;
  readonly key: string;
}

/**
 * Has variables take their values from keys of another object; comments stay.
 * @returns `undefined` where the text cannot be edited safely
 */
export const referToKeys = (
  document: ManifestDocument,
  variables: readonly EnvironmentVariable[],
  keyOf: (variable: EnvironmentVariable) => KeyOfObject,
): readonly TextEdit[] | undefined =>
  together(
    ...variables.map((variable) => {
      const entry = entryNamed(variable.node, 'value');
      const { reference, name, key } = keyOf(variable);
      const value = new Map([[reference, { name, key }]]);
      return entry && replaceEntry(document, variable.node, entry, 'valueFrom', value);
    }),
  );
