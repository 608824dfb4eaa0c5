import assert from 'node:assert/strict';
import { isNodeAgent } from '../../../../server/src/manifest/model/node-agents';
import { objectOf } from './reading';

const isAgent = (kind: string, metadata: string, container: string): boolean => {
  const api = kind === 'Pod' ? 'v1' : 'apps/v1';
  const spec = kind === 'Pod' ? `{containers: [${container}]}` : `{template: {spec: {containers: [${container}]}}}`;
  const [workload] = objectOf(`apiVersion: ${api}\nkind: ${kind}\nmetadata: ${metadata}\nspec: ${spec}\n`).workloads;
  assert.ok(workload);
  return isNodeAgent(workload);
};

describe('a node agent', () => {
  it('is what belongs to the cluster itself', () => {
    assert.equal(isAgent('Pod', '{name: etcd, namespace: kube-system}', '{name: etcd, image: "etcd:3"}'), true);
    assert.equal(isAgent('Deployment', '{name: a, namespace: calico-system}', '{name: a, image: "a:1"}'), true);
  });

  it('is what runs on every node and is known for that, by image, container or object', () => {
    assert.equal(isAgent('DaemonSet', '{name: a}', '{name: a, image: "quay.io/calico/node:v3"}'), true);
    assert.equal(
      isAgent('DaemonSet', '{name: a}', '{name: a, image: "public.ecr.aws/ebs-csi-driver/aws-ebs-csi-driver:v1"}'),
      true,
    );
    assert.equal(isAgent('DaemonSet', '{name: a}', '{name: node-exporter, image: "mirror.example.com/x:1"}'), true);
    assert.equal(isAgent('DaemonSet', '{name: fluent-bit}', '{name: a, image: "mirror.example.com/x:1"}'), true);
  });

  it('is neither an application on every node nor one with such a name elsewhere', () => {
    assert.equal(isAgent('DaemonSet', '{name: web}', '{name: web, image: "registry.example.com/web:1"}'), false);
    assert.equal(isAgent('Deployment', '{name: a}', '{name: a, image: "fluent/fluent-bit:4"}'), false);
    assert.equal(isAgent('DaemonSet', '{name: a}', '{name: a, image: "registry.example.com/vectorised:1"}'), false);
    assert.equal(isAgent('Pod', '{name: a, namespace: kubes}', '{name: a, image: "a:1"}'), false);
  });
});
