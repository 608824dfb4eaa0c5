import assert from 'node:assert/strict';
import { listenPorts, portOfVariable } from '../../../server/src/knowledge/listen-ports';

const portsOf = (line: string): readonly number[] => listenPorts(line.split(' ')).map(({ port }) => port);

describe('ports that a command listens on', () => {
  it('are those of options for servers', () => {
    assert.deepEqual(portsOf('gunicorn app -b 0.0.0.0:8000'), [8000]);
    assert.deepEqual(portsOf('uvicorn app:app --host 0.0.0.0 --port=8080'), [8080]);
    assert.deepEqual(portsOf('java -Dserver.port=8081 -jar app.jar --server.port 8082'), [8081, 8082]);
    assert.deepEqual(portsOf('python manage.py runserver [::]:8000'), [8000]);
    assert.deepEqual(portsOf('/usr/bin/php -S 0.0.0.0:80'), [80]);
    assert.deepEqual(portsOf('dotnet app.dll --urls http://+:5000'), [5000]);
  });

  it('are not those of other machines, of this one alone, and of clients', () => {
    for (const line of [
      'redis-cli --port 6379',
      'agent --address=http://vault:8200',
      'app --host db --port 5432',
      'app --bind 127.0.0.1:9000',
      'app --bind unix:/run/app.sock',
      'app --port 0',
      'app --port 70000',
      'app -p 80',
      'app --port',
      '',
    ])
      assert.deepEqual(portsOf(line), [], line);
    assert.deepEqual(listenPorts([undefined, '--port', undefined]), []);
  });

  it('are those of variables', () => {
    assert.equal(portOfVariable('PORT', '3000'), 3000);
    assert.equal(portOfVariable('ASPNETCORE_URLS', 'http://+:80;https://+:443'), 80);
    assert.equal(portOfVariable('DB_PORT', '5432'), undefined);
  });
});
