import assert from 'node:assert/strict';
import {
  createUserCommands,
  isNumericUser,
  isRoot,
  readUserCommand,
  systemAccount,
} from '../../../server/src/knowledge/users';

const words = (text: string): string[] => text.split(' ');

describe('knowledge/users', () => {
  it('reads commands that create accounts', () => {
    const useradd = readUserCommand(words('useradd -r -u 1001 -g app -d /home/app -s /bin/false app'));
    assert.deepEqual(useradd, {
      kind: 'user',
      program: 'useradd',
      name: 'app',
      id: '1001',
      group: 'app',
      system: true,
      index: 0,
      idIndex: 3,
      noLogInit: false,
    });
    const adduser = readUserCommand(words('adduser -S -D -H -u 1001 -G app app'), 'alpine');
    assert.deepEqual([adduser?.name, adduser?.id, adduser?.group, adduser?.system], ['app', '1001', 'app', true]);
    const debian = readUserCommand(words('adduser --system --no-create-home --uid 1001 --gecos x app'), 'debian');
    assert.deepEqual([debian?.name, debian?.id, debian?.system], ['app', '1001', true]);
    assert.equal(readUserCommand(words('groupadd --gid=1001 app'))?.id, '1001');
    assert.equal(readUserCommand(words('addgroup -S -g 1001 app'), 'alpine')?.id, '1001');
    assert.equal(readUserCommand(words('addgroup app docker'), 'alpine')?.name, 'app');
    assert.equal(readUserCommand(words('useradd -lmu 123456 app'))?.noLogInit, true);
    assert.equal(readUserCommand(words('useradd app'))?.id, undefined);
    assert.equal(readUserCommand(['useradd', '-u', undefined, 'app'])?.name, 'app');
    assert.equal(readUserCommand(words('chown app /x')), undefined);
    assert.equal(readUserCommand([]), undefined);
  });

  it('writes commands that it reads back', () => {
    for (const family of ['debian', 'alpine', 'redhat', 'busybox'] as const) {
      const commands = createUserCommands(family, 'app');
      assert.ok(commands);
      const user = commands
        .map((command) => readUserCommand(words(command), family))
        .find((command) => command?.kind === 'user');
      assert.deepEqual([user?.name, user?.id, user?.group], ['app', '10001', 'app']);
    }
    assert.equal(createUserCommands('scratch', 'app'), undefined);
  });

  it('knows root and numbers', () => {
    for (const user of ['root', '0', '0:0', 'root:root', '00']) assert.equal(isRoot(user), true, user);
    for (const user of ['app', '1000', '10', 'rooty', '01']) assert.equal(isRoot(user), false, user);
    assert.equal(isNumericUser('1000:app'), true);
    assert.equal(isNumericUser('app:1000'), false);
  });

  it('knows accounts of the base system', () => {
    assert.equal(systemAccount('www-data', 'debian')?.uid, 33);
    assert.equal(systemAccount('www-data', 'alpine')?.uid, 82);
    assert.equal(systemAccount('www-data', 'redhat'), undefined);
    assert.equal(systemAccount('root', 'unknown')?.uid, 0);
  });
});
