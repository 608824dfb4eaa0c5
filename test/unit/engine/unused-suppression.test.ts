import assert from 'node:assert/strict';
import { Analyser } from '../../../server/src/engine/analyser';
import { applied } from '../../../server/src/engine/edits';
import { fixAll } from '../../../server/src/engine/fix-all';
import { defaultSettings } from '../../../server/src/engine/settings';
import { languages } from '../../../server/src/languages';

const today = '2026-11-26';
const settings = {
  ...defaultSettings,
  extends: 'none' as const,
  rules: { 'unused-suppression': { severity: 'on' as const } },
};

const analysisOf = (text: string, path: string, rules = settings) =>
  new Analyser(languages).analyse({ path, languageId: undefined, text }, rules, today);

/** The text after the first fix of the first unused suppression, and how safe that is. */
function mended(text: string, path = 'Dockerfile'): { readonly text: string; readonly safety: string } | undefined {
  const analysis = analysisOf(text, path);
  const finding = analysis.findings.find(({ rule }) => rule === 'unused-suppression');
  const fix = finding?.fixes[0];
  if (finding === undefined || fix === undefined) return undefined;
  return { text: applied(text, analysis.editsOf(finding, fix.id) ?? []), safety: fix.safety };
}

describe('a suppression that silences nothing', () => {
  it('goes with its line', () => {
    assert.deepEqual(mended('FROM a\n# plimsoll-disable-next-line root-user\nUSER app\n'), {
      text: 'FROM a\nUSER app\n',
      safety: 'safe',
    });
    assert.equal(mended('FROM a\r\n# plimsoll-disable-next-line\r\nUSER app\r\n')?.text, 'FROM a\r\nUSER app\r\n');
  });

  it('leaves the end of the file as it was', () => {
    assert.equal(mended('FROM a\n# plimsoll-disable root-user')?.text, 'FROM a');
    assert.equal(mended('FROM a\r\n# plimsoll-disable root-user')?.text, 'FROM a');
    assert.equal(mended('FROM a\n# plimsoll-disable root-user\n')?.text, 'FROM a\n');
  });

  it('goes without its line where it stands behind something', () => {
    const pod = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web   # plimsoll-disable mutable-tag\nspec: {}\n';
    assert.equal(mended(pod, 'pod.yaml')?.text, pod.replace('   # plimsoll-disable mutable-tag', ''));
  });

  it('stays where it keeps a comment from being a directive', () => {
    assert.equal(mended('# plimsoll-disable unpinned-parent\n# escape=`\nFROM a:1\n'), undefined);
    assert.equal(mended('# plimsoll-disable unpinned-parent\n# Of a=b\nFROM a:1\n')?.text, '# Of a=b\nFROM a:1\n');
  });

  it('with a reason goes only when somebody asks for that', () => {
    const text = 'FROM a\n# plimsoll-disable-next-line root-user -- it drops them itself\nUSER app\n';
    assert.equal(mended(text)?.safety, 'behaviour');
    const bulk = fixAll(
      text,
      (tried) => analysisOf(tried, 'Dockerfile'),
      (_, fix) => fix.safety === 'safe',
    );
    assert.equal(bulk.text, text);
  });

  it('loses one id of several, with its comma', () => {
    const used = { ...settings, rules: { ...settings.rules, 'deprecated-maintainer': { severity: 'on' as const } } };
    const text = 'MAINTAINER somebody\n';
    assert.ok(analysisOf(`FROM a\n${text}`, 'Dockerfile', used).findings.length > 0);
    for (const [before, after] of [
      ['deprecated-maintainer, root-user', 'deprecated-maintainer'],
      ['root-user, deprecated-maintainer -- known', 'deprecated-maintainer -- known'],
      ['root-user,deprecated-maintainer', 'deprecated-maintainer'],
    ]) {
      const silenced = `FROM a\n# plimsoll-disable-next-line ${before}\n${text}`;
      const bulk = fixAll(
        silenced,
        (tried) => analysisOf(tried, 'Dockerfile', used),
        (_, fix) => fix.safety === 'safe',
      );
      assert.equal(bulk.text, `FROM a\n# plimsoll-disable-next-line ${after}\n${text}`);
    }
  });

  it('stays where it is an annotation with one id', () => {
    const pod = (ids: string): string =>
      `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  annotations:\n    plimsoll/ignore: ${ids}\nspec: {}\n`;
    assert.equal(mended(pod('mutable-tag'), 'pod.yaml'), undefined);
    assert.equal(mended(pod('"mutable-tag, root-user"'), 'pod.yaml'), undefined);
  });
});
