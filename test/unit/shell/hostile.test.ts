// biome-ignore-all lint/suspicious/noTemplateCurlyInString: what looks like a template is the shell's
import assert from 'node:assert/strict';
import { argumentsOf } from '../../../server/src/shell/command-line';
import { commandPlaces, lastForeground } from '../../../server/src/shell/commands';
import { hasFlag } from '../../../server/src/shell/options';
import { parseShell } from '../../../server/src/shell/parser';
import { sourceAt } from '../../../server/src/shell/source';
import { effectiveProgram } from '../../../server/src/shell/wrappers';

const count = 5_000;
const openings = [
  ...['(', ')', '( ', '(( ', '$(', '"$(', '$((', '$(( (', '$[', '${a:-', '"${a:-', '`', '\\`', '<(', '>$('],
  ...['{ ', '{ a; } ', 'if ', 'if a; then ', 'fi ', 'while ', 'until a; do ', 'for a in ', 'for ((', 'case x in '],
  ...[
    'case x in a) ',
    'case x in\na)\n',
    'a() ',
    'a() { ',
    'function a ',
    '[[ ',
    '[[ a =~ (',
    '! ',
    'time ',
    'coproc ',
  ],
  ...[';', '&', '|', 'a && ', 'a | ', 'a; ', '<<A ', '<<A\n', 'cat <<A\nA\n', 'cat <<A\n$(', '$(cat <<A\n', '> ', '1<'],
  ...[
    "'",
    '"',
    '\\',
    '\\\n',
    'a\\\n',
    "$'",
    '$',
    '#\n',
    '$(#\n',
    'A=(',
    'A=(a) ',
    'a[',
    'a[;',
    '*(',
    '@(a|',
    '{',
    '{a,',
  ],
  ...['{$a,', '[', '[$a]', '~', '1', 'a ', 'é😀', '\r', '\r\n', '\0', 'a $(b "c ${d:-`e`}" \'f\') && { g; } '],
];

function readAll(text: string): void {
  const script = parseShell(sourceAt(text, 0));
  assert.equal(script.range.end, text.length);
  assert.ok(script.problems.length <= 50);
  lastForeground(script);
  for (const { command } of commandPlaces(script).slice(0, 10)) {
    effectiveProgram(argumentsOf(command));
    hasFlag(argumentsOf(command), ['-y']);
  }
}

describe('hostile scripts', function () {
  // Far more than they need, for busy machines.
  this.timeout(20_000);

  for (const opening of openings) {
    it(`${JSON.stringify(opening)} ${count} times`, () => readAll(opening.repeat(count)));
  }

  it('that close what they open', () => {
    for (const [open, close] of [
      ['(', ')'],
      ['$(a ', ')'],
      ['$((', '))'],
      ['{$a,', '}'],
      ['"$(', ')"'],
      ['{ a; ', '}; '],
    ]) {
      readAll(`${open}`.repeat(count) + `${close}`.repeat(count));
    }
  });

  it('of one long line', () => {
    readAll('a'.repeat(1_000_000));
    readAll(`a -${'a'.repeat(200_000)}${' -- a'.repeat(50_000)}`);
    readAll('"a b" '.repeat(80_000));
    readAll(`a A=(${'[$a]'.repeat(50_000)})`);
    readAll(`sh -c ${"'a '\\''b'".repeat(50_000)}`);
  });

  it('cut at random from what shells read', () => {
    const pieces = openings.concat([
      ')',
      '}',
      ']',
      '"',
      ' ',
      '\n',
      'esac',
      'done',
      ';;',
      'in',
      'do',
      'then',
      'EOF',
      '=',
    ]);
    let seed = 1;
    const random = (limit: number): number => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % limit;
    };
    for (let round = 0; round < 3_000; round++) {
      readAll(Array.from({ length: random(25) }, () => pieces[random(pieces.length)]).join(''));
    }
  });
});
