import assert from 'node:assert/strict';
import { looksLikeManifest } from '../../../../server/src/manifest/model/recognition';
import { documentOf } from './reading';

const recognised = (text: string, path?: string): boolean => documentOf(text, path).recognised;

describe('manifest recognition', () => {
  it('takes what has an apiVersion and a kind', () => {
    for (const text of [
      'apiVersion: v1\nkind: Pod\n',
      'apiVersion: apps/v1beta2\nkind: Deployment\n',
      'kind: Widget\napiVersion: example.com/v1alpha1\n',
      '{"apiVersion": "v1", "kind": "Pod"}',
      'apiVersion: source.toolkit.fluxcd.io/v1\nkind: GitRepository\n',
      'apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\n',
    ])
      assert.equal(recognised(text), true, text);
  });

  it('takes what misses one of them, or has it wrong, when the rest is clear', () => {
    for (const text of [
      'kind: Deployment\nmetadata: {name: x}\n',
      'apiVersion: v1\nmetadata: {name: x}\nspec: {}\n',
      'apiVersion: apps/1\nkind: Deployment\nspec: {}\n',
      'apiVersion: app/v1\nkind: deployment\nspec: {}\n',
    ])
      assert.equal(recognised(text), true, text);
    for (const text of [
      'kind: Pipeline\nspec: {}\n',
      'kind: Deployment\n',
      'apiVersion: v1\n',
      'apiVersion: 3\nkind: Thing\nspec: {}\n',
      'apiVersion: 1\ndatasources: []\n',
      'kind: pipeline\ntype: docker\nname: default\n',
    ])
      assert.equal(recognised(text), false, text);
  });

  for (const [name, text] of [
    ['kustomize', 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n'],
    ['skaffold', 'apiVersion: skaffold/v4beta6\nkind: Config\n'],
    ['kind', 'apiVersion: kind.x-k8s.io/v1alpha4\nkind: Cluster\n'],
    ['kubeadm', 'apiVersion: kubeadm.k8s.io/v1beta3\nkind: ClusterConfiguration\n'],
    ['kubelet', 'apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\n'],
    ['the scheduler', 'apiVersion: kubescheduler.config.k8s.io/v1\nkind: KubeSchedulerConfiguration\n'],
    ['kubectl', 'apiVersion: v1\nkind: Config\nclusters: []\n'],
    ['credentials', 'apiVersion: client.authentication.k8s.io/v1\nkind: ExecCredential\n'],
    ['auditing', 'apiVersion: audit.k8s.io/v1\nkind: Policy\n'],
    ['admission', 'apiVersion: apiserver.config.k8s.io/v1\nkind: AdmissionConfiguration\n'],
    ['Backstage', 'apiVersion: backstage.io/v1alpha1\nkind: Component\nspec: {}\n'],
    ['Backstage templates', 'apiVersion: scaffolder.backstage.io/v1beta3\nkind: Template\nspec: {}\n'],
    ['k3d', 'apiVersion: k3d.io/v1alpha5\nkind: Simple\n'],
    ['eksctl', 'apiVersion: eksctl.io/v1alpha5\nkind: ClusterConfig\n'],
    ['kpt functions', 'apiVersion: fn.kpt.dev/v1\nkind: SetLabels\n'],
    ['test runners', 'apiVersion: kuttl.dev/v1beta1\nkind: TestStep\n'],
    ['chainsaw', 'apiVersion: chainsaw.kyverno.io/v1alpha1\nkind: Test\nspec: {}\n'],
    ['Helm charts', 'apiVersion: v2\nname: web\nversion: 1.0.0\n'],
    ['compose files', 'services:\n  web:\n    image: nginx\n'],
    ['GitHub workflows', 'on: push\njobs: {}\n'],
    ['OpenAPI', 'openapi: 3.1.0\napiVersion: v1\nkind: Api\n'],
    ['CloudFormation', 'AWSTemplateFormatVersion: "2010-09-09"\nResources: {}\n'],
    ['Ansible', '- hosts: all\n  tasks: []\n'],
    ['JSON patches', '- op: replace\n  path: /spec/replicas\n  value: 2\n'],
    ['nothing', ''],
    ['a comment', '# apiVersion: v1\n# kind: Pod\n'],
    ['a word', 'apiVersion'],
  ] as const)
    it(`leaves ${name} alone`, () => {
      assert.equal(recognised(text), false);
    });

  it('leaves files of other tools alone by their names', () => {
    const text = 'apiVersion: v1\nkind: Pod\n';
    for (const path of [
      'Chart.yaml',
      'values.yaml',
      'values-prod.yaml',
      'kustomization.yml',
      'docker-compose.override.yml',
      'compose.yaml',
      '.github/workflows/ci.yaml',
    ])
      assert.equal(recognised(text, `a/${path}`), false, path);
    for (const path of ['a/pod.yaml', 'C:\\a\\pod.yaml', 'file:///a/pod.yaml', 'a/.github/k8s/pod.yaml'])
      assert.equal(recognised(text, path), true, path);
  });

  it('obeys comments at the top', () => {
    const text = 'apiVersion: v1\nkind: Pod\n';
    assert.equal(recognised(`# vscode-kubernetes-tools: exclude\n${text}`), false);
    assert.equal(recognised(`# yaml-language-server: $schema=https://json.schemastore.org/other.json\n${text}`), false);
    assert.equal(
      recognised(`# yaml-language-server: $schema=https://x/kubernetes-json-schema/v1.30/pod.json\n${text}`),
      true,
    );
    assert.equal(recognised(`# yaml-language-server: $schema=kubernetes://schema/v1@pod\n${text}`), true);
    assert.equal(recognised(`${text}# vscode-kubernetes-tools: exclude\n`), true);
  });

  it('decides document by document', () => {
    const { recognised: first } = documentOf('a: 1\n');
    assert.equal(first, false);
    assert.equal(recognised('---\n# c\napiVersion: v1\nkind: Pod\n'), true);
  });

  describe('of patches', () => {
    const mode = (text: string, path?: string): string => documentOf(text, path).mode;
    const deployment = 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: x}\nspec:\n  template:\n    spec:\n';

    it('goes by name and folder', () => {
      const text = `${deployment}      containers: [{name: x, image: y}]\n  selector: {}\n`;
      assert.equal(mode(text, 'a/deployment-patch.yaml'), 'patch');
      assert.equal(mode(text, 'a/patches/deployment.yaml'), 'patch');
      for (const name of ['patch.yaml', 'patch_cpu.yml', 'patches.yaml', 'cpuPatch.yaml', 'cpu.patch.yaml'])
        assert.equal(mode(text, name), 'patch', name);
      for (const name of ['dispatcher.yaml', 'patcher.yaml', 'Patchwork.yaml'])
        assert.equal(mode(text, name), 'plain', name);
      assert.equal(mode(text, 'a/deployment.yaml'), 'plain');
    });

    it('goes by content', () => {
      assert.equal(mode(`${deployment}      containers: [{name: x, env: []}]\n`), 'patch');
      assert.equal(mode(`${deployment}      containers: [{name: x, image: y}]\n`), 'plain');
      assert.equal(mode('apiVersion: v1\nkind: Service\nspec:\n  $patch: delete\n'), 'patch');
      assert.equal(mode('apiVersion: apps/v1\nkind: Deployment\nspec:\n  replicas: 3\n'), 'patch');
      assert.equal(mode('apiVersion: apps/v1\nkind: Deployment\nspec:\n'), 'plain');
      assert.equal(mode('apiVersion: v1\nkind: ConfigMap\ndata:\n  a: $patch\n'), 'plain');
    });

    it('leaves what is missing unknown everywhere', () => {
      const { root } = documentOf(`${deployment}      containers: [{name: x}]\n`);
      const text = JSON.stringify(root);
      assert.equal(text.includes('"open":false'), false);
      assert.equal(text.includes('"open":true'), true);
    });
  });

  describe('at a glance', () => {
    it('sees what may be a manifest', () => {
      for (const text of [
        'apiVersion: v1\nkind: Pod\n',
        '# c\r\n---\r\nkind : Pod\r\napiVersion : v1\r\n',
        '{\n  "apiVersion": "v1",\n  "kind": "Pod"\n}',
        '{"kind":"Pod","apiVersion":"v1"}',
        '{{ if .x }}\napiVersion: v1\nkind: Pod\n{{ end }}',
      ])
        assert.equal(looksLikeManifest(text), true, text);
    });

    it('passes over what is none', () => {
      for (const text of [
        '',
        'a: 1\n',
        'apiVersion: v1\n',
        '# apiVersion: v1\n# kind: Pod\n',
        'x:\n  apiVersion: v1\n  kind: Pod\n',
        '{"a": 1}',
      ])
        assert.equal(looksLikeManifest(text), false, text);
    });
  });
});
