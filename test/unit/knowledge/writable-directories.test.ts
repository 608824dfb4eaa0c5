import assert from 'node:assert/strict';
import { writableDirectories } from '../../../server/src/knowledge/writable-directories';

describe('directories that images write to', () => {
  const cases: readonly (readonly [image: string | undefined, directories: readonly string[] | undefined])[] = [
    [undefined, ['/tmp']],
    ['registry.example.com/shop:1.4.2', ['/tmp']],
    ['nginx:1.29', ['/var/cache/nginx', '/var/run']],
    ['nginxinc/nginx-unprivileged:1.29', ['/tmp']],
    ['php:8.4-apache', ['/tmp', '/var/lock/apache2', '/var/run/apache2']],
    ['php:8.4-fpm', ['/tmp']],
    ['wordpress', ['/tmp', '/var/lock/apache2', '/var/run/apache2']],
    ['wordpress:6-fpm-alpine', ['/tmp']],
    ['redis@sha256:abc', []],
    ['quay.io/prometheus/node-exporter:v1', []],
    ['openresty/openresty:alpine', undefined],
    ['bitnami/nginx:1', undefined],
    ['rabbitmq:4', undefined],
    ['quay.io/keycloak/keycloak:26', undefined],
  ];
  for (const [image, directories] of cases)
    it(`of ${image ?? 'an unknown image'}`, () => {
      assert.deepEqual(writableDirectories(image), directories);
    });
});
