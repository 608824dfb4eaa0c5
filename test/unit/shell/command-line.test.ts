import assert from 'node:assert/strict';
import { type Argument, argumentsOf, literalArgument, rangeWithin } from '../../../server/src/shell/command-line';
import { commandPlaces } from '../../../server/src/shell/commands';
import { parseShell } from '../../../server/src/shell/parser';
import { unlocatedSource } from '../../../server/src/shell/source';
import { firstSimple, written } from './reading';

const argument = (text: string): Argument => {
  const [found] = argumentsOf(firstSimple(text));
  assert.ok(found !== undefined);
  return found;
};

describe('arguments', () => {
  it('have a value when it is written out, and a prefix at least', () => {
    assert.deepEqual(
      argumentsOf(firstSimple('a "b c" --d=$e "f"$g* h')).map(({ value, prefix, text }) => [value, prefix, text]),
      [
        ['a', 'a', 'a'],
        ['b c', 'b c', '"b c"'],
        [undefined, '--d=', '--d=$e'],
        [undefined, 'f', '"f"$g*'],
        ['h', 'h', 'h'],
      ],
    );
  });

  it('know where each character of their value is written', () => {
    const text = `'a b'"c\\"d"\\e$'\\n'f\\\ng''`;
    const { value = '', source } = argument(text);
    assert.equal(value, 'a bc"de\nfg');
    assert.equal(source?.text, value);
    const pieces = [...value].map((_, index) =>
      written(text, { start: source.offsetOf(index), end: source.endOf(index + 1) }),
    );
    assert.deepEqual(pieces, ['a', ' ', 'b', 'c', '\\"', 'd', '\\e', '\\n', 'f', 'g']);
    assert.equal(written(text, rangeWithin(argument(text), 0, 3)), 'a b');
    assert.equal(argument("''").source?.text, '');
    assert.equal(argument('$a').source, undefined);
  });

  it('have ranges for what their value surely starts with', () => {
    assert.equal(written('--a=$b', rangeWithin(argument('--a=$b'), 0, 3)), '--a');
    assert.equal(rangeWithin(argument('"--a"=$b'), 0, 3), undefined);
    assert.equal(rangeWithin(literalArgument('abc'), 0, 1), undefined);
  });

  it('have no range outside the document', () => {
    const [place] = commandPlaces(parseShell(unlocatedSource('a "b" $c')));
    assert.ok(place !== undefined);
    assert.deepEqual(
      argumentsOf(place.command).map(({ value, range, source }) => [value, range, source]),
      [
        ['a', undefined, undefined],
        ['b', undefined, undefined],
        [undefined, undefined, undefined],
      ],
    );
  });
});
