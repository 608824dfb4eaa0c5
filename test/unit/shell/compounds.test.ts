import assert from 'node:assert/strict';
import { firstCompound, outline, parse, written } from './reading';

describe('compound commands', () => {
  it('are groups and subshells', () => {
    assert.equal(outline('{ a; b; } && (c; d) | e'), 'group body{a; b;} && subshell body{c; d} | e');
    assert.equal(outline('( (a) )'), 'subshell body{subshell body{a}}');
    assert.equal(outline('((a); b)'), 'subshell body{subshell body{a}; b}');
    assert.equal(outline('{a'), '{a');
    assert.equal(outline('{ a }; }'), 'group body{a };}');
  });

  it('are conditionals', () => {
    assert.equal(outline('if a; then b; fi'), 'if condition{a;} then{b;}');
    assert.equal(
      outline('if a\nthen b; c\nelif d; then e; else f; fi >g'),
      'if condition{a⏎} then{b; c⏎} condition{d;} then{e;} else{f;} >g',
    );
    assert.equal(outline('if(a)then(b)fi'), 'if condition{subshell body{a}} then{subshell body{b}}');
    assert.equal(
      outline('if a && ! b | c; then if d; then e; fi; fi'),
      'if condition{a && ! b | c;} then{if condition{d;} then{e;};}',
    );
  });

  it('are loops', () => {
    assert.equal(outline('while a; do b; done <c'), 'while condition{a;} loop{b;} <c');
    assert.equal(outline('until a\ndo\nb\ndone &'), 'until condition{a⏎} loop{b⏎}&');
    assert.equal(outline('for a in b "c d" $e; do f; done'), 'for a b "c d" $e loop{f;}');
    assert.equal(outline('for a\nin b\ndo c; done'), 'for a b loop{c;}');
    assert.equal(outline('for a; do b; done; for c do d; done'), 'for a loop{b;}; for c loop{d;}');
    assert.equal(outline('for do in do; do done=1; done'), 'for do do loop{done=1;}');
    assert.equal(outline('for ((i=0; i<$(a); i++)); do b; done'), 'for loop{b;}');
    assert.equal(outline('for a in b; { c; }'), 'for a b loop{c;}');
    assert.equal(outline('select a in b; do c; done'), 'select a b loop{c;}');
  });

  it('are cases', () => {
    assert.equal(
      outline('case $a in b|"c d") e;; (f) g;& h*) i;;& *) j; esac; k'),
      'case $a branch[b|"c d"]{e} branch[f]{g} branch[h*]{i} branch[*]{j;}; k',
    );
    assert.equal(outline('case a in\n b)\n c\n ;;\n d) ;;\nesac'), 'case a branch[b]{c⏎} branch[d]{}');
    assert.equal(outline('case in in in) in;; esac'), 'case in branch[in]{in}');
    assert.equal(outline('$(case a in b) c;; esac)d'), '$(case a in b) c;; esac)d');
    assert.equal(outline('case a in b) case c in d) e;; esac;; esac'), 'case a branch[b]{case c branch[d]{e}}');
    assert.equal(outline('case a in esac'), 'case a');
  });

  it('are functions', () => {
    assert.equal(outline('a() { b; }; c'), 'function a body{group body{b;}}; c');
    assert.equal(outline('a ()\n{\n b\n}'), 'function a body{group body{b⏎}}');
    assert.equal(outline('function a { b; }'), 'function a body{group body{b;}}');
    assert.equal(outline('function a() (b) >c'), 'function a body{subshell body{b} >c}');
    assert.equal(outline('a() if b; then c; fi'), 'function a body{if condition{b;} then{c;}}');
  });

  it('are tests and arithmetic', () => {
    assert.equal(outline('[[ a == b && ( ! -f "$c" || d < e ) ]] && f'), 'test a == b ! -f "$c" d e && f');
    assert.equal(outline('[[ $a =~ ^(b|c d)\\ +$ ]]; e'), 'test $a =~ ^(b|c d)\\ +$; e');
    assert.equal(outline('[[ a\n]]\nb'), 'test a⏎ b');
    assert.equal(outline('(( a > (1 + 2) )) || b'), 'arithmetic || b');
    assert.equal(outline('[ a ] && [ b ]'), '[ a ] && [ b ]');
  });

  it('have exact ranges, redirects included', () => {
    const text = ' if  a ; then\n b;c\nfi 2>d ; e';
    const command = firstCompound(text);
    assert.equal(written(text, command.range), 'if  a ; then\n b;c\nfi 2>d');
    assert.deepEqual(
      command.bodies.map(({ range }) => written(text, range)),
      ['a', 'b;c'],
    );
    assert.deepEqual(
      command.redirects.map(({ range }) => written(text, range)),
      ['2>d'],
    );
    const empty = 'if a; then fi';
    assert.equal(firstCompound(empty).bodies[1]?.range.start, firstCompound(empty).bodies[1]?.range.end);
  });

  it('end where something further out does when their own end is missing', () => {
    assert.equal(outline('if a; then (b; fi; c'), 'if condition{a;} then{subshell body{b;}}; c');
    assert.equal(outline('for a in b; do if c; done; d'), 'for a b loop{if condition{c;}}; d');
    assert.equal(outline('{ case a in b) c; } ; d'), 'group body{case a branch[b]{c;}}; d');
    assert.equal(outline('while a; b'), 'while condition{a; b}');
    assert.equal(outline('case a in b'), 'case a');
    assert.equal(outline('for a in b'), 'for a b');
    assert.equal(parse('if a; then (b; fi; c').problems.length, 1);
  });
});
