// biome-ignore-all lint/suspicious/noTemplateCurlyInString: what looks like a template is the shell's
import assert from 'node:assert/strict';
import { firstSimple, outline, parse, written } from './reading';

const redirects = (text: string): unknown =>
  firstSimple(text).redirects.map(({ range, descriptor, operator, target, body }) => [
    written(text, range),
    descriptor,
    operator,
    target?.text,
    ...(body === undefined ? [] : [written(text, body)]),
  ]);

describe('redirects', () => {
  it('have a descriptor, an operator and a target', () => {
    assert.deepEqual(redirects('a >b 2>> c 3<>d <&4 2>&1 >|e &>f &>>g {h}<i'), [
      ['>b', '', '>', 'b'],
      ['2>> c', '2', '>>', 'c'],
      ['3<>d', '3', '<>', 'd'],
      ['<&4', '', '<&', '4'],
      ['2>&1', '2', '>&', '1'],
      ['>|e', '', '>|', 'e'],
      ['&>f', '', '&>', 'f'],
      ['&>>g', '', '&>>', 'g'],
      ['{h}<i', '{h}', '<', 'i'],
    ]);
    assert.deepEqual(redirects('a 5 >"b c" d6>$e <<<"f g"'), [
      ['>"b c"', '', '>', '"b c"'],
      ['>$e', '', '>', '$e'],
      ['<<<"f g"', '', '<<<', '"f g"'],
    ]);
  });

  it('stand anywhere in a command, and behind a compound one', () => {
    assert.equal(outline('>a b <c d 2>e'), 'b d >a <c 2>e');
    assert.equal(outline('{ a; } >b 2>&1 && c'), 'group body{a;} >b 2>&1 && c');
    assert.equal(outline('>a'), '>a');
  });
});

describe('here-documents', () => {
  it('take the lines behind the one that announces them', () => {
    assert.deepEqual(redirects('cat <<A >b\nc\nd\nA\ne'), [
      ['<<A', '', '<<', 'A', 'c\nd\n'],
      ['>b', '', '>', 'b'],
    ]);
    assert.equal(outline('cat <<A >b\nc\nd\nA\ne'), 'cat <<A >b⏎ e');
    assert.deepEqual(redirects('cat <<A 3<<B\na\nA\nb\nB\n'), [
      ['<<A', '', '<<', 'A', 'a\n'],
      ['3<<B', '3', '<<', 'B', 'b\n'],
    ]);
    assert.deepEqual(redirects('cat << A\nA\n'), [['<< A', '', '<<', 'A', '']]);
  });

  it('end at a line that is exactly the delimiter', () => {
    assert.deepEqual(redirects('a <<A\n A\nA \nAA\nA'), [['<<A', '', '<<', 'A', ' A\nA \nAA\n']]);
    assert.deepEqual(redirects('a <<-A\n\tb\n\t\tA\n'), [['<<-A', '', '<<-', 'A', '\tb\n']]);
    assert.deepEqual(redirects("a <<'B C'\nb\nB C\n"), [["<<'B C'", '', '<<', "'B C'", 'b\n']]);
    assert.deepEqual(redirects('a <<A\r\nb\r\nA\r\nc'), [['<<A', '', '<<', 'A', 'b\r\n']]);
    assert.equal(outline('a <<A\r\nb\r\nA\r\nc'), 'a <<A⏎ c');
  });

  it('come after the whole line, whatever is on it', () => {
    assert.equal(outline('a <<A && b; if c\nx\nA\nthen d; fi'), 'a <<A && b; if condition{c⏎} then{d;}');
    assert.equal(outline('{ a <<A; }\nx\nA\nb'), 'group body{a <<A;}⏎ b');
    assert.equal(outline('a <<A |\nx\nA\nb'), 'a <<A | b');
    assert.equal(outline('x=$(a <<A\nb; c\nA\n); d'), 'x=$(a <<A\nb; c\nA\n); d');
  });

  it('are expanded unless a quote is in the delimiter', () => {
    const expansions = (text: string): unknown =>
      firstSimple(text).redirects[0]?.expansions?.map(({ kind, range }) => `${kind} ${written(text, range)}`);
    assert.deepEqual(expansions('a <<A\n$b "$(c)" `d` \\$e \'${f}\'\nA\n'), [
      'parameter $b',
      'substitution $(c)',
      'substitution `d`',
      'parameter ${f}',
    ]);
    for (const delimiter of ["'A'", '"A"', '\\A', "A''"]) {
      assert.equal(expansions(`a <<${delimiter}\n$b\nA\n`), undefined, delimiter);
    }
  });

  it('end with the text where nothing ends them', () => {
    assert.deepEqual(redirects('a <<A\nb\nc'), [['<<A', '', '<<', 'A', 'b\nc']]);
    assert.deepEqual(
      parse('a <<A\nb').problems.map((problem) => problem.kind === 'unterminated' && problem.what),
      ['heredoc'],
    );
  });
});
