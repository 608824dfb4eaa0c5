import assert from 'node:assert/strict';
import { bothReadings } from '../unit/manifest/model/both-readers';
import { corpus } from './corpus';
import { mutated } from './mutations';
import { seeded } from './random';
import { brokenFixes, faults } from './trial';

describe('mutated files', () => {
  const seeds = corpus();
  const texts = (count: number, seed: number) =>
    Array.from({ length: count }, (_, index) => {
      const random = seeded(seed + index);
      const start = seeds[random.below(seeds.length)];
      assert.ok(start !== undefined);
      return { start, text: mutated(start.text, start.language, random) };
    });

  it('are analysed without a crash, with ranges inside the text', () => {
    const broken = texts(1_500, 1).flatMap(({ start, text }) =>
      faults(start, text).map((fault) => `${start.path} ${JSON.stringify(text)}: ${fault}`),
    );
    assert.deepEqual(broken, []);
  }).timeout(120_000);

  it('are read by the quick reader of YAML as by the usual one', () => {
    for (const { start, text } of texts(2_000, 200_000))
      if (start.language === 'manifest')
        for (const { quick, usual } of bothReadings(text)) assert.deepEqual(quick, usual, JSON.stringify(text));
  }).timeout(120_000);

  it('get fixes that keep their contract', () => {
    const broken = texts(150, 100_000).flatMap(({ start, text }) =>
      brokenFixes(start, text).map((fault) => `${start.path} ${JSON.stringify(text)}: ${fault}`),
    );
    assert.deepEqual(broken, []);
  }).timeout(120_000);
});
