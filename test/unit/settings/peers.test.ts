import assert from 'node:assert/strict';
import { pathMatcher } from '../../../server/src/settings/glob';
import { emptyLayer, type SettingsLayer } from '../../../server/src/settings/layer';
import { readCheckov } from '../../../server/src/settings/peers/checkov';
import { readHadolint } from '../../../server/src/settings/peers/hadolint';
import { readKubeLinter } from '../../../server/src/settings/peers/kube-linter';
import { readTrivyIgnore, readTrivyIgnoreYaml } from '../../../server/src/settings/peers/trivy';
import { sampleNames } from './sample-rules';

const today = '2026-11-26';
const off = { severity: 'off' } as const;
const on = { severity: 'on' } as const;

describe('a .hadolint.yaml', () => {
  const cases: [text: string, layer: Partial<SettingsLayer>][] = [
    ['', {}],
    ['ignored: [DL3009, SC2086]', { rules: { 'hadolint/DL3009': off, 'hadolint/SC2086': off } }],
    ['ignored:\n- DL3015\n', { rules: { 'unpinned-package': off, 'hadolint/DL3015': off } }],
    [
      'override:\n  error: [DL3002]\n  info: [DL3009]\n  style: [DL3008, DL3002]\n',
      {
        rules: {
          'hadolint/DL3008': { severity: 'hint' },
          'hadolint/DL3002': { severity: 'error' },
          'hadolint/DL3009': { severity: 'information' },
        },
      },
    ],
    ['override: {warning: [DL3002]}\nignored: [DL3002]', { rules: { 'hadolint/DL3002': off } }],
    ['trustedRegistries: docker.io', { trustedRegistries: ['docker.io'] }],
    ['trustedRegistries:\n- docker.io\n- "*.gcr.io"', { trustedRegistries: ['docker.io', '*.gcr.io'] }],
    ['label-schema: {author: text, url: url, x: nonsense}', { labelSchema: { author: 'text', url: 'url' } }],
    ['strict-labels: true', { strictLabels: true }],
    ['disable-ignore-pragma: true', { honourPeers: false }],
    ['disable-ignore-pragma: false', {}],
    ['failure-threshold: info', { failOn: 'information' }],
    ['failure-threshold: style', { failOn: 'hint' }],
    ['failure-threshold: none', { failOn: 'none' }],
    ['failure-threshold: nonsense', {}],
    ['no-fail: true\nfailure-threshold: error', { failOn: 'none' }],
    ['ignored: 3\noverride: [a]\ntrustedRegistries: {a: b}\nstrict-labels: 1', { trustedRegistries: [] }],
    ['just a text', {}],
    ['[', {}],
  ];
  for (const [text, layer] of cases)
    it(`reads ${JSON.stringify(text)}`, () =>
      assert.deepEqual(readHadolint(text, sampleNames).layer, { ...emptyLayer, ...layer }));
});

describe('a .kube-linter.yaml', () => {
  const rulesOf = (text: string) => readKubeLinter(text, sampleNames).layer.rules;

  it('excludes', () =>
    assert.deepEqual(rulesOf('checks:\n  exclude: [no-liveness-probe]'), { 'kube-linter/no-liveness-probe': off }));

  it('includes, but not what it excludes', () =>
    assert.deepEqual(rulesOf('checks: {include: [no-liveness-probe, x], exclude: [x]}'), {
      'kube-linter/no-liveness-probe': on,
      'kube-linter/x': off,
    }));

  it('leaves out the defaults', () =>
    assert.deepEqual(rulesOf('checks: {doNotAutoAddDefaults: true, include: [no-liveness-probe]}'), {
      'kube-linter/no-readiness-probe': off,
      'kube-linter/no-liveness-probe': on,
    }));

  it('adds everything', () =>
    assert.deepEqual(rulesOf('checks: {addAllBuiltIn: true, exclude: [no-readiness-probe]}'), {
      'kube-linter/no-readiness-probe': off,
      'kube-linter/no-liveness-probe': on,
    }));

  it('adds everything rather than leaving out the defaults', () =>
    assert.deepEqual(rulesOf('checks: {addAllBuiltIn: true, doNotAutoAddDefaults: true}'), {
      'kube-linter/no-readiness-probe': on,
      'kube-linter/no-liveness-probe': on,
    }));

  it('knows nothing of custom checks', () =>
    assert.deepEqual(rulesOf('customChecks: [{name: no-readiness-probe, template: required-label}]'), {}));

  it('ignores paths from its own folder, whole as they are', () => {
    const text =
      'checks: {ignorePaths: ["vendor/**", "./web.yaml", "/**/test/*", "/tmp/*.yaml", "~/foo/**", "../other/**"]}';
    const ignored = pathMatcher(readKubeLinter(text, sampleNames).ignore.globs);
    const paths = [
      'vendor/a/b.yaml',
      'web.yaml',
      'a/test/b.yaml',
      'a/vendor/b.yaml',
      'a/web.yaml',
      'tmp/a.yaml',
      'foo/a.yaml',
    ];
    assert.deepEqual(paths.map(ignored), [true, true, true, false, false, false, false]);
  });

  it('may say nothing', () => assert.deepEqual(rulesOf('checks: 1'), {}));
});

