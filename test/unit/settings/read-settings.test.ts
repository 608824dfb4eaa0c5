import assert from 'node:assert/strict';
import { textOf } from '../../../server/src/engine/text';
import { emptyLayer, type SettingsLayer } from '../../../server/src/settings/layer';
import { readSettings } from '../../../server/src/settings/read-settings';
import { sampleNames } from './sample-rules';

const layerOf = (text: string): SettingsLayer => readSettings(text, sampleNames).content.layer;

/** Each problem as its kind and the text that it is about. */
const problemsIn = (text: string): string[] =>
  readSettings(text, sampleNames).problems.map(({ kind, at }) => `${kind} ${textOf(text, at)}`);

describe('a settings file', () => {
  const good: [text: string, layer: Partial<SettingsLayer>][] = [
    ['', {}],
    ['# only a comment\n', {}],
    ['rules:\n', {}],
    ['extends: all', { extends: 'all' }],
    ['{"extends": "none"}', { extends: 'none' }],
    ['rules:\n  root-user: error', { rules: { 'root-user': { severity: 'error' } } }],
    ['rules:\n  DL3002: off', { rules: { 'hadolint/DL3002': { severity: 'off' } } }],
    ['rules: { AVD-DS-0017: on }', { rules: { 'trivy/DS-0017': { severity: 'on' } } }],
    [
      'rules:\n  package-cache:\n    severity: hint\n    maximum: 3\n    strict: true\n    style: long\n    allowed: [a, b]',
      {
        rules: {
          'package-cache': {
            severity: 'hint',
            options: { maximum: 3, strict: true, style: 'long', allowed: ['a', 'b'] },
          },
        },
      },
    ],
    ['rules:\n  package-cache: { prefix: 1.10 }', { rules: { 'package-cache': { options: { prefix: '1.10' } } } }],
    ['kubernetesVersion: 1.30', { kubernetesVersion: '1.30' }],
    ['kubernetesVersion: "v1.29.4"', { kubernetesVersion: '1.29' }],
    ['podSecurityStandard: restricted', { podSecurityStandard: 'restricted' }],
    ['podSecurityStandard: off', { podSecurityStandard: 'off' }],
    ['trustedRegistries: docker.io', { trustedRegistries: ['docker.io'] }],
    ['trustedRegistries:\n- docker.io\n- localhost:5000', { trustedRegistries: ['docker.io', 'localhost:5000'] }],
    ['labelSchema:\n  org.opencontainers.image.url: url', { labelSchema: { 'org.opencontainers.image.url': 'url' } }],
    ['strictLabels: true\nhonourPeers: false', { strictLabels: true, honourPeers: false }],
  ];
  for (const [text, layer] of good)
    it(`reads ${JSON.stringify(text)}`, () => {
      assert.deepEqual(layerOf(text), { ...emptyLayer, ...layer });
      assert.deepEqual(problemsIn(text), []);
    });

  it('reads globs and overrides', () => {
    const { content, problems } = readSettings(
      'ignore: [vendor, "!vendor/ours"]\noverrides:\n- files: test/**\n  extends: none\n- files: [a, b]\n  rules: {root-user: off}\n',
      sampleNames,
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(content.ignore.globs, ['vendor', '!vendor/ours']);
    assert.deepEqual(content.overrides, [
      { files: ['test/**'], layer: { ...emptyLayer, extends: 'none' } },
      { files: ['a', 'b'], layer: { ...emptyLayer, rules: { 'root-user': { severity: 'off' } } } },
    ]);
  });

  it('reads what anchors share', () => {
    const text = 'overrides:\n- files: a\n  rules: &shared {root-user: off}\n- files: b\n  rules: *shared\n';
    const { content } = readSettings(text, sampleNames);
    assert.deepEqual(
      content.overrides.map(({ layer }) => layer.rules),
      [{ 'root-user': { severity: 'off' } }, { 'root-user': { severity: 'off' } }],
    );
  });

  const bad: [text: string, problems: string[], layer?: Partial<SettingsLayer>][] = [
    ['extend: all', ['key extend']],
    ['extends: recomended\nstrictLabels: true', ['choice recomended'], { strictLabels: true }],
    ['extends: [all]', ['shape extends']],
    ['extends:', ['shape extends']],
    ['rules: [a]', ['shape rules']],
    ['rules:\n  rot-user: off', ['rule rot-user']],
    ['rules:\n  root-user: warn', ['choice warn'], { rules: { 'root-user': {} } }],
    ['rules:\n  root-user: false', ['choice false'], { rules: { 'root-user': {} } }],
    ['rules:\n  root-user:', ['shape root-user'], { rules: { 'root-user': {} } }],
    ['rules:\n  root-user: [off]', ['shape root-user'], { rules: { 'root-user': {} } }],
    ['rules:\n  root-user: {maximum: 3}', ['option maximum'], { rules: { 'root-user': {} } }],
    ['rules:\n  DL3009: {maximum: 3}', ['option maximum'], { rules: { 'hadolint/DL3009': {} } }],
    ['rules:\n  package-cache: {maximum: 0}', ['minimum 0'], { rules: { 'package-cache': {} } }],
    ['rules:\n  package-cache: {maximum: 1.5}', ['shape 1.5'], { rules: { 'package-cache': {} } }],
    ['rules:\n  package-cache: {maximum: many}', ['shape many'], { rules: { 'package-cache': {} } }],
    ['rules:\n  package-cache: {strict: 1}', ['shape 1'], { rules: { 'package-cache': {} } }],
    ['rules:\n  package-cache: {style: longer}', ['choice longer'], { rules: { 'package-cache': {} } }],
    ['rules:\n  package-cache: {toString: 1}', ['option toString'], { rules: { 'package-cache': {} } }],
    ['toString: 1', ['key toString']],
    ['__proto__: 1', ['key __proto__']],
    ['kubernetesVersion: latest', ['shape latest']],
    ['trustedRegistries: {a: b}', ['shape trustedRegistries']],
    ['trustedRegistries: [[a], b]', ['shape [a]'], { trustedRegistries: ['b'] }],
    ['labelSchema: {a: text, b: number}', ['choice number'], { labelSchema: { a: 'text' } }],
    ['strictLabels: yes', ['shape yes']],
    ['ignore: ["[a", b]', ['glob "[a"']],
    ['overrides: {files: a}', ['shape overrides']],
    ['overrides: [a]', ['shape a']],
    ['overrides: [{file: a}]', ['key file']],
    ['overrides: [{files: a, ignore: b}]', ['key ignore']],
    ['- a\n- b', ['shape - a\n- b']],
    ['a text', ['shape a text']],
  ];
  for (const [text, problems, layer] of bad)
    it(`ignores what is wrong in ${JSON.stringify(text)}`, () => {
      assert.deepEqual(problemsIn(text), problems);
      assert.deepEqual(layerOf(text), { ...emptyLayer, ...layer });
    });

  const guessed: [text: string, closest: string][] = [
    ['ingore: a', 'ignore'],
    ['rules: {root-user: info}', 'information'],
    ['rules: {root-user: style}', 'hint'],
    ['rules: {root-user: eror}', 'error'],
    ['rules: {DL3003: off}', 'hadolint/DL3009'],
    ['rules: {package-cache: {maximun: 1}}', 'maximum'],
    ['overrides: [{file: a}]', 'files'],
  ];
  for (const [text, closest] of guessed)
    it(`knows what is meant by ${text}`, () => {
      const [problem] = readSettings(text, sampleNames).problems;
      assert.equal(problem !== undefined && 'closest' in problem ? problem.closest : undefined, closest);
    });

  it('says only that it cannot be read, when it cannot', () => {
    const text = 'extends: all\nnonsense: [\nmore: nonsense\n';
    const { problems, content } = readSettings(text, sampleNames);
    assert.deepEqual(new Set(problems.map(({ kind }) => kind)), new Set(['syntax']));
    assert.equal(content.layer.extends, 'all');
  });

  it('points at a key that stands there twice', () =>
    assert.deepEqual(problemsIn('extends: all\nextends: none\n'), ['duplicate extends']));

  const hostile: [name: string, text: string][] = [
    ['a large text', `rules:\n${'  x: off\n'.repeat(40_000)}`],
    ['deep nesting', '['.repeat(20_000)],
    ['deep mappings', '{a: '.repeat(5_000)],
    [
      'aliases of aliases',
      `a: &a [x]\n${Array.from({ length: 30 }, (_, i) => `k${i}: &k${i} [${'*a,'.repeat(9)}]`).join('\n')}`,
    ],
    ['an alias of itself', 'rules: &a\n  root-user: *a\n'],
    ['an alias of nothing', 'rules: *a'],
    ['control characters', '\0\u0001\u001b[31m: \0'],
    ['half of a surrogate pair', 'rules: {\ud800: off}'],
    ['one long line', `trustedRegistries: [${'a,'.repeat(50_000)}]`],
    ['a complex key', '? [a, b]\n: c\n'],
    ['several documents', 'extends: all\n---\nextends: none\n'],
    ['a tag', 'extends: !!binary aGVsbG8=\n'],
  ];
  for (const [name, text] of hostile)
    it(`survives ${name}`, () => {
      const started = performance.now();
      const { problems } = readSettings(text, sampleNames);
      for (const { at } of problems) assert.ok(0 <= at.start && at.start <= at.end && at.end <= text.length);
      assert.ok(performance.now() - started < 2000);
    });

  it('survives being cut off anywhere', () => {
    const text =
      'extends: all\nrules:\n  root-user: {severity: off}\n  "DL3009": hint\nignore: [a, "b"]\noverrides:\n  - files: &x a\n    rules: {}\n';
    for (let end = 0; end <= text.length; end++) readSettings(text.slice(0, end), sampleNames);
    assert.deepEqual(problemsIn(text), []);
  });
});
