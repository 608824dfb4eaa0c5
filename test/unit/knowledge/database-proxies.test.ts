import assert from 'node:assert/strict';
import { databaseProxy } from '../../../server/src/knowledge/database-proxies';

describe("proxies to Google's databases", () => {
  const cloud = 'gcr.io/cloud-sql-connectors/cloud-sql-proxy:2';
  const read = (image: string, text: string, variables: Readonly<Record<string, string>> = {}) =>
    databaseProxy(image, text.split(' '), new Map(Object.entries(variables)));

  it('open the ports that options, variables and instances name', () => {
    assert.deepEqual(read(cloud, '--port=5432 a:b:c')?.ports, [5432]);
    assert.deepEqual(read(cloud, '-p 5432 a:b:c')?.ports, [5432]);
    assert.deepEqual(read(cloud, 'a:b:c?port=3306 a:b:d?address=0.0.0.0&port=3307')?.ports, [3306, 3307]);
    assert.deepEqual(read(cloud, 'a:b:c', { CSQL_PROXY_PORT: '5432' })?.ports, [5432]);
    assert.deepEqual(read('x/alloydb-auth-proxy', 'a', { ALLOYDB_PROXY_PORT: '5432' })?.ports, [5432]);
    assert.deepEqual(
      read('gcr.io/cloudsql-docker/gce-proxy:1.37', '-instances=$(NAME)=tcp:5432,b=tcp:0.0.0.0:5433')?.ports,
      [5432, 5433],
    );
  });

  it('tell how they are where the kubelet can ask', () => {
    assert.equal(read(cloud, '--health-check a:b:c')?.healthPort, undefined);
    assert.equal(read(cloud, '--http-address=0.0.0.0 a:b:c')?.healthPort, undefined);
    assert.equal(read(cloud, '--health-check --http-address 0.0.0.0 a:b:c')?.healthPort, 9090);
    assert.equal(
      read(cloud, 'a:b:c', {
        CSQL_PROXY_HEALTH_CHECK: 'true',
        CSQL_PROXY_HTTP_ADDRESS: '0.0.0.0',
        CSQL_PROXY_HTTP_PORT: '9801',
      })?.healthPort,
      9801,
    );
  });

  it('are no other images', () => {
    assert.equal(read('edoburu/pgbouncer', '--port=5432'), undefined);
  });
});
