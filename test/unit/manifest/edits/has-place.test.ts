import assert from 'node:assert/strict';
import { hasPlace } from '../../../../server/src/manifest/edits/has-place';
import type { BlockValue } from '../../../../server/src/manifest/edits/value';
import { entryAt, mappingAt, type Path, parsed } from './places';

const pod = `apiVersion: v1
kind: Pod
metadata:
  name: web
  labells: {app: web}
spec:
  runAsUser: 1000
  containers:
    - name: web
      imgae: registry.example.com/web:1.4.2
      env:
        - name: MODE
          value: fast
`;

const container: Path = ['spec', 'containers', 0];

function assertPlace(expected: boolean, at: Path, key: string, value: BlockValue, text = pod): void {
  const document = parsed(text);
  assert.equal(hasPlace(document, mappingAt(document, at), key, value, undefined), expected, key);
}

describe('what can be inserted and be right', () => {
  it('is a key that is not there in other letters', () => {
    assertPlace(false, ['metadata'], 'labels', { app: 'web' });
    assertPlace(true, ['metadata'], 'annotations', { team: 'shop' });
    assertPlace(false, container, 'image', 'nginx');
    assertPlace(true, container, 'ports', []);
  });

  it('is a key whose place nothing wants that stands elsewhere', () => {
    assertPlace(false, ['spec'], 'securityContext', { runAsNonRoot: true });
    assertPlace(true, container, 'securityContext', { runAsNonRoot: true });
  });

  it('is a key whose other spelling goes at the same time', () => {
    const document = parsed(pod);
    const { mapping, entry } = entryAt(document, ['metadata', 'labells']);
    assert.equal(hasPlace(document, mapping, 'labels', { app: 'web' }, entry), true);
  });

  it('brings what the API server asks of it, unless a patch leaves that to others', () => {
    const job = 'apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: report}\n';
    assertPlace(false, [], 'spec', { concurrencyPolicy: 'Forbid' }, job);
    assertPlace(false, [], 'spec', { schedule: '@daily', jobTemplate: { spec: {} } }, job);
    assertPlace(true, [], 'spec', { schedule: '@daily', jobTemplate: {} }, job);
    assertPlace(false, container, 'volumeMounts', [{ name: 'tmp' }]);
    assertPlace(true, container, 'volumeMounts', [{ name: 'tmp', mountPath: '/tmp' }]);
  });

  it('is nothing that an alias brings to where it means something else', () => {
    const shared = (target: string) =>
      `apiVersion: v1\nkind: Pod\nmetadata: &a {name: web}\nspec: {containers: [${target}]}\n`;
    assertPlace(false, ['metadata'], 'labels', { app: 'web' }, shared('{<<: *a}'));
    assertPlace(false, ['metadata'], 'labels', { app: 'web' }, shared('{name: a, resources: {limits: *a}}'));
    assertPlace(true, ['metadata'], 'labels', { app: 'web' }, shared('{name: a}'));
    const containers = 'apiVersion: v1\nkind: Pod\nspec: {containers: [&a {name: web}, {<<: *a, name: other}]}\n';
    assertPlace(true, container, 'image', 'nginx', containers);
  });

  it("is anything where the keys are the user's own or the kind is not known", () => {
    assertPlace(true, ['metadata', 'labells'], 'tier', 'web');
    assertPlace(true, [], 'spec', {}, 'apiVersion: example.com/v1\nkind: Shop\nspecc: {}\n');
  });
});
