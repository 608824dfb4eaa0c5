import assert from 'node:assert/strict';
import {
  isSecretName,
  secretArguments,
  secretFile,
  secretIn,
  secretValueKind,
} from '../../../server/src/knowledge/secrets';

const letters = (length: number): string => 'Ab3'.repeat(length).slice(0, length);

describe('knowledge/secrets', () => {
  it('knows names that hold secrets', () => {
    for (const name of [
      'DB_PASSWORD',
      'MYSQL_ROOT_PASSWORD',
      'API_KEY',
      'APIKEY',
      'SECRET',
      'JWT_SECRET',
      'GITHUB_TOKEN',
      'AWS_SECRET_ACCESS_KEY',
      'AWS_ACCESS_KEY_ID',
      'dbPassword',
      'clientSecret',
      'PGPASSWORD',
      'PRIVATE_KEY',
    ]) {
      assert.equal(isSecretName(name, 'run'), true, name);
      assert.equal(isSecretName(name, 'build'), true, name);
    }
    for (const name of [
      'PUBLIC_KEY',
      'PASSWORD_FILE',
      'TOKEN_URL',
      'SECRET_VERSION',
      'GPG_KEY',
      'TOKENIZERS_PARALLELISM',
      'PWD',
      'SSH_AUTH_SOCK',
      'KEYCLOAK_HOST',
      'PASSWORD_MIN_LENGTH',
      'AUTH_MODE',
      'MONKEY',
      'SECRET_NAME',
      'COMPASS',
      'TOKEN_TTL',
      'CACHE_KEY',
    ]) {
      assert.equal(isSecretName(name, 'run'), false, name);
      assert.equal(isSecretName(name, 'build'), false, name);
    }
    assert.equal(isSecretName('NPM_AUTH', 'build'), true);
    assert.equal(isSecretName('NPM_AUTH', 'run'), false);
  });

  it('knows values that are secrets by their looks', () => {
    assert.equal(secretValueKind(`ghp_${letters(36)}`), 'a GitHub token');
    assert.equal(secretValueKind(`AKIA${'ABCD1234'.repeat(2)}`), 'an AWS access key');
    assert.equal(secretValueKind('-----BEGIN RSA PRIVATE KEY-----\nx'), 'a private key');
    assert.equal(secretValueKind('-----BEGIN PRIVATE KEY-----'), 'a private key');
    assert.equal(secretValueKind('postgres://app:hunter2@db:5432/app'), 'a password in an address');
    assert.equal(secretValueKind('redis://:hunter2@cache:6379'), 'a password in an address');
    for (const value of [
      'postgres://app:$(DB_PASSWORD)@db/app',
      'postgres://app:changeme@db/app',
      'https://example.org/a:b@c',
      'postgres://db:5432/app',
      'hello',
      '',
    ]) {
      assert.equal(secretValueKind(value), undefined, value);
    }
  });

  it('weighs name and value together', () => {
    assert.deepEqual(secretIn('DB_PASSWORD', 'hunter2', 'run'), { kind: 'name' });
    assert.deepEqual(secretIn('DB_PASSWORD', 'changeme', 'run'), { kind: 'placeholder' });
    assert.deepEqual(secretIn('DB_PASSWORD', '<password>', 'run'), { kind: 'placeholder' });
    assert.deepEqual(secretIn('WEBHOOK', `xoxb-${letters(20)}`, 'run'), { kind: 'value', label: 'a Slack token' });
    assert.deepEqual(secretIn('NPM_TOKEN', undefined, 'build'), { kind: 'name' });
    assert.equal(secretIn('NPM_TOKEN', undefined, 'run'), undefined);
    for (const value of [
      '',
      'true',
      '12',
      '$(OTHER)',
      '$OTHER',
      '{{ .Values.x }}',
      '/run/secrets/x',
      'vault:secret/data#x',
    ]) {
      assert.equal(secretIn('DB_PASSWORD', value, 'run'), undefined, value);
    }
    assert.equal(secretIn('LOG_LEVEL', 'debug', 'run'), undefined);
  });

  it('finds secrets among arguments', () => {
    assert.deepEqual(secretArguments(['app', '--password=hunter2']), [
      { index: 1, start: 11, value: 'hunter2', option: '--password' },
    ]);
    assert.deepEqual(secretArguments(['app', '--db.api-key', 'abc']), [
      { index: 2, start: 0, value: 'abc', option: '--db.api-key' },
    ]);
    assert.deepEqual(secretArguments(['mysql', '-uroot', '-phunter2']), [
      { index: 2, start: 2, value: 'hunter2', option: '-p' },
    ]);
    for (const words of [
      ['app', '--password', '$(P)'],
      ['app', '--password', undefined],
      ['app', '--token-ttl=5m'],
      ['tar', '-pxf', 'a'],
      ['adduser', '--disabled-password', 'app'],
      ['app', '--no-password', 'x'],
      ['mysql', '-p$P'],
      ['app', '--password'],
    ]) {
      assert.deepEqual(secretArguments(words), []);
    }
  });

  it('knows files that hold secrets', () => {
    for (const path of [
      '.env',
      'config/.env.production',
      'id_rsa',
      '.ssh/id_ed25519',
      '/root/.npmrc',
      '.git',
      '.kube/config',
      'kubeconfig',
      'terraform.tfstate',
      'server.key',
      'credentials.json',
      '.netrc',
    ]) {
      assert.ok(secretFile(path), path);
    }
    for (const path of [
      '.env.example',
      '.env.sample',
      'id_rsa.pub',
      '.ssh/known_hosts',
      'nginx_signing.key',
      '.gitignore',
      'environment.ts',
      'keys.ts',
      'package.json',
      '.github',
      'monkey.txt',
      'cert.pem',
    ]) {
      assert.equal(secretFile(path), undefined, path);
    }
  });
});
