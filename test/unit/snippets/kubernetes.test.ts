import assert from 'node:assert/strict';
import { deploymentWith, type Place } from './deployment';
import { findingsIn } from './findings';
import { expanded, expansionsOf, snippetsIn } from './snippet';

/** Where the pieces belong; a snippet that begins with `apiVersion` is a file. */
const places: Readonly<Record<string, Place>> = {
  adapter: 'pod',
  ambassador: 'pod',
  'config-mount': 'container',
  'config-volume': 'pod',
  'env-from': 'container',
  graceful: 'pod',
  prestop: 'container',
  probes: 'container',
  resources: 'container',
  securitycontext: 'container',
  'securitycontext-pod': 'pod',
  sidecar: 'pod',
  spread: 'pod',
};

describe('snippets for manifests', () => {
  const snippets = snippetsIn('kubernetes.json');

  const inItsPlace = (prefix: string, text: string): string => {
    if (text.startsWith('apiVersion:')) return text;
    const place = /^(?:startup|readiness|liveness)-/.test(prefix) ? 'container' : places[prefix];
    assert.ok(place, `${prefix} has a place`);
    return deploymentWith(place, text);
  };

  it('are tried in a Deployment in which nothing is found', () => {
    assert.deepEqual(findingsIn('deployment.yaml', deploymentWith('pod', '')), []);
  });

  it('are missed where they are missing', () => {
    const bare = deploymentWith('container', 'resources:\n  requests: {}');
    assert.ok(findingsIn('deployment.yaml', bare).some((finding) => /resource|memory/.test(finding)));
  });

  for (const { prefix, ...snippet } of snippets)
    it(`${prefix} has no findings`, () => {
      for (const indentation of ['  ', '    '])
        for (const text of expansionsOf({ prefix, ...snippet }, indentation))
          assert.deepEqual(findingsIn('manifest.yaml', inItsPlace(prefix, text)), [], text);
    });

  it('end the last line of a whole file', () => {
    for (const { body } of snippets) assert.equal(body.startsWith('apiVersion:'), expanded(body, '  ').endsWith('\n'));
  });

  it('fit each other', () => {
    const textOf = (prefix: string): string => {
      const snippet = snippets.find((each) => each.prefix === prefix);
      assert.ok(snippet, prefix);
      return expanded(snippet.body, '  ');
    };
    const together = ['deployment', 'service', 'configmap', 'secret', 'pdb', 'networkpolicy', 'pvc', 'cronjob', 'job'];
    assert.deepEqual(findingsIn('shop.yaml', together.map(textOf).join('---\n')), []);
    const scaled = textOf('deployment').replace(/ {2}replicas: 3\n/, '');
    assert.deepEqual(findingsIn('shop.yaml', [scaled, textOf('hpa')].join('---\n')), []);
  });
});
