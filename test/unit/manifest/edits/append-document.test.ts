import assert from 'node:assert/strict';
import { applied } from '../../../../server/src/engine/edits';
import { appendDocument } from '../../../../server/src/manifest/edits/append-document';
import { placeholder } from '../../../../server/src/manifest/edits/value';
import { parseManifest } from '../../../../server/src/manifest/model/parse';
import { crlf, dataOf, yaml } from './contract';

const service = { kind: 'Service', metadata: { name: 'web' }, spec: { ports: [{ port: 80 }] } };

function appended(before: string, after: string, behind?: number): void {
  const manifest = parseManifest(before, 'all.yaml');
  const edits = appendDocument(manifest, service, behind === undefined ? undefined : manifest.documents[behind]);
  assert.ok(edits);
  assert.equal(applied(before, edits), after);
  const documents = [dataOf(after)].flat();
  assert.ok(documents.some((document) => JSON.stringify(document) === JSON.stringify(service)));
}

describe('adding a document', () => {
  it('goes to the end of the file, in its style', () =>
    appended(
      yaml`
        kind: Pod
        spec:
            containers:
            -   name: web
        # the end
      `,
      yaml`
        kind: Pod
        spec:
            containers:
            -   name: web
        # the end
        ---
        kind: Service
        metadata:
            name: web
        spec:
            ports:
            -   port: 80
      `,
    ));

  it('keeps the file without a line end at its end', () =>
    appended(
      crlf('kind: Pod\nspec:\n  a:\n  - b'),
      crlf('kind: Pod\nspec:\n  a:\n  - b\n---\nkind: Service\nmetadata:\n  name: web\nspec:\n  ports:\n  - port: 80'),
    ));

  it('goes behind one of several documents', () =>
    appended(
      'a: 1\n---\nb: 2\n',
      'a: 1\n---\nkind: Service\nmetadata:\n  name: web\nspec:\n  ports:\n    - port: 80\n---\nb: 2\n',
      0,
    ));

  it('fills a document that is only begun', () =>
    appended(
      'a: 1\n---\n# next\n',
      'a: 1\n---\n# next\nkind: Service\nmetadata:\n  name: web\nspec:\n  ports:\n    - port: 80\n',
    ));

  it('goes behind the end of a document', () =>
    appended(
      '---\na: 1\n...\n',
      '---\na: 1\n...\n---\nkind: Service\nmetadata:\n  name: web\nspec:\n  ports:\n    - port: 80\n',
    ));

  it('fills an empty file', () =>
    appended('', 'kind: Service\nmetadata:\n  name: web\nspec:\n  ports:\n    - port: 80\n'));

  it('marks what a person should look at', () => {
    const manifest = parseManifest('a: 1\n', 'all.yaml');
    const [edit] =
      appendDocument(manifest, { kind: 'Secret', stringData: { password: placeholder('change me') } }) ?? [];
    assert.deepEqual(
      edit?.placeholders?.map((place) => edit.newText.slice(place.start, place.end)),
      ['change me'],
    );
  });

  it('is not possible in JSON, nor behind a block scalar that has no line end', () => {
    assert.equal(appendDocument(parseManifest('{"kind": "Pod"}', 'a.json'), service), undefined);
    assert.equal(appendDocument(parseManifest('a: |\n  b', 'a.yaml'), service), undefined);
  });
});
