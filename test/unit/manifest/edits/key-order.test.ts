import assert from 'node:assert/strict';
import { keyOrders, kindsByKey, kindsByParent, specsByKind } from '../../../../server/src/manifest/edits/key-order';
import { keyOrderOf } from '../../../../server/src/manifest/edits/mapping-kind';
import { yaml } from './contract';
import { mappingAt, type Path, parsed } from './places';

const orderAt = (text: string, path: Path) => {
  const document = parsed(text);
  return keyOrderOf(document, mappingAt(document, path));
};

describe('the order of keys', () => {
  it('names each key once', () => {
    for (const [kind, order] of Object.entries(keyOrders)) assert.equal(new Set(order).size, order.length, kind);
  });

  it('is known for every kind that a key leads to', () => {
    const kinds = [kindsByKey, specsByKind, ...Object.values(kindsByParent)].flatMap((table) => Object.values(table));
    for (const kind of kinds) assert.ok(keyOrders[kind], kind);
  });

  const deployment = yaml`
    kind: Deployment
    metadata: {name: web, labels: {app: web}}
    spec:
      selector: {matchLabels: {app: web}}
      template:
        metadata: {labels: {app: web}}
        spec:
          securityContext: {fsGroup: 1}
          initContainers:
            - name: init
          containers:
            - name: web
              ports: [{containerPort: 80}]
              securityContext: {privileged: true}
              resources: {limits: {cpu: 1}}
              livenessProbe: {httpGet: {path: /}}
          volumes:
            - emptyDir: {medium: Memory}
  `;
  const pod = ['spec', 'template', 'spec'];
  const places: [Path, keyof typeof keyOrders][] = [
    [[], 'object'],
    [['metadata'], 'metadata'],
    [['spec'], 'workloadSpec'],
    [['spec', 'selector'], 'selector'],
    [['spec', 'template'], 'podTemplate'],
    [['spec', 'template', 'metadata'], 'metadata'],
    [pod, 'podSpec'],
    [[...pod, 'securityContext'], 'podSecurityContext'],
    [[...pod, 'initContainers', 0], 'container'],
    [[...pod, 'containers', 0, 'ports', 0], 'containerPort'],
    [[...pod, 'containers', 0, 'securityContext'], 'containerSecurityContext'],
    [[...pod, 'containers', 0, 'resources', 'limits'], 'quantities'],
    [[...pod, 'containers', 0, 'livenessProbe', 'httpGet'], 'handler'],
    [[...pod, 'volumes', 0, 'emptyDir'], 'emptyDir'],
  ];
  for (const [path, kind] of places)
    it(`at ${path.join('.') || 'the root'} is that of ${kind}`, () =>
      assert.deepEqual(orderAt(deployment, path), keyOrders[kind]));

  it('depends on the kind of the object', () => {
    assert.deepEqual(orderAt('kind: Pod\nspec:\n  hostname: a\n', ['spec']), keyOrders.podSpec);
    assert.deepEqual(
      orderAt('kind: Service\nspec:\n  ports: [{port: 1}]\n', ['spec', 'ports', 0]),
      keyOrders.servicePort,
    );
    assert.deepEqual(
      orderAt('kind: CronJob\nspec:\n  jobTemplate:\n    spec:\n      a: 1\n', ['spec', 'jobTemplate', 'spec']),
      keyOrders.workloadSpec,
    );
  });

  it('is that of each object in a list', () => {
    const text = 'kind: List\nitems:\n- kind: Service\n  spec: {type: x}\n- kind: Pod\n  spec: {hostname: x}\n';
    assert.deepEqual(orderAt(text, ['items', 0]), keyOrders.object);
    assert.deepEqual(orderAt(text, ['items', 0, 'spec']), keyOrders.serviceSpec);
    assert.deepEqual(orderAt(text, ['items', 1, 'spec']), keyOrders.podSpec);
  });

  it('is that of a pod wherever containers are', () =>
    assert.deepEqual(orderAt('kind: SidecarSet\nspec:\n  containers: []\n', ['spec']), keyOrders.podSpec));

  it('is none where people choose the keys', () => {
    assert.deepEqual(orderAt(deployment, ['metadata', 'labels']), []);
    assert.deepEqual(orderAt('kind: ConfigMap\ndata:\n  a: b\n', ['data']), []);
  });
});
