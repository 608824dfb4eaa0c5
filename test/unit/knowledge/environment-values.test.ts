import assert from 'node:assert/strict';
import {
  environmentHost,
  isEnvironmentFile,
  isUnreleasedEnvironment,
} from '../../../server/src/knowledge/environment-values';

describe('knowledge/environment-values', () => {
  it('knows addresses that differ between environments', () => {
    for (const [name, value, host] of [
      ['ORDERS_URL', 'https://orders.prod.shop.internal/v1', 'orders.prod.shop.internal'],
      ['DB_HOST', '10.1.2.3', '10.1.2.3'],
      ['KAFKA_BROKERS', 'kafka.shop.svc:9092', 'kafka.shop.svc'],
      ['JDBC_URL', 'jdbc:postgresql://db.shop.internal:5432/shop', 'db.shop.internal'],
    ] as const)
      assert.equal(environmentHost(name, value), host, name);
    for (const [name, value] of [
      ['DB_HOST', 'db'],
      ['DB_HOST', 'localhost'],
      ['BIND_ADDR', '0.0.0.0:80'],
      ['API_URL', 'https://api.github.com'],
      ['PIP_INDEX_URL', 'https://pypi.shop.internal/simple'],
      ['TOOL_URL', 'https://files.shop.internal/tool.tar.gz'],
      ['ORDERS_URL', 'http://$HOST.shop.internal'],
      ['NAME', 'orders.shop.internal'],
      ['DB_HOST', ''],
    ] as const)
      assert.equal(environmentHost(name, value), undefined, `${name}=${value}`);
  });

  it('knows variables that fix an environment', () => {
    assert.ok(isUnreleasedEnvironment('NODE_ENV', 'development'));
    assert.ok(isUnreleasedEnvironment('APP_ENV', 'staging'));
    assert.ok(!isUnreleasedEnvironment('NODE_ENV', 'production'));
    assert.ok(!isUnreleasedEnvironment('NODE_ENV', 'test'));
    assert.ok(!isUnreleasedEnvironment('MODE', 'development'));
  });

  it('knows the settings of one environment by their file', () => {
    for (const file of ['application-prod.yml', 'config.staging.json', 'conf/settings_production.py'])
      assert.ok(isEnvironmentFile(file), file);
    for (const file of ['config.json', 'requirements-dev.txt', 'application.yml', 'docker-compose.prod.yml'])
      assert.ok(!isEnvironmentFile(file), file);
  });
});
