import assert from 'node:assert/strict';
import { parseArguments } from '../../../server/src/cli/arguments';
import { type CheckOptions, checkOptionSpecs, checkOptions } from '../../../server/src/cli/check-options';
import { sampleNames } from '../settings/sample-rules';

/** The options that words come to, or the mistake in them. */
function parsed(...words: string[]): CheckOptions | string {
  const result = parseArguments(words, checkOptionSpecs);
  return result.kind === 'mistake' ? result.message : checkOptions(result.arguments, sampleNames);
}

const standard: CheckOptions = {
  paths: ['.'],
  fix: undefined,
  diff: false,
  format: 'pretty',
  select: undefined,
  unknown: [],
  failOn: undefined,
  input: undefined,
  settings: undefined,
  baseline: undefined,
  colors: undefined,
};

describe('the arguments of check', () => {
  const good: [words: string[], options: Partial<CheckOptions>][] = [
    [[], {}],
    [['a', 'b/c'], { paths: ['a', 'b/c'] }],
    [['--', '--fix'], { paths: ['--fix'] }],
    [['--fix', 'a'], { fix: 'safe', paths: ['a'] }],
    [['a', '--fix=all'], { fix: 'all', paths: ['a'] }],
    [['--diff'], { fix: 'safe', diff: true }],
    [['--diff', '--fix=all'], { fix: 'all', diff: true }],
    [['--format', 'json'], { format: 'json' }],
    [['--format=json', '--format=sarif'], { format: 'sarif' }],
    [['--fail-on', 'none'], { failOn: 'none' }],
    [['--fail-on=information'], { failOn: 'information' }],
    [['--select', 'root-user,DL3009'], { select: ['root-user', 'hadolint/DL3009'] }],
    [['--select', 'root-user', '--select', 'AVD-DS-0017'], { select: ['root-user', 'trivy/DS-0017'] }],
    [
      ['--select', 'rot-user, package-cache'],
      { select: ['package-cache'], unknown: [{ name: 'rot-user', closest: 'root-user' }] },
    ],
    [['--select=zzzzzzzzz'], { select: [], unknown: [{ name: 'zzzzzzzzz', closest: undefined }] }],
    [['--stdin'], { input: { name: undefined } }],
    [['--stdin', '--stdin-filename', 'a/Dockerfile'], { input: { name: 'a/Dockerfile' } }],
    [['--config', 'ci.yaml'], { settings: 'ci.yaml' }],
    [['--color'], { colors: true }],
    [['--color', '--no-color'], { colors: false }],
  ];
  for (const [words, options] of good)
    it(`are understood: ${words.join(' ')}`, () => assert.deepEqual(parsed(...words), { ...standard, ...options }));

  const mistaken: [words: string[], message: RegExp][] = [
    [['--fxi'], /no option --fxi; did you mean --fix\?/],
    [['--quite-unknown=3'], /^there is no option --quite-unknown$/],
    [['-x'], /no option -x/],
    [['--format'], /--format needs a value/],
    [['--format', 'jsn'], /--format cannot be `jsn`; did you mean json\?/],
    [['--fail-on', 'never'], /--fail-on cannot be `never`; it is one of error, warning, information, hint, none/],
    [['--fix=some'], /--fix takes no value but `all`/],
    [['--diff=x'], /--diff takes no value/],
    [['--select', ''], /--select needs a value/],
    [['--stdin', 'a'], /exclude each other/],
    [['--stdin-filename', 'a'], /needs --stdin/],
  ];
  for (const [words, message] of mistaken)
    it(`are refused: ${words.join(' ')}`, () => assert.match(String(parsed(...words)), message));
});
