import assert from 'node:assert/strict';
import { maySetVariable } from '../../../server/src/knowledge/image-variables';
import { serviceNamed, serviceOfPackage, serviceOfProgram } from '../../../server/src/knowledge/service-families';

describe('knowledge/service-families', () => {
  it('knows servers by program, service and package', () => {
    assert.equal(serviceOfProgram('/usr/sbin/nginx')?.family, 'web');
    assert.equal(serviceOfProgram('php-fpm8.3')?.family, 'application');
    assert.equal(serviceNamed('php8.3-fpm')?.family, 'application');
    assert.equal(serviceNamed('mariadb.service')?.family, 'database');
    assert.equal(serviceOfPackage('postgresql-17')?.family, 'database');
    assert.equal(serviceOfPackage('nginx=1.28*')?.family, 'web');
  });

  it('takes clients, libraries and headers for no servers', () => {
    for (const name of [
      'mysql-client',
      'postgresql-client-17',
      'redis-tools',
      'nginx-common',
      'libapache2-mod-php',
      'postgresql',
    ])
      assert.equal(serviceOfPackage(name), undefined, name);
    assert.equal(serviceOfProgram('node'), undefined);
  });
});

describe('knowledge/image-variables', () => {
  it('judges by the names whether an image may set a variable', () => {
    assert.ok(maySetVariable('node:24-slim', 'NODE_VERSION'));
    assert.ok(maySetVariable('eclipse-temurin:21-jre', 'JAVA_HOME'));
    assert.ok(maySetVariable('registry.example.com/python-base', 'PYTHON_VERSION'));
    assert.ok(!maySetVariable('debian:12-slim', 'APP_VERSION'));
  });
});
