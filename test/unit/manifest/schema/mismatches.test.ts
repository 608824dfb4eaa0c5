import assert from 'node:assert/strict';
import { parseManifest } from '../../../../server/src/manifest/model/parse';
import { customTypes, noCustomTypes } from '../../../../server/src/manifest/schema/custom-types';
import { type Mismatch, mismatchesOf } from '../../../../server/src/manifest/schema/mismatches';

const mismatchesIn = (text: string, path = 'manifest.yaml'): readonly Mismatch[] => {
  const manifest = parseManifest(text, path);
  const custom = customTypes(manifest);
  return manifest.documents.flatMap(({ document }) => mismatchesOf(document, custom));
};

const told = (text: string, path?: string): readonly string[] =>
  mismatchesIn(text, path).map((mismatch) => {
    switch (mismatch.kind) {
      case 'missingField':
        return `missing ${mismatch.needed.path?.join('.') ?? mismatch.needed.oneOf?.join('|')}`;
      case 'datedField':
        return `dated ${mismatch.entry.name}`;
      default:
        return `${mismatch.kind} ${mismatch.entry.name}`;
    }
  });

const definition = (schema: string): string => `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: shops.example.com}
spec:
  group: example.com
  scope: Namespaced
  names: {kind: Shop, plural: shops}
  versions:
    - {name: v1, served: true, storage: true, schema: {openAPIV3Schema: ${schema}}}
---
apiVersion: example.com/v1
kind: Shop
metadata: {name: corner, lables: {}}
spec: {a: 1, b: {c: d}}
status: {x: y}
`;

describe('what objects have and their kinds do not', () => {
  it('is the same list for as long as the document is the same', () => {
    const { documents } = parseManifest('apiVersion: v1\nkind: Pod\nspec: {}\n', 'pod.yaml');
    const [place] = documents;
    assert.ok(place);
    assert.equal(mismatchesOf(place.document, noCustomTypes), mismatchesOf(place.document, noCustomTypes));
  });

  it('is read in items of lists, and in kinds with a wrong version', () => {
    const pod = '{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {containers: [], nodeNam: b}}';
    assert.deepEqual(told(`apiVersion: v1\nkind: List\nitems: [${pod}]\n`), ['unknownField nodeNam']);
    assert.deepEqual(told('apiVersion: v1\nkind: CronJob\nmetadata: {nam: a, name: b}\nspec: {}\n'), [
      'unknownField nam',
      'missing jobTemplate',
      'missing schedule',
    ]);
  });

  it('is nothing in kinds that are not known', () => {
    assert.deepEqual(told('apiVersion: example.com/v1\nkind: Shop\nmetadata: {nam: a}\nspec: {a: b}\n'), []);
    assert.deepEqual(
      told('apiVersion: extensions/v1beta1\nkind: Ingress\nmetadata: {name: a}\nspec: {backend: b}\n'),
      [],
    );
  });

  it('is no missing field where lines cannot be read', () => {
    const broken = 'apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec:\n  ports:\n  - name: a\n   port: 80\n';
    assert.deepEqual(told(broken.replace('   port', '    port')), []);
    assert.deepEqual(told(broken), []);
  });

  it('comes from the definitions of the file', () => {
    const known = definition('{type: object, properties: {spec: {type: object, properties: {a: {type: string}}}}}');
    assert.deepEqual(told(known), ['unknownField lables', 'wrongValue a', 'unknownField b']);
    const open = 'x-kubernetes-preserve-unknown-fields: true';
    assert.deepEqual(
      told(definition(`{type: object, properties: {spec: {type: object, ${open}, properties: {a: {type: integer}}}}}`)),
      ['unknownField lables'],
    );
    assert.deepEqual(told(definition('{type: object, properties: {spec: {type: object}}}')), ['unknownField lables']);
    assert.deepEqual(told(definition('{type: object}')), []);
    assert.deepEqual(
      told(definition('{type: object, properties: {spec: {type: object, additionalProperties: {type: integer}}}}')),
      ['unknownField lables', 'wrongValue spec'],
    );
    assert.deepEqual(
      told(
        definition(
          '{type: object, properties: {spec: {type: object, required: [z], properties: {a: {}, b: {}, z: {}}}}}',
        ),
      ),
      ['unknownField lables', 'missing z'],
    );
    const embedded = '{type: object, x-kubernetes-embedded-resource: true, properties: {a: {}, b: {}}}';
    assert.deepEqual(told(definition(`{type: object, properties: {spec: ${embedded}}}`)), ['unknownField lables']);
  });

  it('keeps the definitions for as long as they are the same', () => {
    const text = definition('{type: object, properties: {spec: {type: object, properties: {a: {type: string}}}}}');
    const manifest = parseManifest(text, 'shop.yaml');
    const edited = parseManifest(text.replace('corner', 'square'), 'shop.yaml', manifest);
    assert.equal(customTypes(edited), customTypes(manifest));
    assert.notEqual(customTypes(parseManifest(text, 'shop.yaml')), customTypes(manifest));
  });

  it('takes time by the length of the document', () => {
    const pod = (containers: number): string =>
      `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers:\n${'    - {name: a, image: b, envv: [], ports: [{containerPort: "1"}]}\n'.repeat(containers)}`;
    assert.equal(mismatchesIn(pod(1000)).length, 2000);
  });
});
