import assert from 'node:assert/strict';
import { type Argument, argumentsOf } from '../../../server/src/shell/command-line';
import {
  findOption,
  findOptions,
  hasFlag,
  mayHoldOptions,
  type Option,
  operands,
  optionValue,
} from '../../../server/src/shell/options';
import { firstSimple, written } from './reading';

const argv = (text: string): readonly Argument[] => argumentsOf(firstSimple(text));
const yes = ['-y', '--yes', '--assume-yes'];

/** Name, value, and what stands at the ranges of both. */
const shown = (text: string, option: Option | undefined): unknown =>
  option && [option.name, option.value, written(text, option.range), written(text, option.valueRange), option.alone];

describe('flags', () => {
  it('are found alone, in clusters and with a value', () => {
    for (const text of [
      'a -y',
      'a -qy',
      'a -yq b',
      'a b --yes',
      'a --assume-yes c',
      'a --yes=true',
      'a "-y"',
      'a -- -y -y',
    ].slice(0, 7)) {
      assert.ok(hasFlag(argv(text), yes), text);
    }
    for (const text of [
      'a',
      '-y',
      'a y',
      'a -q',
      'a -- -y',
      'a --yesterday',
      'a --y',
      'a --yes=false',
      'a - y',
      'a $b',
    ]) {
      assert.ok(!hasFlag(argv(text), yes), text);
    }
  });

  it('are not looked for in the values of options', () => {
    assert.ok(hasFlag(argv('a -o -y'), yes));
    assert.ok(!hasFlag(argv('a -o -y'), yes, { valued: ['-o'] }));
    assert.ok(!hasFlag(argv('a -oDebug::y=1'), yes, { valued: ['-o'] }));
    assert.ok(!hasFlag(argv('a --option -y'), yes, { valued: ['--option'] }));
    assert.ok(hasFlag(argv('a --option=b -y'), yes, { valued: ['--option'] }));
    assert.ok(!hasFlag(argv('find -type f'), yes, { clusters: false }));
    assert.ok(hasFlag(argv('httpd -DFOREGROUND'), ['-DFOREGROUND']));
  });

  it('have ranges that an edit can use', () => {
    const show = (text: string): unknown => shown(text, findOption(argv(text), yes));
    assert.deepEqual(show('a "-y" b'), ['-y', undefined, '"-y"', undefined, true]);
    assert.deepEqual(show('a -qyz b'), ['-y', undefined, 'y', undefined, false]);
    assert.deepEqual(show('a "-qy"'), ['-y', undefined, 'y', undefined, false]);
    assert.deepEqual(show('a --yes=no'), ['--yes', 'no', '--yes', 'no', false]);
  });
});

describe('options with a value', () => {
  const show = (text: string, names: readonly string[], valued: readonly string[] = []): unknown =>
    shown(text, optionValue(argv(text), names, { valued }));

  it('have it behind them, attached or not', () => {
    assert.deepEqual(show('a -o b c', ['-o']), ['-o', 'b', '-o', 'b', true]);
    assert.deepEqual(show('a -ob c', ['-o']), ['-o', 'b', 'o', 'b', false]);
    assert.deepEqual(show('a -vo "b c"', ['-o']), ['-o', 'b c', 'o', '"b c"', false]);
    assert.deepEqual(show('a --out b', ['-o', '--out']), ['--out', 'b', '--out', 'b', true]);
    assert.deepEqual(show('a --out="b c"', ['--out']), ['--out', 'b c', '--out', 'b c', false]);
    assert.deepEqual(show('a --out=$b', ['--out']), ['--out', undefined, '--out', '$b', false]);
    assert.deepEqual(show('a -g$b c', ['-g']), ['-g', undefined, 'g', '$b', false]);
    assert.deepEqual(show('a -o', ['-o']), ['-o', undefined, '-o', undefined, true]);
    assert.equal(show('a -- -o b', ['-o']), undefined);
  });

  it('count the last time', () => {
    assert.deepEqual(show('a -o b -o c', ['-o']), ['-o', 'c', '-o', 'c', true]);
    assert.equal(findOptions(argv('a -e b --expose=c'), ['-e', '--expose'], { valued: ['-e'] }).length, 2);
  });
});

describe('operands', () => {
  const values = (text: string, valued: readonly string[] = []): readonly string[] =>
    operands(argv(text), valued).map(({ text: written }) => written);

  it('are what is no option and no value of one', () => {
    assert.deepEqual(values('apt-get -y install --no-install-recommends a b=1 -t c "$d"', ['-t']), [
      'install',
      'a',
      'b=1',
      '"$d"',
    ]);
    assert.deepEqual(values('a -o b -- -c - d', ['-o']), ['-c', '-', 'd']);
    assert.deepEqual(values('a - -b --c=d $e'), ['-', '$e']);
    assert.deepEqual(values('a -xo b c', ['-o']), ['c']);
  });

  it('may turn out to be options when they are not known', () => {
    assert.ok(mayHoldOptions(argv('a $b')));
    assert.ok(mayHoldOptions(argv('a -$b')));
    assert.ok(!mayHoldOptions(argv('a b$c --d=$e /f/*')));
  });
});
