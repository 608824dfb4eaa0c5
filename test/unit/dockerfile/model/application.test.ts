import assert from 'node:assert/strict';
import { startsApplication } from '../../../../server/src/dockerfile/model/application';
import { parseDockerfile } from '../../../../server/src/dockerfile/model/parse';
import { mayDropPrivileges } from '../../../../server/src/dockerfile/model/privilege-drops';

const starts = (text: string): boolean | undefined => {
  const stage = parseDockerfile(text).stages.at(-1);
  return stage && startsApplication(stage);
};

const drops = (text: string): boolean | undefined => {
  const dockerfile = parseDockerfile(text);
  const stage = dockerfile.stages.at(-1);
  return stage && mayDropPrivileges(dockerfile, stage);
};

describe('what an image starts', () => {
  it('is an application when it is given something to run', () => {
    for (const command of [
      '["app"]',
      'app --serve',
      '["python", "-m", "http.server"]',
      '["node", "server.js"]',
      '["sh", "-c", "a && b"]',
      '["$APP"]',
    ])
      assert.equal(starts(`FROM debian:13\nCMD ${command}\n`), true, command);
    assert.equal(starts('FROM nginx:1.31\n'), true);
    assert.equal(starts('FROM debian:13\nENTRYPOINT ["/entrypoint.sh"]\nCMD ["sh", "-c", "a && b"]\n'), true);
  });

  it('is none when somebody is to type something, or nothing is known', () => {
    for (const command of ['["bash"]', '["python3"]', '["php", "-a"]', '["sleep", "infinity"]', '["make"]', '["irb"]'])
      assert.equal(starts(`FROM debian:13\nCMD ${command}\n`), false, command);
    assert.equal(starts('FROM debian:13\n'), false);
    assert.equal(starts('FROM eclipse-temurin:21-jre\n'), false);
    assert.equal(starts('FROM registry.example.com/base\n'), false);
    assert.equal(starts('FROM debian:13\nENTRYPOINT ["docker-php-entrypoint"]\nCMD ["php", "-a"]\n'), false);
  });
});

describe('privileges', () => {
  it('are given up by wrappers, by the parent, and by scripts beside a user', () => {
    for (const text of [
      'FROM debian:13\nENTRYPOINT ["gosu", "app", "/app"]\n',
      'FROM debian:13\nCMD exec setpriv --reuid=1 app\n',
      'FROM postgres:18\nCMD ["postgres", "-c", "x=1"]\n',
      'FROM debian:13\nRUN useradd redis\nENTRYPOINT ["docker-entrypoint.sh"]\nCMD ["redis-server"]\n',
      'FROM alpine:3.24\nRUN apk add su-exec\nENTRYPOINT ["/start"]\n',
      'FROM debian:13\nCMD ["su", "app", "-c", "/app"]\n',
      'FROM debian:13\nCMD ["/init"]\n',
    ])
      assert.equal(drops(text), true, text);
  });

  it('are kept by everything else', () => {
    for (const text of [
      'FROM debian:13\nCMD ["app"]\n',
      'FROM debian:13\nRUN useradd app\nCMD ["app"]\n',
      'FROM debian:13\nENTRYPOINT ["/entrypoint.sh"]\n',
      'FROM postgres:18\nENTRYPOINT ["postgres"]\n',
      'FROM debian:13\nRUN echo gosu-like\nCMD ["app"]\n',
    ])
      assert.equal(drops(text), false, text);
  });
});
