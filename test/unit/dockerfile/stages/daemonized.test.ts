import assert from 'node:assert/strict';
import { daemonizedProcess } from '../../../../server/src/dockerfile/model/daemonized';
import { parseDockerfile } from '../../../../server/src/dockerfile/model/parse';
import { surroundingsOf } from '../../../../server/src/dockerfile/model/surroundings';
import { cut } from '../model/reading';

function outcomeOf(...lines: readonly string[]): string | undefined {
  const text = `${lines.join('\n')}\n`;
  const dockerfile = parseDockerfile(text);
  const stage = dockerfile.stages.at(-1);
  assert.ok(stage !== undefined);
  const found = daemonizedProcess(dockerfile, stage);
  return found && `${found.outcome} ${cut(text, found.range)}`;
}

describe('a daemonised process', () => {
  it('ends the container', () => {
    assert.equal(outcomeOf('FROM nginx', 'CMD ["nginx"]'), 'ends "nginx"');
    assert.equal(outcomeOf('FROM debian', 'CMD a && exec gosu x cron'), 'ends cron');
    assert.equal(
      outcomeOf('FROM debian', 'ENTRYPOINT ["tini", "--", "sh", "-c", "redis-server --daemonize yes"]'),
      'ends redis-server --daemonize yes',
    );
    assert.equal(outcomeOf('FROM debian', 'ENTRYPOINT ["nginx"]', 'CMD ["-c", "/x.conf"]'), 'likely "nginx"');
  });

  it('may not, for what a script or a parent does that nobody sees', () => {
    assert.equal(outcomeOf('FROM debian', 'ENTRYPOINT ["/run.sh"]', 'CMD ["cron"]'), 'script "cron"');
    assert.equal(outcomeOf('FROM debian', 'ENTRYPOINT ["entrypoint"]', 'CMD a; cron'), 'script cron');
    assert.equal(outcomeOf('FROM example.com/a', 'CMD ["cron"]'), 'likely "cron"');
    assert.equal(outcomeOf('FROM $X', 'CMD ["apachectl", "start"]'), 'likely "apachectl", "start"');
    assert.equal(outcomeOf('FROM debian', 'CMD puma -d'), 'likely puma -d');
  });

  it('goes unwatched behind what keeps the container alive', () => {
    assert.equal(outcomeOf('FROM debian', 'CMD cron && tail -f x'), 'unwatched cron');
    assert.equal(outcomeOf('FROM debian', 'CMD ["bash", "-c", "service a start; bash"]'), 'unwatched service a start');
    assert.equal(outcomeOf('FROM debian', 'CMD cron & tail -f x'), undefined);
    assert.equal(outcomeOf('FROM debian', 'CMD cron; app'), undefined);
  });

  it('is none where the foreground is decided elsewhere', () => {
    assert.equal(outcomeOf('FROM debian', 'COPY . /etc/', 'CMD ["nginx"]'), undefined);
    assert.equal(outcomeOf('FROM debian', 'WORKDIR /etc/nginx', 'COPY nginx.conf .', 'CMD ["nginx"]'), undefined);
    assert.equal(outcomeOf('FROM debian', 'COPY x.conf /etc/nginx/conf.d/', 'CMD ["nginx"]'), 'ends "nginx"');
    assert.equal(outcomeOf('FROM debian', 'RUN envsubst <a >/etc/nginx/nginx.conf', 'CMD ["nginx"]'), undefined);
    assert.equal(outcomeOf('FROM debian AS a', 'RUN echo daemon off >> x', 'FROM a', 'CMD ["nginx"]'), undefined);
    assert.equal(outcomeOf('FROM example.com/a', 'CMD ["nginx"]'), undefined);
    assert.equal(outcomeOf('FROM example.com/a', 'RUN apk add nginx', 'CMD ["nginx"]'), 'likely "nginx"');
    assert.equal(outcomeOf('FROM debian', 'CMD ["nginx", "$X"]'), 'ends "nginx", "$X"');
  });

  it('is none of a parent image, or without a process', () => {
    assert.equal(outcomeOf('FROM debian'), undefined);
    assert.equal(outcomeOf('FROM cassandra'), undefined);
    assert.equal(outcomeOf('FROM scratch', 'CMD []'), undefined);
  });
});

describe('the surroundings of a process', () => {
  it('are those of all stages that it is built from', () => {
    const dockerfile = parseDockerfile(
      'FROM docker.io/library/debian:12 AS a\nENV A=b\nRUN apt-get install -y cron=1 nginx\nCOPY <<EOF /etc/x/\nno daemon\nEOF\n' +
        'FROM a\nRUN echo foreground\nRUN echo x\n',
    );
    const stage = dockerfile.stages.at(-1);
    assert.ok(stage !== undefined);
    const { family, repository, tag, packages, environment, configuration } = surroundingsOf(dockerfile, stage);
    assert.deepEqual([family, repository, tag], ['debian', 'debian', '12']);
    assert.deepEqual(packages, ['cron', 'nginx']);
    assert.equal(environment?.A, 'b');
    assert.deepEqual(configuration, [{ text: 'RUN echo foreground' }, { path: '/etc/x/EOF', text: 'no daemon\n' }]);
  });
});
