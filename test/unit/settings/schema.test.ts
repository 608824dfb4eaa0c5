import assert from 'node:assert/strict';
import { settingsSchema } from '../../../server/src/settings/schema';
import { settingNames } from '../../../server/src/settings/setting-names';
import { sampleRules } from './sample-rules';

/** The part of a JSON value at a path. */
function at(value: unknown, ...keys: string[]): unknown {
  return keys.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null
        ? Object.entries(inner).find(([name]) => name === key)?.[1]
        : undefined,
    value,
  );
}

const keysAt = (value: unknown, ...keys: string[]): string[] => Object.keys(Object(at(value, ...keys)));

describe('the schema of settings', () => {
  const schema: unknown = JSON.parse(JSON.stringify(settingsSchema(sampleRules)));

  it('lists every setting', () => assert.deepEqual(keysAt(schema, 'properties'), settingNames));

  it('lists every rule and alias', () => {
    const names = keysAt(schema, 'definitions', 'rules', 'properties');
    assert.deepEqual(names.slice(0, 2), ['package-cache', 'root-user']);
    assert.ok(names.includes('hadolint/DL3009') && names.includes('hadolint/DL3015'));
    assert.equal(new Set(names).size, names.length);
  });

  it('knows the options of a rule', () => {
    const rule = at(schema, 'definitions', 'rules', 'properties', 'package-cache', 'oneOf', '1', 'properties');
    assert.deepEqual(at(rule, 'maximum'), { type: 'integer', minimum: 1, default: 10, description: 'd' });
    assert.deepEqual(at(rule, 'style', 'enum'), ['short', 'long']);
    assert.deepEqual(keysAt(rule), ['severity', 'maximum', 'strict', 'style', 'prefix', 'allowed']);
  });

  it('knows what an override may hold', () => {
    const names = keysAt(schema, 'definitions', 'override', 'properties');
    assert.ok(names.includes('files') && names.includes('rules'));
    assert.ok(!names.includes('ignore') && !names.includes('overrides'));
  });
});
