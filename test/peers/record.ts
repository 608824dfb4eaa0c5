import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

/** The containers that fail a check, by check; none where it is the object itself that fails. */
export type Failures = ReadonlyMap<string, ReadonlySet<string>>;

/** What fails, by object: `Deployment/web`, or `Deployment/web@shop` in a namespace. */
export type Answers = ReadonlyMap<string, Failures>;

/** What another tool answered when it was recorded. */
export interface PeerRecord {
  /** The ids of all its checks. */
  readonly checks: readonly string[];
  /** By the short name of an example. */
  readonly answers: ReadonlyMap<string, Answers>;
}

/** Reads what `scripts/peer-answers.mjs` wrote. */
export function recordOf(tool: string): PeerRecord {
  const value: unknown = JSON.parse(readFileSync(`test/peers/${tool}.json`, 'utf8'));
  assert.ok(isObject(value) && Array.isArray(value.checks) && isObject(value.answers));
  const checks = value.checks.map(String);
  const answers = Object.entries(value.answers).map(([key, objects]): [string, Answers] => {
    assert.ok(isObject(objects));
    return [key, new Map(Object.entries(objects).map(([name, words]) => [name, failuresIn(String(words), checks)]))];
  });
  return { checks, answers: new Map(answers) };
}

/** Reads `0 3:web,init`: the checks by their place in the list, and the containers that fail them. */
function failuresIn(words: string, checks: readonly string[]): Failures {
  return new Map(
    words
      .split(' ')
      .filter((word) => word !== '')
      .map((word) => {
        const [index = '', containers = ''] = word.split(':');
        return [checks[Number(index)] ?? '', new Set(containers.split(',').filter((name) => name !== ''))];
      }),
  );
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