describe('a .trivyignore', () => {
  it('silences ids, however they are written, until they expire', () => {
    const text =
      '# comment\nDS017 # why\r\nAVD-DS-0002 exp:2026-11-26\nKSV-0014 exp:2026-11-25\n\nCVE-2024-1\nDS-0005 exp:x\n';
    assert.deepEqual(readTrivyIgnore(text, sampleNames, today).layer.rules, {
      'trivy/DS-0017': off,
      'trivy/DS-0002': off,
      'trivy/CVE-2024-1': off,
      'trivy/DS-0005': off,
    });
  });
});

describe('a .trivyignore.yaml', () => {
  it('silences misconfigurations, everywhere or on paths, until they expire', () => {
    const text = [
      'vulnerabilities: [{id: CVE-1}]',
      'misconfigurations:',
      '- id: AVD-DS-0017',
      '- id: DS002',
      '  paths: [test/**, Dockerfile.dev]',
      '- id: DS003',
      '  expired_at: 2026-11-25',
      '- statement: no id',
    ].join('\n');
    const { layer, overrides } = readTrivyIgnoreYaml(text, sampleNames, today);
    assert.deepEqual(layer.rules, { 'trivy/DS-0017': off });
    assert.deepEqual(overrides, [
      { files: ['test/**', 'Dockerfile.dev'], layer: { ...emptyLayer, rules: { 'trivy/DS-0002': off } } },
    ]);
  });
});

describe('a .checkov.yaml', () => {
  const rulesOf = (text: string) => readCheckov(text, sampleNames).layer.rules;

  it('skips checks, also by a pattern', () => {
    assert.deepEqual(rulesOf('skip-check: [CKV_DOCKER_3]'), { 'checkov/CKV_DOCKER_3': off });
    assert.deepEqual(rulesOf('skip-check: CKV_K8S_8,CKV_K8S_9'), {
      'checkov/CKV_K8S_9': off,
      'checkov/CKV_K8S_8': off,
    });
    assert.deepEqual(rulesOf('skip-check: [CKV_K8S_*]'), { 'checkov/CKV_K8S_9': off, 'checkov/CKV_K8S_8': off });
  });

  it('runs only what it lists, but no finding loses an id that is listed', () =>
    assert.deepEqual(rulesOf('check: [CKV_DOCKER_8]'), {
      'checkov/CKV_DOCKER_3': {},
      'checkov/CKV_DOCKER_8': on,
      'checkov/CKV_K8S_9': off,
      'checkov/CKV_K8S_8': off,
    }));

  it('does not guess what a severity selects', () => assert.deepEqual(rulesOf('check: [HIGH]'), {}));

  it('skips paths by expressions, but none that could take long', () => {
    const sources = ['^examples/', '.*\\.dev$', '(a+)+b', 'x{1,9}{1,9}', '[', '(?i)a', '.*.*.*'];
    const { expressions } = readCheckov(JSON.stringify({ 'skip-path': sources }), sampleNames).ignore;
    assert.deepEqual(
      expressions.map(({ source }) => source.replaceAll('\\/', '/')),
      sources.slice(0, 2),
    );
  });
});
