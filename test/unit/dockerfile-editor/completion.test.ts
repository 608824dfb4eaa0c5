import assert from 'node:assert/strict';
import { completedTo, completionIn, completionsIn, labelsIn } from './marked';

describe('completion in a Dockerfile', () => {
  describe('of instructions', () => {
    it('begins with FROM and ARG, and has the others after them', () => {
      assert.deepEqual(labelsIn('|'), ['FROM', 'ARG']);
      assert.ok(labelsIn('FROM alpine\n|').includes('RUN'));
      assert.equal(completedTo('FROM alpine\nCO|', 'COPY'), 'FROM alpine\nCOPY ');
      assert.equal(completedTo('FROM alpine\nRU| make\n', 'RUN'), 'FROM alpine\nRUN make\n');
    });

    it('writes them as the file does', () => {
      assert.equal(completedTo('from alpine\nco|', 'copy'), 'from alpine\ncopy ');
      assert.equal(completedTo('fr|', 'FROM'), 'FROM ');
    });

    it('knows what ONBUILD can trigger', () => {
      assert.equal(completedTo('FROM alpine\nONBUILD CO|', 'COPY'), 'FROM alpine\nONBUILD COPY ');
      assert.ok(!labelsIn('FROM alpine\nONBUILD |').includes('FROM'));
      assert.deepEqual(labelsIn('FROM node\nONBUILD USER |').slice(0, 2), ['node', '1000']);
    });

    it('calls the deprecated one so', () => {
      assert.equal(completionIn('FROM alpine\nM|', 'MAINTAINER').deprecated, true);
    });

    it('is silent in comments, on continued lines and in the lines of files', () => {
      for (const text of [
        'FROM alpine\n# RU|',
        '# syn|tax=x\nFROM alpine',
        'FROM alpine\nRUN a \\\n  # RU|\n b',
        'FROM alpine\nRUN a \\\n  |',
        'FROM alpine\nCOPY <<EOF /x\nRU|\nEOF\n',
        'FROM alpine\nWORKDIR /a|pp',
        'FROM alpine\nRUN echo "ap|t',
      ])
        assert.deepEqual(labelsIn(text), [], text);
    });
  });

  describe('of flags', () => {
    it('offers those that the instruction takes, and not those that are there', () => {
      assert.deepEqual(labelsIn('FROM --|'), ['--platform']);
      assert.deepEqual(labelsIn('FROM alpine\nHEALTHCHECK --interval=1s --|'), [
        '--timeout',
        '--start-period',
        '--start-interval',
        '--retries',
      ]);
      assert.deepEqual(labelsIn('FROM alpine\nCOPY a --|'), []);
    });

    it('writes what belongs to them', () => {
      assert.equal(completedTo('FROM alpine\nCOPY --fr|', '--from'), 'FROM alpine\nCOPY --from=');
      assert.equal(completedTo('FROM alpine\nCOPY --li|', '--link'), 'FROM alpine\nCOPY --link');
      assert.equal(completedTo('FROM alpine\nCOPY --fr|=x', '--from'), 'FROM alpine\nCOPY --from=x');
      const { edit } = completionIn('FROM alpine\nHEALTHCHECK --i|', '--interval');
      assert.deepEqual([edit.newText, edit.placeholders], ['--interval=30s', [{ start: 11, end: 14 }]]);
    });

    it('offers values where they are few', () => {
      assert.deepEqual(labelsIn('FROM alpine\nRUN --network=|'), ['default', 'none', 'host']);
      assert.ok(labelsIn('FROM --platform=|').includes('$BUILDPLATFORM'));
      assert.deepEqual(labelsIn('FROM node\nCOPY --chown=|').slice(0, 2), ['node:node', '1000:1000']);
    });
  });

  describe('of mounts', () => {
    it('offers the caches of what the command installs', () => {
      assert.deepEqual(labelsIn('FROM node\nRUN --mount=| npm ci').slice(0, 2), [
        'type=cache,target=/root/.npm',
        'type=cache',
      ]);
      assert.equal(labelsIn('FROM debian\nRUN --mount=|')[0], 'type=cache,target=/var/cache/apt,sharing=locked');
      assert.equal(labelsIn('FROM node\nUSER node\nRUN --mount=| npm ci')[0], 'type=cache');
    });

    it('goes on field by field', () => {
      assert.ok(labelsIn('FROM a\nRUN --mount=type=secret,|').includes('env'));
      assert.ok(!labelsIn('FROM a\nRUN --mount=type=secret,|').includes('sharing'));
      assert.ok(!labelsIn('FROM a\nRUN --mount=type=secret,id=x,|').includes('id'));
      assert.deepEqual(labelsIn('FROM a\nRUN --mount=type=cache,sharing=|,id=x ls'), ['shared', 'locked', 'private']);
      assert.equal(
        completedTo('FROM a AS b\nFROM c\nRUN --mount=type=bind,from=|,target=/x ls', 'b'),
        'FROM a AS b\nFROM c\nRUN --mount=type=bind,from=b,target=/x ls',
      );
    });
  });

  describe('of stages and images', () => {
    const stages = 'FROM golang AS Build\nFROM alpine AS test\n';

    it('offers the stages above, the nearest first', () => {
      assert.deepEqual(labelsIn(`${stages}FROM |`).slice(0, 2), ['test', 'Build']);
      assert.equal(completedTo(`${stages}FROM b|`, 'Build'), `${stages}FROM build`);
      assert.equal(completedTo(`${stages}COPY --from=b|`, 'Build'), `${stages}COPY --from=Build`);
      assert.ok(!labelsIn('FROM a AS b\nCOPY --from=|').includes('b'));
      assert.equal(labelsIn('FROM golang\nFROM alpine\nCOPY --from=|')[0], '0');
    });

    it('offers official images with their sizes', () => {
      assert.match(completionIn('FROM |', 'node').note ?? '', /^\d+ MB$/);
      assert.ok(labelsIn('FROM |').includes('scratch'));
      assert.equal(completionIn('FROM |', 'openjdk').deprecated, true);
    });

    it('offers tags: supported versions first, the newest first, the plain tag of each first', () => {
      const tags = labelsIn('FROM node:|');
      const at = (tag: string): number => tags.indexOf(tag);
      assert.ok(at('24') < at('24-slim') && at('24-slim') < at('22') && at('22') < at('latest'), tags.join(' '));
      assert.match(completionIn('FROM node:|', '22-alpine').note ?? '', /^\d+ MB$/);
      assert.match(completionIn('FROM node:|', '22-alpine').detail ?? '', /supported until 2027-04-30/);
      const ended = completionsIn('FROM alpine:|').filter(({ deprecated }) => deprecated);
      assert.ok(ended.every(({ note }) => note?.startsWith('ended')));
    });

    it('replaces the tag and keeps the rest', () => {
      assert.equal(completedTo('FROM node:22-al|pine AS x', '22-slim'), 'FROM node:22-slim AS x');
      assert.equal(completedTo('FROM docker.io/library/node:|', '24'), 'FROM docker.io/library/node:24');
      assert.deepEqual(labelsIn('FROM ghcr.io/a/node:|'), []);
      assert.deepEqual(labelsIn('FROM node:22@|'), []);
      assert.deepEqual(labelsIn('FROM node:22 |'), ['AS']);
    });
  });

  describe('of variables', () => {
    it('offers those that are set where the cursor is', () => {
      assert.deepEqual(labelsIn('FROM alpine\nARG B=1\nENV A=$B\nRUN echo $|\nENV C=1\n'), ['A', 'B']);
      assert.deepEqual(labelsIn('FROM alpine\nARG B=1\nENV A=1\nCMD echo $|'), ['A']);
      assert.deepEqual(labelsIn('FROM alpine AS a\nENV A=1\nFROM a\nWORKDIR $|'), ['A']);
      assert.deepEqual(labelsIn('FROM alpine\nRUN X=1; echo $|'), ['X']);
      assert.ok(labelsIn('ARG V=1\nFROM alpine:$|').includes('V'));
      assert.equal(completionIn('FROM alpine\nENV A=1\nRUN echo $|', 'A').detail, '= 1');
    });

    it('closes a brace that is open', () => {
      assert.equal(completedTo(`FROM alpine\nENV A=1\nRUN echo \${|`, 'A'), `FROM alpine\nENV A=1\nRUN echo \${A}`);
      assert.equal(completedTo(`FROM alpine\nENV A=1\nRUN echo \${|}`, 'A'), `FROM alpine\nENV A=1\nRUN echo \${A}`);
      assert.equal(
        completedTo(`FROM alpine\nENV A=1\nRUN echo \${x|:-1}`, 'A'),
        `FROM alpine\nENV A=1\nRUN echo \${A:-1}`,
      );
    });

    it('is silent where nobody expands them', () => {
      for (const line of ["RUN echo '$|", 'CMD ["$|"]', 'RUN echo \\$|', "COPY <<'E' /x\n$|\nE"])
        assert.deepEqual(labelsIn(`FROM alpine\nENV A=1\n${line}`), [], line);
    });

    it('offers what a stage can declare', () => {
      assert.equal(labelsIn('ARG V=1\nFROM alpine\nARG |')[0], 'V');
      assert.ok(labelsIn('FROM alpine\nARG |').includes('TARGETARCH'));
      assert.ok(!labelsIn('FROM alpine\nARG TARGETARCH\nARG |').includes('TARGETARCH'));
    });
  });

  describe('of commands', () => {
    it('offers the package manager that the parent has', () => {
      assert.deepEqual(labelsIn('FROM alpine\nRUN |'), ['apk']);
      assert.ok(labelsIn('FROM node:22-slim\nRUN echo a && |').includes('apt-get'));
      assert.deepEqual(labelsIn('FROM alpine\nRUN echo |'), []);
      assert.deepEqual(labelsIn('FROM scratch\nRUN |'), []);
    });

    it('offers what it takes, and not what is there', () => {
      assert.deepEqual(labelsIn('FROM alpine\nRUN apk |'), ['add', 'update', 'upgrade', 'del']);
      assert.deepEqual(labelsIn('FROM debian\nRUN apt-get install -|').slice(0, 2), ['-y', '--no-install-recommends']);
      assert.equal(
        labelsIn('FROM debian\nRUN apt-get update && \\\n    apt-get install -y --|')[0],
        '--no-install-recommends',
      );
      assert.equal(labelsIn('FROM alpine\nRUN <<EOF\napk add --|\nEOF\n')[0], '--no-cache');
      assert.equal(labelsIn('FROM node\nRUN npm ci --|')[0], '--omit=dev');
      assert.ok(!labelsIn('FROM alpine\nRUN apk add --| --no-cache').includes('--no-cache'));
    });

    it('is silent in another language', () => {
      assert.deepEqual(labelsIn('FROM alpine\nSHELL ["pwsh", "-c"]\nRUN |'), []);
      assert.deepEqual(labelsIn('FROM alpine\nRUN <<EOF python3\na|\nEOF\n'), []);
    });
  });

  describe('of the rest', () => {
    it('offers users, the ports that are listened on, and signals', () => {
      assert.deepEqual(labelsIn('FROM debian\nRUN useradd -u 1001 app\nUSER |').slice(0, 2), ['app', '1001']);
      assert.deepEqual(labelsIn('FROM nginx\nEXPOSE |'), ['80']);
      assert.deepEqual(labelsIn('FROM python\nCMD ["gunicorn", "-b", "0.0.0.0:8000", "a:b"]\nEXPOSE |'), ['8000']);
      assert.deepEqual(labelsIn('FROM nginx\nEXPOSE 80 |'), []);
      assert.deepEqual(labelsIn('FROM nginx\nSTOPSIGNAL |').slice(0, 2), ['SIGQUIT', 'SIGTERM']);
      assert.deepEqual(labelsIn('FROM nginx\nHEALTHCHECK |'), ['CMD', 'NONE']);
    });

    it('offers forms to fill in', () => {
      assert.deepEqual(labelsIn('FROM alpine\nCMD |'), ['["program"]']);
      assert.deepEqual(labelsIn('FROM alpine\nENTRYPOINT ["x"]\nCMD |'), ['["argument"]']);
      assert.deepEqual(labelsIn('FROM alpine\nSHELL |'), ['["/bin/sh", "-o", "pipefail", "-c"]']);
      assert.deepEqual(labelsIn('FROM debian\nSHELL |'), ['["/bin/bash", "-o", "pipefail", "-c"]']);
      assert.deepEqual(labelsIn('FROM scratch\nSHELL |'), []);
    });

    it('offers keys of labels that are not there', () => {
      assert.equal(labelsIn('FROM alpine\nLABEL |')[0], 'org.opencontainers.image.title');
      assert.ok(
        !labelsIn('FROM alpine\nLABEL org.opencontainers.image.title=x |').includes('org.opencontainers.image.title'),
      );
    });
  });
});
