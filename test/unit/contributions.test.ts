import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { defaultSettings } from '../../server/src/engine/settings';
import { levels, podSecurityStandards, presets } from '../../server/src/settings/setting-names';

const manifest: unknown = JSON.parse(readFileSync('package.json', 'utf8'));
const strings: unknown = JSON.parse(readFileSync('package.nls.json', 'utf8'));

/** What stands at a path inside parsed JSON. */
const at = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((inner, key) => (isRecord(inner) ? inner[key] : undefined), value);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Every text inside parsed JSON. */
const textsIn = (value: unknown): readonly string[] =>
  typeof value === 'string' ? [value] : isRecord(value) ? Object.values(value).flatMap(textsIn) : [];

/** Paths of package.json and of its strings, which may be other ones in another language. */
const contributedPaths = [manifest, strings, JSON.parse(readFileSync('package.nls.zh-cn.json', 'utf8'))]
  .flatMap(textsIn)
  .map((text) => (text === './l10n' ? './l10n/bundle.l10n.zh-cn.json' : text))
  .filter((text) => /^(\.\/|walkthrough\/|images\/)/.test(text));

const listAt = (...path: readonly string[]): readonly unknown[] => {
  const list = at(manifest, ...path);
  return Array.isArray(list) ? list : [];
};

const setting = (name: string, key: string): unknown =>
  at(manifest, 'contributes', 'configuration', 'properties', `plimsoll.${name}`, key);

describe('contributions', () => {
  it('take every text from package.nls.json, and it holds no other', () => {
    const used = textsIn(manifest).flatMap((text) => [...text.matchAll(/^%(.+)%$/g)].map((match) => match[1]));
    assert.ok(isRecord(strings));
    assert.deepEqual([...new Set(used)].sort(), Object.keys(strings).sort());
  });

  it('name commands that are registered', () => {
    const registered =
      readFileSync('client/src/commands.ts', 'utf8') + readFileSync('client/src/client-options.ts', 'utf8');
    const named = listAt('contributes', 'commands').map((command) => String(at(command, 'command')));
    assert.ok(named.length > 0);
    assert.deepEqual(
      named.filter((name) => !registered.includes(`'${name}'`)),
      [],
    );
    for (const link of [...JSON.stringify(strings).matchAll(/command:(plimsoll\.\w+)/g)])
      assert.ok(named.includes(link[1] ?? ''), link[0]);
  });

  it('put every command under one category', () => {
    for (const command of listAt('contributes', 'commands')) assert.equal(at(command, 'category'), 'Plimsoll');
  });

  it('point at files that are there', () => {
    const written = ['./dist/extension.js', './dist/extension.web.js'];
    assert.deepEqual(
      contributedPaths.filter((path) => !written.includes(path) && !existsSync(path)),
      [],
    );
  });

  it('point at files that are packed', () => {
    const packed = readFileSync('.vscodeignore', 'utf8').match(/(?<=^!).+/gm) ?? [];
    const isPacked = (path: string): boolean =>
      packed.some((pattern) => new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '[^/]*')}$`).test(path));
    assert.deepEqual(
      contributedPaths.filter((path) => !isPacked(path.replace('./', ''))),
      [],
    );
  });

  it('activate for Dockerfiles, YAML and JSON only', () => {
    const languages = ['dockerfile', 'yaml', 'json', 'jsonc'];
    assert.deepEqual(
      listAt('activationEvents'),
      languages.map((language) => `onLanguage:${language}`),
    );
  });

  it('have the defaults that the command line has', () => {
    const shared = ['extends', 'rules', 'kubernetesVersion', 'podSecurityStandard', 'trustedRegistries', 'honourPeers'];
    const defaults = Object.fromEntries(shared.map((name) => [name, setting(name, 'default')]));
    assert.deepEqual(defaults, Object.fromEntries(shared.map((name) => [name, at(defaultSettings, name)])));
  });

  it('offer the choices that the settings file offers', () => {
    assert.deepEqual(setting('extends', 'enum'), presets);
    assert.deepEqual(setting('podSecurityStandard', 'enum'), podSecurityStandards);
    assert.deepEqual(
      [...(arrayOf(at(setting('rules', 'additionalProperties'), 'enum')) ?? [])].sort(),
      [...levels].sort(),
    );
  });

  it('link settings to each other, and to nothing that is not there', () => {
    const settings = at(manifest, 'contributes', 'configuration', 'properties');
    assert.ok(isRecord(settings) && isRecord(strings));
    const texts = Object.entries(strings).filter(([key]) => key.startsWith('setting.'));
    const linked = texts.flatMap(([, text]) =>
      [...String(text).matchAll(/`#([\w.]+)#`/g)].map((match) => match[1] ?? ''),
    );
    assert.deepEqual(
      linked.filter((name) => !Object.hasOwn(settings, name)),
      [],
    );
    // A setting that is named is a link.
    for (const [key, text] of texts)
      for (const [, name = ''] of String(text).matchAll(/`(plimsoll\.[\w.]+)`/g))
        assert.ok(!Object.hasOwn(settings, name), `${key}: ${name}`);
    // What depends on another setting says so, in both.
    const text = (name: string): string => String(strings[`setting.${name}`]);
    for (const hint of Object.keys(settings).filter((name) => name.startsWith('plimsoll.inlayHints.')))
      assert.ok(text('features.inlayHints').includes(`\`#${hint}#\``), hint);
    assert.match(text('extends'), /`#plimsoll\.rules#`/);
    assert.match(text('rules'), /`#plimsoll\.extends#`/);
  });

  it('explain every choice, and order every setting', () => {
    const settings = at(manifest, 'contributes', 'configuration', 'properties');
    assert.ok(isRecord(settings));
    for (const [name, schema] of Object.entries(settings)) {
      assert.equal(typeof at(schema, 'markdownDescription'), 'string', name);
      assert.equal(typeof at(schema, 'order'), 'number', name);
      const choices = arrayOf(at(schema, 'enum'));
      if (choices !== undefined) assert.equal(arrayOf(at(schema, 'enumDescriptions'))?.length, choices.length, name);
    }
  });
});

function arrayOf(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) ? value : undefined;
}
