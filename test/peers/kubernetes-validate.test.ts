import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { corpus } from '../fuzz/corpus';
import { unexplained } from './explained';
import { type ComparedObject, comparedObjects } from './objects';

const recorded: unknown = JSON.parse(readFileSync('test/peers/kubernetes-validate.json', 'utf8'));

describe('the fields of objects', () => {
  const answers = answersOf(recorded);
  const objects = new Map(
    corpus()
      .filter(({ language }) => language === 'manifest')
      .flatMap(({ text, path }) => comparedObjects(text, path))
      .map((object) => [object.key, object]),
  );
  const compared = [...objects.values()].filter(({ key }) => answers.has(key));

  it('are what kubernetes-validate says of every example, or there is a reason', () => {
    const differing = compared.flatMap((object) => {
      const differences = unexplained(object.ours, answers.get(object.key) ?? []);
      return differences.length === 0 ? [] : [tell(object, differences)];
    });
    assert.deepEqual(differing, []);
  });

  it('are compared on most of the examples', () => {
    assert.ok(compared.length > 500, `${compared.length} of ${objects.size}`);
  });
});

function answersOf(value: unknown): ReadonlyMap<string, readonly string[]> {
  assert.ok(typeof value === 'object' && value !== null && 'answers' in value);
  assert.ok(typeof value.answers === 'object' && value.answers !== null);
  return new Map(
    Object.entries(value.answers).map(([key, complaints]) => {
      assert.ok(Array.isArray(complaints));
      return [key, complaints.map(String)];
    }),
  );
}

const tell = ({ json }: ComparedObject, differences: readonly string[]): string =>
  `${json}\n${differences.map((difference) => `  ${difference}`).join('\n')}`;
