import assert from 'node:assert/strict';
import { type Comparison, sidesOf, tell } from './comparison';
import { type Change, changesOf, knownDifferences } from './known-differences';
import { namesCheck, pagesByCheck } from './pages';

/**
 * Describes the tests that `--select TOOL/CHECK` answers as the tool did when it was recorded, but where it is known not
 * to, and that for these a page says why.
 */
export function describeDifferences(tool: string, compare: () => Comparison): void {
  let comparison: Comparison | undefined;
  const pages = pagesByCheck(tool);
  const known = knownDifferences()[tool] ?? {};

  for (const [check, own] of pages)
    it(`answers as ${check} does on every example${known[check] === undefined ? '' : ', but where its page says why not'}`, () => {
      comparison ??= compare();
      const { appeared, vanished } = changesOf(known[check] ?? {}, sidesOf(comparison, check), comparison);
      assert.equal(appeared.length, 0, differ(tool, check, appeared, comparison));
      assert.equal(vanished.length, 0, agree(tool, check, vanished, comparison));
      assert.ok(
        known[check] === undefined || namesCheck(own, check),
        `${check} answers differently: say why on the page, under "Not reported"`,
      );
    });
  it('is compared on most of the examples', () => {
    comparison ??= compare();
    const { examples, texts } = comparison;
    assert.ok(texts.size > examples * 0.8, `${texts.size} of ${examples}: run \`npm run record-peers\``);
  });
  it('knows no differences of a check that is not there', () => {
    assert.deepEqual(
      Object.keys(known).filter((check) => !pages.has(check)),
      [],
    );
  });
}

const differ = (tool: string, check: string, changes: readonly Change[], comparison: Comparison): string =>
  `${shown(changes, comparison, (whose) => (whose === 'ours' ? `${check} is reported here alone` : `${tool} alone reports ${check}`))}
Mend the rule, or say on its page, under "Not reported", why it differs, and run \`npm run record-peers\`.`;

const agree = (tool: string, check: string, changes: readonly Change[], comparison: Comparison): string =>
  `${shown(changes, comparison, () => `${tool} and we now agree on ${check}`)}
If its page still is right, run \`npm run record-peers\`.`;

const shown = (
  changes: readonly Change[],
  comparison: Comparison,
  inWords: (whose: Change['whose']) => string,
): string =>
  [
    `Places: ${changes.length}`,
    ...changes.slice(0, 3).map(({ whose, place }) => `${tell(comparison, place)}  ${inWords(whose)}\n`),
  ].join('\n');
