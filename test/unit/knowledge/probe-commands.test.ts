import assert from 'node:assert/strict';
import { probeCommand } from '../../../server/src/knowledge/probe-commands';

const asks = (command: string) => probeCommand(command.split(' '))?.asks;
const get = (path: string, port: number, scheme: 'HTTP' | 'HTTPS' = 'HTTP') => ({
  kind: 'httpGet' as const,
  path,
  port,
  scheme,
  headers: [],
});

describe('a command that checks a server', () => {
  it('asks by HTTP', () => {
    assert.deepEqual(asks('curl -f http://localhost:8080/healthz'), get('/healthz', 8080));
    assert.deepEqual(asks('/usr/bin/curl -fsSLo /dev/null 127.0.0.1:80'), get('/', 80));
    assert.deepEqual(asks('curl -k https://[::1]/a?b=c#d'), get('/a?b=c', 443, 'HTTPS'));
    assert.deepEqual(asks('curl --retry 3 -m 2 --url http://127.0.1.1:1/x'), get('/x', 1));
    assert.deepEqual(asks('wget -qO- http://localhost'), get('/', 80));
    assert.deepEqual(asks('wget --no-verbose --tries=1 --spider http://0.0.0.0:3000/'), get('/', 3000));
  });
  it('takes its headers along', () => {
    assert.deepEqual(
      probeCommand(['curl', '-f', '-H', 'Host: example.com', '-A', 'probe', 'http://localhost/'])?.asks,
      {
        ...get('/', 80),
        headers: [
          { name: 'Host', value: 'example.com' },
          { name: 'User-Agent', value: 'probe' },
        ],
      },
    );
  });
  it('connects, or asks by gRPC', () => {
    assert.deepEqual(asks('nc -zv -w 3 localhost 5432'), { kind: 'tcpSocket', port: 5432 });
    assert.deepEqual(asks('grpc_health_probe -addr=:50051'), { kind: 'grpc', port: 50051, service: '' });
    assert.deepEqual(asks('grpc-health-probe --addr localhost:1 --service a.B'), {
      kind: 'grpc',
      port: 1,
      service: 'a.B',
    });
  });
  it('takes an error for an answer when it is curl without --fail', () => {
    assert.equal(probeCommand(['curl', 'http://localhost/'])?.lenient, true);
    assert.equal(probeCommand(['curl', '-sf', 'http://localhost/'])?.lenient, false);
    assert.equal(probeCommand(['wget', '-q', 'http://localhost/'])?.lenient, false);
  });
  for (const command of [
    'curl -f http://database:8080/',
    'curl -f http://localhost:8080/ http://localhost:8081/',
    'curl -f -X POST http://localhost:8080/',
    'curl -f -d a=b http://localhost:8080/',
    'curl -f -u admin:admin http://localhost:8080/',
    'curl -f http://admin:admin@localhost:8080/',
    'curl -f -o /tmp/x http://localhost:8080/',
    'curl -f --cert a.pem https://localhost:8443/',
    'curl -f --unix-socket /run/x http://localhost/',
    'curl',
    'wget --post-data=x http://localhost/',
    'nc localhost 80',
    'nc -zu localhost 53',
    'nc -z localhost 80-90',
    'grpc_health_probe',
    'grpc_health_probe -tls -addr=:1',
    'grpc_health_probe -addr=unix:/run/x',
    'pg_isready',
  ])
    it(`is left alone: ${command}`, () => assert.equal(asks(command), undefined));
  it('is left alone when a word is not literal', () =>
    assert.equal(probeCommand(['curl', '-f', undefined, 'http://localhost/']), undefined));
});
