import assert from 'node:assert/strict';
import type { Container } from '../../../../server/src/manifest/model/manifest';
import { securitySetting } from '../../../../server/src/manifest/model/security-context';
import { objectOf } from './reading';

const settingOf = (spec: string, key: string, path = 'manifest.yaml'): readonly unknown[] => {
  const [workload] = objectOf(`apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: ${spec}\n`, path).workloads;
  const container: Container | undefined = workload?.pod.containers[0];
  assert.ok(container);
  const { presence, entry } = securitySetting(container, [key]);
  return [presence, entry?.value?.kind === 'scalar' ? entry.value.value : undefined];
};

describe('a setting of a security context', () => {
  it("is the container's own before its pod's", () => {
    const spec = '{securityContext: {runAsUser: 1}, containers: [{name: a, securityContext: {runAsUser: 2}}]}';
    assert.deepEqual(settingOf(spec, 'runAsUser'), ['yes', 2]);
    assert.deepEqual(settingOf('{securityContext: {runAsUser: 1}, containers: [{name: a}]}', 'runAsUser'), ['yes', 1]);
  });

  it("is its pod's only where pods have it", () => {
    const spec = '{securityContext: {privileged: true}, containers: [{name: a}]}';
    assert.deepEqual(settingOf(spec, 'privileged'), ['no', undefined]);
  });

  it('is not there when it is null', () => {
    const spec = '{securityContext: {runAsUser: 1}, containers: [{name: a, securityContext: {runAsUser: null}}]}';
    assert.deepEqual(settingOf(spec, 'runAsUser'), ['yes', 1]);
  });

  it('is unknown where a template prints it', () => {
    const spec = '{containers: [{name: a, securityContext: {runAsUser: "{{ .Values.user }}"}}]}';
    assert.deepEqual(settingOf(spec, 'runAsUser', 'chart/templates/a.yaml'), ['unknown', '{{ .Values.user }}']);
  });

  it('is unknown where the rest of the pod is described elsewhere', () => {
    const [workload] = objectOf(
      'apiVersion: argoproj.io/v1alpha1\nkind: Workflow\nspec: {templates: [{name: a, container: {image: "a:1"}}]}\n',
    ).workloads;
    const container = workload?.pod.containers[0];
    assert.ok(container);
    assert.equal(securitySetting(container, ['runAsUser']).presence, 'unknown');
    assert.equal(securitySetting(container, ['allowPrivilegeEscalation']).presence, 'no');
  });
});
