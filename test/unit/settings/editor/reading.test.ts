import assert from 'node:assert/strict';
import { readSettings } from '../../../../server/src/settings/read-settings';
import { context, editor, hover, names } from './asked';

describe('hover in a settings file', () => {
  it('tells what a setting and its values are for', () => {
    assert.equal(hover('ext|ends: all\n')?.word, 'extends');
    assert.match(hover('ext|ends: all\n')?.text ?? '', /recommended.*\n.*all.*\n.*none/);
    assert.match(hover('extends: a|ll\n')?.text ?? '', /Every rule/);
    assert.match(hover('overrides:\n  - fi|les: [a]\n')?.text ?? '', /these settings are for/);
  });

  it('tells what a rule finds, how it weighs and what it fixes, with a link to its page', () => {
    const found = hover('rules:\n  split-package-|update: off\n');
    assert.equal(found?.word, 'split-package-update');
    const text = found?.text ?? '';
    assert.match(text, /\*\*split-package-update\*\* \(warning, information; on by default\)/);
    assert.match(text, /An index update and the install that reads it belong in one `RUN`/);
    assert.match(text, /Fixes: Merge … into the install below \(safe\)/);
    assert.match(text, /`trivy\/DS-0017`/);
    assert.match(text, /\[Read its page\]\(page:split-package-update\)/);
  });

  it("tells which rule another tool's id stands for, however it is written", () => {
    assert.match(hover('rules:\n  "hadolint/DL|3009": off\n')?.text ?? '', /package-cache-left-in-layer/);
    assert.match(hover('rules:\n  DL3|009: off\n')?.text ?? '', /package-cache-left-in-layer/);
  });

  it('tells what an option is, and its default', () => {
    const text = hover('rules:\n  low-user-id:\n    mini|mum: 2000\n')?.text ?? '';
    assert.match(text, /lowest number/);
    assert.match(text, /Default: `10000`/);
    assert.match(hover('rules:\n  low-user-id: of|f\n')?.text ?? '', /does not run/);
  });

  it('has nothing to say about what is unknown', () => {
    assert.equal(hover('rules:\n  no-such-r|ule: off\n'), undefined);
    assert.equal(hover('# ext|ends\n'), undefined);
  });
});

describe('links in a settings file', () => {
  it('lead from each rule to its page', () => {
    const text =
      'rules:\n  root-user: off\n  trivy/DS-0017: off\n  nothing: on\noverrides:\n  - files: [a]\n    rules: { root-user: on }\n';
    const { root, problems } = readSettings(text, names);
    const found = editor.links?.({ text, root, problems }, context) ?? [];
    assert.deepEqual(
      found.map(({ range, target }) => [text.slice(range.start, range.end), target]),
      [
        ['root-user', { rule: 'root-user' }],
        ['trivy/DS-0017', { rule: 'split-package-update' }],
        ['root-user', { rule: 'root-user' }],
      ],
    );
  });
});
