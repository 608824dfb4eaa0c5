// biome-ignore-all lint/suspicious/noTemplateCurlyInString: what looks like a template is the shell's
import assert from 'node:assert/strict';
import { onlyWord, parse, partsOf, written } from './reading';

const literal = (text: string): string | undefined => onlyWord(text).literal;

describe('words', () => {
  it('are read with their quotes and escapes', () => {
    assert.deepEqual(partsOf('plain'), ['none plain']);
    assert.deepEqual(partsOf("'a b'"), ['single a b']);
    assert.deepEqual(partsOf('"a b"'), ['double a b']);
    assert.deepEqual(partsOf(`a'b'"c"\\d`), ['none a', 'single b', 'double c', 'escape \\d = d']);
    assert.deepEqual(partsOf('"a\\"b\\n"'), ['double a', 'double \\" = "', 'double b\\n']);
    assert.deepEqual(partsOf(`''""`), ['single ', 'double ']);
    assert.deepEqual(partsOf('$"a$b"'), ['double a', 'parameter $b']);
    assert.deepEqual(partsOf("$'a\\n\\x41\\101\\u263a\\'b'"), [
      'ansi a',
      'ansi \\n = \n',
      'ansi \\x41 = A',
      'ansi \\101 = A',
      'ansi \\u263a = ☺',
      "ansi \\' = '",
      'ansi b',
    ]);
  });

  it('have a literal value when nothing in them is expanded', () => {
    assert.equal(literal(`a'b c'"d\\$e"\\ f$'\\t'`), 'ab cd$e f\t');
    assert.equal(literal('""'), '');
    assert.equal(literal('a#b{}c'), 'a#b{}c');
    assert.equal(literal('{x}'), '{x}');
    assert.equal(literal('a$'), 'a$');
    assert.equal(literal("'$a'\\$b"), '$a$b');
    assert.equal(literal('\'*\'\\*"?"'), '**?');
    assert.equal(literal('[a'), '[a');
    assert.equal(literal('a]'), 'a]');
    assert.equal(literal('[]'), '[]');
    assert.equal(literal('a~'), 'a~');
    assert.equal(literal('"~"'), '~');
    assert.equal(literal('+@!'), '+@!');
    assert.equal(literal('\\😀'), '😀');
    for (const text of ['$a', '"$a"', '`a`', '$(a)', '*', 'a?', '[a-z]', '{a,b}', '{1..3}', '~', '~a/b', '@(a|b)']) {
      assert.equal(literal(text), undefined, text);
    }
  });

  it('tell patterns, braces and tildes from text', () => {
    assert.deepEqual(partsOf('a*.[ch]?'), ['none a', 'glob *', 'none .', 'glob [ch]', 'glob ?']);
    assert.deepEqual(partsOf('a{b,c}d'), ['none a', 'brace {b,c}', 'none d']);
    assert.deepEqual(partsOf('{$a,b}'), ['brace {', 'parameter $a', 'none ,b}']);
    assert.deepEqual(partsOf('~user/x'), ['tilde ~user', 'none /x']);
    assert.deepEqual(partsOf('a!(b|c d)e'), ['none a', 'glob !(b|c d)', 'none e']);
  });

  it('leave out line continuations, which do not end them', () => {
    const text = 'ab\\\ncd\\\n  ef';
    const [first, second] = parse(text).statements[0]?.pipelines[0]?.commands[0]?.words ?? [];
    assert.equal(first?.literal, 'abcd');
    assert.equal(first.text, 'abcd');
    assert.equal(written(text, first.range), 'ab\\\ncd');
    assert.deepEqual(
      first.parts.map(({ range }) => written(text, range)),
      ['ab', 'cd'],
    );
    assert.equal(second?.literal, 'ef');
    assert.equal(onlyWord('"a\\\nb"').literal, 'ab');
    assert.equal(onlyWord('a\\\r\nb').literal, 'ab');
    assert.equal(onlyWord("'a\\\nb'").literal, 'a\\\nb');
  });

  it('hold expansions, read as deep as they go', () => {
    assert.deepEqual(partsOf('a$b${c}"$d"$1$@'), [
      'none a',
      'parameter $b',
      'parameter ${c}',
      'parameter $d',
      'parameter $1',
      'parameter $@',
    ]);
    assert.deepEqual(partsOf('"a$(b "c")`d`"'), ['double a', 'substitution $(b "c")', 'substitution `d`']);
    assert.deepEqual(partsOf('$((1+(2)))x'), ['arithmetic $((1+(2)))', 'none x']);
    assert.deepEqual(partsOf('$((a);(b))'), ['substitution $((a);(b))']);
    assert.deepEqual(partsOf('$[1+2]'), ['arithmetic $[1+2]']);
    assert.deepEqual(partsOf('<(a)'), ['substitution <(a)']);
    assert.deepEqual(partsOf('"$"'), ['double $']);
  });

  it('say how a parameter is expanded', () => {
    const parameter = (text: string): unknown => {
      const [part] = onlyWord(text).parts;
      return part?.kind === 'parameter' ? [part.prefix, part.name, part.operation, part.quoted] : part;
    };
    assert.deepEqual(parameter('$a'), ['', 'a', '', false]);
    assert.deepEqual(parameter('"${a:-b c}"'), ['', 'a', ':-b c', true]);
    assert.deepEqual(parameter('${#a}'), ['#', 'a', '', false]);
    assert.deepEqual(parameter('${!a}'), ['!', 'a', '', false]);
    assert.deepEqual(parameter('${#}'), ['', '#', '', false]);
    assert.deepEqual(parameter('${a[1]}'), ['', 'a', '[1]', false]);
    assert.deepEqual(parameter('${a##*/}'), ['', 'a', '##*/', false]);
    assert.deepEqual(parameter("${a%'}'}"), ['', 'a', "%'}'", false]);
    assert.deepEqual(parameter('"${a:-it\'s}"'), ['', 'a', ":-it's", true]);
    assert.deepEqual(parameter('"${a#\'}\'}"'), ['', 'a', "#'}'", true]);
    assert.deepEqual(parameter('${10}'), ['', '10', '', false]);
    assert.deepEqual(parameter('${a:-${b:-$(c)}}'), ['', 'a', ':-${b:-$(c)}', false]);
  });

  it('map what stands in backticks to the document, escapes or not', () => {
    const text = '"`a \\`b \\\\\\$c\\``"';
    const [part] = onlyWord(text).parts;
    assert.ok(part?.kind === 'substitution');
    const outer = part.script.statements[0]?.pipelines[0]?.commands[0];
    assert.deepEqual(
      outer?.words.map(({ range }) => written(text, range)),
      ['a', '\\`b \\\\\\$c\\`'],
    );
    const [nested] = outer?.words[1]?.parts ?? [];
    assert.ok(nested?.kind === 'substitution');
    assert.equal(written(text, nested.script.range), 'b \\\\\\$c');
  });

  it('report what does not end', () => {
    const problem = (text: string): readonly unknown[] =>
      parse(text).problems.map((found) => [
        found.kind === 'unterminated' ? found.what : found.kind,
        written(text, found.range),
      ]);
    assert.deepEqual(problem("a 'b"), [['single-quote', "'"]]);
    assert.deepEqual(problem("a $'b"), [['single-quote', "$'"]]);
    assert.deepEqual(problem('a "b'), [['double-quote', '"']]);
    assert.deepEqual(problem('a `b'), [['backtick', '`']]);
    assert.deepEqual(problem('a $(b'), [['substitution', '$(']]);
    assert.deepEqual(problem('a ${b'), [['parameter', '${']]);
    assert.deepEqual(problem('a $((b'), [['arithmetic', '((']]);
    assert.deepEqual(problem('a=(b'), [['array', '(']]);
    assert.deepEqual(problem('a <<b\nc'), [['heredoc', '']]);
    assert.deepEqual(problem('a <<b'), [['heredoc', '<<b']]);
    assert.deepEqual(problem('(a'), [['compound', '(']]);
    assert.deepEqual(problem('a; )'), [['unexpected', ')']]);
    assert.deepEqual(problem('a; fi'), [['unexpected', 'fi']]);
    assert.deepEqual(problem('a &&'), [['unexpected', '&&']]);
    assert.deepEqual(problem('a | ; b').slice(0, 1), [['unexpected', '|']]);
    assert.deepEqual(problem('a >'), [['unexpected', '>']]);
    assert.deepEqual(problem('a (b)'), [['unexpected', '(']]);
  });
});
