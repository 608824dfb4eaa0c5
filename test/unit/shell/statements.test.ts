import assert from 'node:assert/strict';
import { outline, parse, written } from './reading';

describe('statements', () => {
  it('are pipelines joined by && and ||', () => {
    assert.equal(outline('a b && c || d | e |& f; g & h'), 'a b && c || d | e |& f; g& h');
    assert.equal(outline('a\nb\n\n  c'), 'a⏎ b⏎ c');
    assert.equal(outline('a && # x\n\n b ||\nc |\nd'), 'a && b || c | d');
    assert.equal(outline('a;b&c&&d'), 'a; b& c && d');
    assert.equal(outline('a\r\nb \\\r\n c\r\n'), 'a⏎ b c⏎');
  });

  it('may be negated and timed', () => {
    assert.equal(outline('! a && ! ! b'), '! a && b');
    assert.equal(outline('time -p a | b'), 'a | b');
    assert.equal(outline('time; coproc a'), 'time; a');
    assert.equal(outline('!a'), '!a');
  });

  it('have exact ranges, without their terminators', () => {
    const text = '  a && b | c ; d';
    const [first, second] = parse(text).statements;
    assert.equal(written(text, first?.range), 'a && b | c');
    assert.equal(written(text, first?.terminator?.range), ';');
    assert.deepEqual(
      first?.operators.map(({ range }) => written(text, range)),
      ['&&'],
    );
    assert.deepEqual(
      first?.pipelines.map(({ range }) => written(text, range)),
      ['a', 'b | c'],
    );
    assert.deepEqual(
      first?.pipelines[1]?.operators.map(({ range }) => written(text, range)),
      ['|'],
    );
    assert.equal(written(text, second?.range), 'd');
    assert.equal(second?.terminator, undefined);
  });

  it('are commented', () => {
    const text = '# one\na # two \nb#c $(d # three\n)';
    const script = parse(text);
    assert.equal(outline(text), 'a⏎ b#c $(d # three\n)');
    assert.deepEqual(
      script.comments.map((range) => written(text, range)),
      ['# one', '# two ', '# three'],
    );
  });

  it('go on behind what does not belong there', () => {
    assert.equal(outline('a; ) b; fi c; done\nd'), 'a; b; c; d');
    assert.equal(outline('a ;; b'), 'a b');
    assert.equal(outline('&& a'), 'a');
    assert.equal(outline('a (b) c; d'), 'a c; d');
    assert.equal(outline('a > && b'), 'a > && b');
  });

  it('take reserved words for such only where a command starts, unquoted and whole', () => {
    assert.equal(outline('echo if fi; "if" a; \\if b; if_c; ifd'), 'echo if fi; "if" a; \\if b; if_c; ifd');
    assert.equal(outline('A=1 if; echo }'), 'A=1 if; echo }');
  });
});

describe('assignments', () => {
  const assignments = (text: string): unknown =>
    parse(text).statements[0]?.pipelines[0]?.commands.flatMap((command) =>
      command.kind === 'simple'
        ? command.assignments.map(({ range, name, append, value, elements }) => [
            written(text, range),
            name,
            append ? '+=' : '=',
            value.literal ?? value.text,
            ...(elements ?? []).map(({ text: element }) => element),
          ])
        : [],
    );

  it('stand before a command or alone', () => {
    assert.deepEqual(assignments('A=b C="d e" F= g H=i'), [
      ['A=b', 'A', '=', 'b'],
      ['C="d e"', 'C', '=', 'd e'],
      ['F=', 'F', '=', ''],
    ]);
    assert.deepEqual(assignments('A+=b a[1]=$c'), [
      ['A+=b', 'A', '+=', 'b'],
      ['a[1]=$c', 'a', '=', '$c'],
    ]);
    assert.equal(outline('1A=b A-B=c =d'), '1A=b A-B=c =d');
  });

  it('may have arrays as values', () => {
    assert.deepEqual(assignments('A=(b "c d"\n # x\n $(e)) f'), [
      ['A=(b "c d"\n # x\n $(e))', 'A', '=', '(b "c d"\n # x\n $(e))', 'b', '"c d"', '$(e)'],
    ]);
    assert.equal(outline('declare -a A=(b c) d'), 'declare -a A=(b c) d');
  });

  it('expand tildes, but no patterns and braces', () => {
    const value = (text: string): unknown => {
      const [command] = parse(text).statements[0]?.pipelines[0]?.commands ?? [];
      return command?.kind === 'simple' && command.assignments[0]?.value.parts.map(({ kind }) => kind);
    };
    assert.deepEqual(value('A=~/x:~y:z~'), ['tilde', 'literal', 'tilde', 'literal']);
    assert.deepEqual(value('A=*{b,c}[d]?'), ['literal']);
  });
});
