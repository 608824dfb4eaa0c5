import { removeServerFields } from '../edits/remove-server-fields';
import type { KubernetesObject } from '../model/manifest';
import { idleNamespace, serverFields } from '../model/server-fields';
import { type Ignored, removal } from './ignored';

/** What the cluster writes by itself, all of an object in one; and a namespace that its kind does not have. */
export const serverWritings = (object: KubernetesObject): readonly Ignored[] => [
  ...writings(object),
  ...namespaces(object),
];

function writings(object: KubernetesObject): readonly Ignored[] {
  const fields = serverFields(object);
  const [first, ...others] = fields;
  if (first === undefined) return [];
  const edits = removeServerFields(object.document, object.metadata, fields);
  return [
    {
      variant: first.kind,
      at: first.entry.key.range,
      values: { field: first.entry.name },
      others: others.map(({ entry }) => entry.key.range),
      mends: edits === undefined ? [] : [{ id: 'clean', edits: () => edits }],
    },
  ];
}

function namespaces(object: KubernetesObject): readonly Ignored[] {
  const namespace = idleNamespace(object);
  if (namespace === undefined) return [];
  const { mapping, entry } = namespace;
  const values = { field: entry.name, kind: object.kind };
  return [{ variant: 'scope', at: entry.key.range, values, mends: removal(object.document, mapping, entry) }];
}
