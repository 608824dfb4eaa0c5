import assert from 'node:assert/strict';
import { fileCapabilities, rootCapabilities } from '../../../server/src/knowledge/image-capabilities';

describe('capabilities that images need', () => {
  const cases: readonly (readonly [name: string, capabilities: string])[] = [
    ['nginx', 'CHOWN NET_BIND_SERVICE SETGID SETUID'],
    ['nginxinc/nginx-unprivileged', ''],
    ['haproxy', ''],
    ['traefik', 'NET_BIND_SERVICE'],
    ['postgres', 'CHOWN DAC_OVERRIDE FOWNER SETGID SETUID'],
    ['registry.example.com/shop', ''],
  ];
  for (const [name, capabilities] of cases)
    it(`of ${name}`, () => {
      assert.equal(rootCapabilities(name, undefined, true).join(' '), capabilities);
      assert.deepEqual(fileCapabilities(name), []);
    });

  it("of a command that is not the image's own are those of the server alone", () => {
    assert.deepEqual(rootCapabilities('postgres', undefined, false), []);
  });

  it('of caddy stand in its file', () => {
    assert.deepEqual(fileCapabilities('caddy'), ['NET_BIND_SERVICE']);
  });
});
