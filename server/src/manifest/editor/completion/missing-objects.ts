import { rendered, templates } from '../../../engine/message';
import type { TextEdit } from '../../../engine/text';
import { type BlockMapping, placeholder } from '../../edits/value';
import { mayShareNamespace, objectsNamed } from '../../model/file-objects';
import { stringOf } from '../../model/lookup';
import { objectReferences } from '../../model/object-references';
import type { TypedPlace } from './typed-place';

const texts = templates({ wanted: 'that {kind} {name} refers to' });

/** An object that another one of the file has use for. */
export interface NewObject {
  readonly kind: string;
  readonly name: string;
  readonly detail: string;
  readonly value: BlockMapping;
  readonly also: readonly TextEdit[];
}

/** The key of data of which nothing is known. */
export const placeholderKey = 'KEY';

/** ConfigMaps, Secrets and accounts that pods of the file take and that are not there, with the keys that they ask for. */
export function missingObjects({ model, start }: TypedPlace): readonly NewObject[] {
  const found = new Map<string, NewObject>();
  for (const reference of objectReferences(model)) {
    const { kind, name, workload, keys, optional } = reference;
    const { object } = workload;
    if (reference.start >= start || optional || kind === 'PersistentVolumeClaim' || found.has(`${kind} ${name}`))
      continue;
    const there = objectsNamed(model, kind, name).some((each) =>
      mayShareNamespace(each.object.namespace, object.namespace),
    );
    if (there || (kind === 'ServiceAccount' && name === 'default')) continue;
    const wanted = new Map(
      keys.flatMap((key) => (stringOf(key) === undefined ? [] : [[stringOf(key) ?? '', placeholder('value')]])),
    );
    const data = kind === 'ConfigMap' ? 'data' : kind === 'Secret' ? 'stringData' : undefined;
    const value: BlockMapping = {
      apiVersion: 'v1',
      kind,
      metadata: { name, namespace: object.namespace },
      ...(data !== undefined && {
        [data]: wanted.size > 0 ? wanted : new Map([[placeholderKey, placeholder('value')]]),
      }),
    };
    const detail = rendered(texts.wanted, { kind: object.kind, name: object.name ?? '' });
    found.set(`${kind} ${name}`, { kind, name, detail, value, also: [] });
  }
  return [...found.values()];
}
