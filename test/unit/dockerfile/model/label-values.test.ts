import assert from 'node:assert/strict';
import { isLabelValue, sampleValues } from '../../../../server/src/dockerfile/model/label-values';
import type { LabelKind } from '../../../../server/src/engine/settings';

const values: Readonly<Record<LabelKind, readonly [right: readonly string[], wrong: readonly string[]]>> = {
  text: [['anything at all'], []],
  url: [
    ['https://example.com/a?b#c', 'mailto:a@b', 'git+ssh://x'],
    ['example.com', '/a', 'https://a b', ''],
  ],
  semver: [
    ['0.0.0', '1.2.3-rc.1+build.5'],
    ['1.2', 'v1.2.3', '01.2.3', '1.2.3-01', ''],
  ],
  hash: [
    ['0123456', 'a'.repeat(40), 'a'.repeat(64)],
    ['012345', 'ABCDEF0', 'a'.repeat(41), 'HEAD'],
  ],
  rfc3339: [
    ['2024-02-29T23:59:60Z', '2026-01-01 00:00:00.123+01:00', '2026-12-31t00:00:00z'],
    ['2026-02-29T00:00:00Z', '2026-13-01T00:00:00Z', '2026-00-01T00:00:00Z', '2026-01-01', '2026-01-01T00:00:00', ''],
  ],
  spdx: [
    [
      'MIT',
      'mit',
      'GPL-2.0+',
      '(MIT OR Apache-2.0) AND BSD-3-Clause',
      'GPL-2.0-only WITH Classpath-exception-2.0',
      'LicenseRef-x',
    ],
    ['Apache', 'Apache 2.0', 'MIT OR', 'OR MIT', '(MIT', 'MIT)', '()', 'MIT WITH', ''],
  ],
  email: [
    ['a@b', 'a.b+c@example.com', '"a b"@example.com'],
    ['a', 'a@', '@b', 'Jane <a@b>', 'a..b@c', 'a@b@c', ''],
  ],
};

describe('the value of a label', () => {
  for (const kind of ['text', 'url', 'semver', 'hash', 'rfc3339', 'spdx', 'email'] as const) {
    const [right, wrong] = values[kind];
    for (const value of [...right, sampleValues[kind]])
      it(`can be ${JSON.stringify(value)} for ${kind}`, () => assert.equal(isLabelValue(kind, value), true));
    for (const value of wrong)
      it(`cannot be ${JSON.stringify(value)} for ${kind}`, () => assert.equal(isLabelValue(kind, value), false));
  }

  it('is looked at in no time, whatever it is', () => {
    for (const kind of ['url', 'semver', 'rfc3339', 'spdx', 'email'] as const)
      for (const piece of ['a.', '(', '1.', 'MIT OR ', '"', 'a-']) isLabelValue(kind, piece.repeat(50_000));
  });
});
