import assert from 'node:assert/strict';
import { volumeUses } from '../../../../server/src/manifest/model/volume-uses';
import { objectOf } from './reading';

const usesIn = (spec: string, path?: string): unknown => {
  const [workload] = objectOf(`apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n${spec}`, path).workloads;
  assert.ok(workload);
  const { undeclared, unmounted } = volumeUses(workload.pod);
  return [undeclared.map(({ name, meant }) => [name.value, meant]), unmounted.map(({ name }) => name)];
};

const container = (mounts: string): string => `  containers: [{name: a, image: "a:1", volumeMounts: ${mounts}}]\n`;

describe('the volumes of a pod', () => {
  it('are compared with what is mounted', () =>
    assert.deepEqual(
      usesIn(`${container('[{name: a}, {name: storage}]')}  volumes: [{name: a}, {name: other}, {name: b2}]\n`),
      [[['storage', undefined]], ['other', 'b2']],
    ));

  it('are meant by names that are nearly theirs, and by the only one that is left', () => {
    assert.deepEqual(usesIn(`${container('[{name: confg}]')}  volumes: [{name: config}, {name: data}]\n`), [
      [['confg', 'config']],
      ['data'],
    ]);
    assert.deepEqual(usesIn(`${container('[{name: storage}]')}  volumes: [{name: data}]\n`), [
      [['storage', 'data']],
      [],
    ]);
  });

  it('are not compared where there may be more', () => {
    const nothing = [[], []];
    assert.deepEqual(usesIn(container('[{name: a}]'), 'patch-a.yaml'), nothing);
    assert.deepEqual(
      usesIn(`${container('[{name: "$(NAME)"}, {name: {{ .a }}}]')}  volumes: [{name: b}]\n`, 'chart/templates/a.yaml'),
      [[['$(NAME)', undefined]], []],
    );
    assert.deepEqual(
      usesIn('  containers:\n    {{- .a }}\n  volumes: [{name: b}]\n', 'chart/templates/a.yaml'),
      nothing,
    );
  });
});
