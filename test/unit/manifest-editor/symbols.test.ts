import assert from 'node:assert/strict';
import { symbolIn } from './marked';
import { shop } from './samples';

/** The lines, from 1, on which the thing at the nth `piece` of the sample is named; `*` for definitions. */
function linesOf(piece: string, text = shop): string {
  const at = text.indexOf(piece);
  assert.notEqual(at, -1, piece);
  const { manifest, symbol } = symbolIn(`${text.slice(0, at + 1)}¦${text.slice(at + 1)}`);
  return (symbol?.occurrences ?? [])
    .map(
      ({ range, role }) => manifest.text.slice(0, range.start).split('\n').length + (role === 'definition' ? '*' : ''),
    )
    .join(' ');
}

const lineOf = (piece: string): number => shop.slice(0, shop.indexOf(piece)).split('\n').length;

const lastLineOf = (piece: string): number => shop.slice(0, shop.lastIndexOf(piece)).split('\n').length;

/** The sample after a rename. */
function renamed(piece: string, name: string, text = shop): string {
  const at = text.indexOf(piece);
  const { symbol } = symbolIn(`${text.slice(0, at + 1)}¦${text.slice(at + 1)}`);
  assert.equal(symbol?.rename?.objection(name), undefined);
  return (symbol?.rename?.edits(name) ?? [])
    .toSorted((one, other) => other.range.start - one.range.start)
    .reduce((done, { range, newText }) => done.slice(0, range.start) + newText + done.slice(range.end), text);
}

describe('names in a manifest', () => {
  it('are those of ConfigMaps and their keys', () => {
    const [volume, variable, definition] = [
      'name: web-config\n            items',
      'name: web-config\n                  key',
      'name: web-config\n  namespace',
    ].map(lineOf);
    assert.equal(linesOf('web-config'), `${volume} ${variable} ${definition}*`);
    assert.equal(linesOf('LEVEL: info'), `${lineOf('key: LEVEL')} ${lineOf('LEVEL: info')}*`);
    assert.equal(linesOf('app.yaml: |'), `${lineOf('key: app.yaml')} ${lineOf('app.yaml: |')}*`);
  });

  it('are those of volumes, containers and anchors', () => {
    assert.equal(linesOf('tmp'), `${lineOf('name: tmp')}* ${lineOf('- name: tmp\n              mountPath')}`);
    assert.equal(linesOf('server\n    spec'), `${lineOf('kubectl.kubernetes.io')} ${lineOf('name: server')}*`);
    assert.equal(linesOf('labels\n      app'), `${lineOf('&labels')}* ${lineOf('*labels')}`);
  });

  it('are those of ports, from the container to its probes and the Services in front', () => {
    assert.equal(
      linesOf('http\n              containerPort'),
      `${lineOf('name: http')}* ${lineOf('port: http')} ${lineOf('targetPort: http')}`,
    );
    assert.equal(linesOf('public\n      port'), `${lineOf('name: public')}* ${lastLineOf('name: public')}`);
  });

  it('are those of Services, accounts and claims', () => {
    assert.equal(linesOf('front'), `${lineOf('name: front')}* ${lastLineOf('name: front')}`);
    const account = `${shop}---\napiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: runner\n  namespace: shop\n`;
    assert.match(linesOf('runner', account), /^\d+ \d+\*$/);
    const claim = `${shop}---\napiVersion: v1\nkind: PersistentVolumeClaim\nmetadata:\n  name: data\n  namespace: shop\n`;
    assert.match(linesOf('data}', claim), /^\d+ \d+\*$/);
  });

  it('keeps namespaces apart', () => {
    const maps = ['a', 'b']
      .map((namespace) => `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: c\n  namespace: ${namespace}\n`)
      .join('---\n');
    assert.equal(linesOf('c\n', maps.replaceAll('ConfigMap', 'Secret')), '4*');
  });

  it('joins the pods that one Service goes to', () => {
    const pod = (name: string): string =>
      `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}, labels: {app: x}}\nspec:\n  containers:\n  - name: a\n    image: b\n    ports:\n    - {name: web, containerPort: 80}\n---\n`;
    const service =
      'apiVersion: v1\nkind: Service\nmetadata: {name: s}\nspec:\n  selector: {app: x}\n  ports:\n  - {port: 80, targetPort: web}\n';
    assert.equal(linesOf('web,', pod('one') + pod('two') + service), '9* 19* 27');
    assert.equal(linesOf('web,', pod('one') + pod('two')), '9*');
  });

  it('can be changed everywhere at once', () => {
    assert.equal(renamed('web-config', 'settings'), shop.replaceAll('web-config', 'settings'));
    assert.equal(renamed('http\n              containerPort', 'main'), shop.replaceAll(': http\n', ': main\n'));
    assert.equal(renamed('labels\n      app', 'own'), shop.replace('&labels', '&own').replace('*labels', '*own'));
    assert.equal(renamed('tmp', '1'), shop.replaceAll('name: tmp', 'name: "1"'));
  });

  it('cannot be what Kubernetes refuses, nor what is there already', () => {
    const { symbol } = symbolIn(shop.replace('name: tmp', 'name: t¦mp'));
    assert.match(symbol?.rename?.objection('Tmp') ?? '', /lower-case/);
    assert.match(symbol?.rename?.objection('config') ?? '', /there already/);
    assert.equal(symbol?.rename?.objection('scratch'), undefined);
  });

  it('cannot be changed where they are given elsewhere', () => {
    const { symbol } = symbolIn(shop.replace('serviceAccountName: runner', 'serviceAccountName: run¦ner'));
    assert.equal(symbol?.occurrences.length, 1);
    assert.equal(symbol?.rename, undefined);
  });

  it('are not looked for in other YAML', () => {
    assert.equal(symbolIn('services:\n  we¦b: {}\n').symbol, undefined);
  });
});
