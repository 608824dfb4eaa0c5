import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { expanded, expansionsOf, snippetsIn, tabStopsOf } from './snippet';

const files = ['dockerfile.json', 'dockerignore.json', 'kubernetes.json'] as const;
const all = files.flatMap(snippetsIn);

describe('snippets', () => {
  it('expand as VS Code expands them', () => {
    const body = `FROM \${1|a,b|}:$2 # \\$1 \${2:x\\}y} \\\\
\tEND$0`;
    assert.equal(expanded(body, '  '), 'FROM a:x}y # $1 x}y \\\n  END');
    assert.equal(expanded(`\${1|a,b|} $1`, '  ', 1), 'b b');
  });

  it('have prefixes of their own', () => {
    const prefixes = all.map(({ prefix }) => prefix);
    assert.deepEqual(
      prefixes.filter((prefix, index) => prefixes.indexOf(prefix) !== index),
      [],
    );
  });

  it('are described in a sentence that fits a line', () => {
    for (const { prefix, name, description } of all) {
      assert.ok(name.length < 60, `${prefix}: ${name}`);
      assert.ok(description.length > 20 && description.length < 120, `${prefix}: ${description}`);
      assert.ok(!description.endsWith('.'), prefix);
    }
  });

  it('are visited stop by stop, and left at the end', () => {
    for (const { prefix, body } of all) {
      const numbers = tabStopsOf(body).map(({ number }) => number);
      const visited = [...new Set(numbers)].filter((number) => number !== 0).sort((a, b) => a - b);
      assert.deepEqual(
        visited,
        Array.from(visited, (_, index) => index + 1),
        `${prefix} leaves out a number`,
      );
      assert.equal(numbers.at(-1), 0, `${prefix} does not end at its end`);
    }
  });

  it('say at each stop once what stands there', () => {
    for (const { prefix, body } of all) {
      const filled = tabStopsOf(body).filter(({ values }) => values.length > 0);
      const numbers = filled.map(({ number }) => number);
      assert.equal(new Set(numbers).size, numbers.length, prefix);
    }
  });

  it('are indented by tabs, which become the file’s own indentation', () => {
    for (const { prefix, body } of all)
      for (const line of body.split('\n')) assert.match(line, /^(?:\t| {2}(?=\S|\t))*(?! )/, `${prefix}: ${line}`);
  });

  it('are listed in README, and no others', () => {
    const readme = readFileSync('README.md', 'utf8');
    const [section = ''] = /^Snippets come along[\s\S]*?^#/m.exec(readme) ?? [];
    const words = [...section.matchAll(/`([\w-]+)`/g)].map(([, word = '']) => word);
    const [stems, names] = [words.filter((word) => word.endsWith('-')), words.filter((word) => !word.endsWith('-'))];
    const made = names.flatMap((name) => [name, ...stems.map((stem) => stem + name)]);
    const prefixes = all.map(({ prefix }) => prefix);
    assert.deepEqual(
      prefixes.filter((prefix) => !made.includes(prefix)),
      [],
    );
    assert.deepEqual(
      names.filter((name) => ![name, ...stems.map((stem) => stem + name)].some((each) => prefixes.includes(each))),
      [],
    );
  });

  it('for .dockerignore are offered in such files alone', () => {
    for (const snippet of snippetsIn('dockerignore.json')) {
      assert.deepEqual(snippet.include, ['.dockerignore', '*.dockerignore']);
      for (const text of expansionsOf(snippet, '  '))
        for (const line of text.split('\n')) assert.match(line, /^(?:#.*|!?\*\*\/[\w.*-]+)?$/);
    }
  });

  it('for manifests are not offered in workflows', () => {
    for (const { prefix, exclude } of snippetsIn('kubernetes.json'))
      assert.deepEqual(exclude, ['**/.github/**', '.gitlab-ci.y*ml'], prefix);
  });
});
