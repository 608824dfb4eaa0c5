// biome-ignore-all lint/suspicious/noTemplateCurlyInString: what looks like a template is the shell's
import assert from 'node:assert/strict';
import {
  commandName,
  commandPlaces,
  inSameList,
  isBackgrounded,
  lastForeground,
} from '../../../server/src/shell/commands';
import type { CommandPlace } from '../../../server/src/shell/syntax';
import { firstSimple, parse, written } from './reading';

const places = (text: string): readonly CommandPlace[] => commandPlaces(parse(text));
const names = (found: readonly CommandPlace[]): readonly (string | undefined)[] =>
  found.map(({ command }) => command.words[0]?.text);

function placeOf(name: string, text: string): CommandPlace {
  const found = places(text).find(({ command }) => command.words[0]?.text === name);
  assert.ok(found !== undefined, `${name} is not in ${text}`);
  return found;
}

describe('the commands of a script', () => {
  it('are listed in source order, wherever they are', () => {
    const text =
      'a "$(b)" | c; if d; then e >$(f); else g; fi; for x in $(h); do i; done; case $(j) in $(k)) l;; esac\n' +
      'm() { n; }; o=$(p); q <<E && r; (( $(s) )); t ${u:-$(v)} $((1+`w`)); [[ $(x) ]]\n$(y)\nE\nz';
    assert.deepEqual(names(places(text)), [
      ...['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l'],
      ...['n', undefined, 'p', 'q', 'r', 's', 't', 'v', 'w', 'x', 'y', 'z'],
    ]);
  });

  it('know whether they are in a substitution', () => {
    const text = 'a $(b; (c)) `d`; e <(f)';
    assert.deepEqual(names(places(text).filter(({ substituted }) => substituted)), ['b', 'c', 'd', 'f']);
  });

  it('know what they are in', () => {
    const text = 'if a; then { b | c && $(d); }; fi';
    const b = placeOf('b', text);
    assert.deepEqual(
      b.enclosing.map(({ kind }) => kind),
      ['script', 'if', 'group'],
    );
    assert.equal(b.body?.role, 'body');
    assert.equal(placeOf('a', text).body?.role, 'condition');
    assert.equal(b.pipeline.commands.length, 2);
    assert.equal(written(text, b.statement.range), 'b | c && $(d)');
    assert.deepEqual(
      b.path.map(({ range }) => written(text, range)),
      [text, '{ b | c && $(d); }', 'b | c && $(d)'],
    );
    assert.equal(b.siblings, b.body?.statements);
    const d = placeOf('d', text);
    assert.deepEqual(
      d.enclosing.map(({ kind }) => kind),
      ['script', 'if', 'group', 'script'],
    );
    assert.equal(d.body, undefined);
  });

  it('may be in the same list', () => {
    const found = new Map(places('a; b && c; (d; e); f $(g)').map((place) => [place.command.words[0]?.text, place]));
    const together = (one: string, other: string): boolean => {
      const [first, second] = [found.get(one), found.get(other)];
      return first !== undefined && second !== undefined && inSameList(first, second);
    };
    assert.deepEqual([together('a', 'c'), together('d', 'e')], [true, true]);
    assert.deepEqual([together('a', 'd'), together('f', 'g')], [false, false]);
  });

  it('may run in the background', () => {
    const text = 'a & b; (c; d) & { e & f; }; g';
    assert.deepEqual(names(places(text).filter(isBackgrounded)), ['a', 'c', 'd', 'e']);
  });

  it('have a name when it is written out', () => {
    assert.equal(commandName(firstSimple('/usr/bin/apt-get update')), 'apt-get');
    assert.equal(commandName(firstSimple('A=b "py"thon x')), 'python');
    assert.equal(commandName(firstSimple('./configure')), 'configure');
    assert.equal(commandName(firstSimple('$a b')), undefined);
    assert.equal(commandName(firstSimple('A=b')), undefined);
  });
});

describe('what a script ends with', () => {
  const last = (text: string): readonly (string | undefined)[] =>
    lastForeground(parse(text)).map(({ command }) => written(text, command.range));

  it('is the last command of the last list', () => {
    assert.deepEqual(last('a; b'), ['b']);
    assert.deepEqual(last('a && b'), ['b']);
    assert.deepEqual(last('a | b'), ['a', 'b']);
    assert.deepEqual(last('a\nb c\n# d\n'), ['b c']);
    assert.deepEqual(last(''), []);
  });

  it('is either side of ||', () => {
    assert.deepEqual(last('a || b'), ['a', 'b']);
    assert.deepEqual(last('a && b || c'), ['b', 'c']);
    assert.deepEqual(last('a || b && c'), ['c']);
  });

  it('is in each branch', () => {
    assert.deepEqual(last('if a; then b; c; elif d; then e; else { f; g; }; fi'), ['c', 'e', 'g']);
    assert.deepEqual(last('case a in b) c; d;; e) f;; esac'), ['d', 'f']);
  });

  it('is a loop, a subshell or a function as a whole', () => {
    assert.deepEqual(last('a; while b; do c; done'), ['while b; do c; done']);
    assert.deepEqual(last('(a; b)'), ['(a; b)']);
    assert.deepEqual(last('a() { b; }'), ['a() { b; }']);
  });

  it('is nothing when that goes to the background', () => {
    assert.deepEqual(last('a; b &'), []);
    assert.deepEqual(last('a & b'), ['b']);
    assert.deepEqual(last('if a; then b & else c; fi'), ['c']);
  });
});
