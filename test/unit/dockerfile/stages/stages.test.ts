import assert from 'node:assert/strict';
import type { Inherited, Stage } from '../../../../server/src/dockerfile/model/dockerfile';
import { parseDockerfile } from '../../../../server/src/dockerfile/model/parse';

const stagesOf = (...lines: readonly string[]): readonly Stage[] => parseDockerfile(`${lines.join('\n')}\n`).stages;

function stageOf(index: number, ...lines: readonly string[]): Stage {
  const stage = stagesOf(...lines).at(index);
  assert.ok(stage !== undefined);
  return stage;
}

const last = (...lines: readonly string[]): Stage => stageOf(-1, ...lines);

const value = (inherited: Inherited<string | undefined> | undefined): string | undefined => inherited?.value;
const values = (inherited: readonly Inherited<string>[]): readonly string[] => inherited.map((one) => one.value);

function parentIndex({ parent }: Stage): number | undefined {
  return parent.kind === 'stage' ? parent.stage.index : undefined;
}

function parentImage({ parent }: Stage): string | undefined {
  return parent.kind === 'image' ? parent.reference.resolved : undefined;
}

describe('stages', () => {
  it('are split at FROM', () => {
    const stages = stagesOf('ARG V=1', 'FROM a AS One', 'RUN x', '', 'FROM b', 'ONBUILD RUN y', 'CMD z');
    assert.deepEqual(
      stages.map(({ index, name, instructions }) => [index, name, instructions.map(({ keyword }) => keyword)]),
      [
        [0, 'one', ['RUN']],
        [1, undefined, ['ONBUILD', 'CMD']],
      ],
    );
    assert.deepEqual(stages[0]?.range, { start: 8, end: 27 });
  });

  it('are none without FROM', () => assert.deepEqual(stagesOf('RUN x'), []));
});

describe('the parent of a stage', () => {
  it('is an earlier stage', () => assert.equal(parentIndex(last('FROM a AS base', 'FROM base')), 0));

  it('is compared with names in lower case, as it is written', () => {
    assert.equal(parentIndex(last('FROM a AS Base', 'FROM base')), 0);
    assert.equal(parentIndex(last('FROM a AS base', 'FROM Base')), undefined);
    assert.equal(parentImage(last('FROM a AS base', 'FROM Base')), 'Base');
  });

  it('is the last stage of a name', () =>
    assert.equal(parentIndex(last('FROM a AS base', 'FROM b AS base', 'FROM base')), 1));

  it('is never itself or a later stage', () => {
    assert.equal(parentImage(last('FROM base AS base')), 'base');
    assert.equal(parentImage(stageOf(0, 'FROM later', 'FROM a AS later')), 'later');
    assert.equal(parentIndex(last('FROM a AS base', 'FROM base AS base')), 0);
  });

  it('is what the defaults of arguments say', () => {
    assert.equal(parentImage(last('ARG V=20', 'FROM node:$V')), 'node:20');
    assert.equal(parentImage(last('ARG V=20', `ARG I=node:\${V}-slim`, `FROM \${I}`)), 'node:20-slim');
    assert.equal(parentImage(last(`FROM \${I:-node:20}`)), 'node:20');
    assert.equal(parentIndex(last('ARG B=base', 'FROM a AS base', 'FROM $B')), 0);
  });

  it('is an image whose tag is not known, or not known at all', () => {
    const { parent } = last('ARG V', 'FROM node:$V');
    assert.ok(parent.kind === 'image');
    assert.equal(parent.reference.repository, 'node');
    assert.equal(parent.reference.resolved, undefined);
    assert.equal(parent.known, false);
    assert.deepEqual(last('FROM $IMAGE').parent, { kind: 'unknown' });
    assert.deepEqual(last('FROM').parent, { kind: 'unknown' });
  });

  it('is scratch', () => assert.deepEqual(last('FROM scratch AS x').parent, { kind: 'scratch' }));

  it('says whether the image is known', () => {
    const known = ({ parent }: Stage): boolean | undefined => (parent.kind === 'image' ? parent.known : undefined);
    assert.equal(known(last('FROM nginx')), true);
    assert.equal(known(last('FROM docker.io/library/nginx:1.27')), true);
    assert.equal(known(last('FROM example.com/nobody/knows:1')), false);
  });
});

describe('what a stage is for', () => {
  const flags = (name: 'shipped' | 'contributesLayers' | 'unused', ...lines: readonly string[]): readonly boolean[] =>
    stagesOf(...lines).map((stage) => stage[name]);

  it('the last one is shipped', () =>
    assert.deepEqual(flags('shipped', 'FROM a AS x', 'FROM b AS y', 'FROM c'), [false, false, true]));

  it('a target that the workspace names is shipped', () => {
    const { stages } = parseDockerfile('FROM a AS Dev\nFROM b AS prod\n', undefined, { targets: ['dev', 'other'] });
    assert.deepEqual(
      stages.map(({ shipped }) => shipped),
      [true, true],
    );
  });

  it('those that it is built from contribute their layers', () =>
    assert.deepEqual(
      flags('contributesLayers', 'FROM a AS x', 'FROM x AS y', 'FROM b AS z', 'FROM y', 'COPY --from=z p p'),
      [true, true, false, true],
    ));

  it('one that no other names is not used', () =>
    assert.deepEqual(
      flags(
        'unused',
        'FROM a AS parent',
        'FROM a AS copied',
        'FROM a AS mounted',
        'FROM a',
        'FROM a AS triggered',
        'FROM a AS itself',
        'COPY --from=itself a b',
        'FROM a AS left',
        'FROM parent',
        'COPY --from=COPIED a b',
        'COPY --from=3 a b',
        'RUN --mount=type=bind,from=mounted,target=/x y',
        'ONBUILD COPY --from=triggered a b',
      ),
      [false, false, false, false, false, true, true, false],
    ));
});

describe('what a stage inherits', () => {
  it('is the environment of its parents, with values from before each instruction', () => {
    const { environment } = last(
      'FROM a AS base',
      'ENV A=1 B=$A',
      `ENV B=$A C=\${A}x`,
      'FROM base',
      'ENV D=$C E=$UNKNOWN F="a b"',
      'ENV A=2',
    );
    assert.deepEqual(
      Object.entries(environment).map(([name, inherited]) => [
        name,
        inherited.value,
        inherited.instruction?.range.start !== undefined,
      ]),
      [
        ['A', '2', true],
        ['B', '1', true],
        ['C', '1x', true],
        ['D', '1x', true],
        ['E', '$UNKNOWN', true],
        ['F', 'a b', true],
      ],
    );
  });

  it('is the environment of a known image', () => {
    const { environment } = last('FROM tomcat');
    assert.ok(Object.values(environment).every(({ instruction }) => instruction === undefined));
    assert.ok(Object.keys(environment).length > 0);
  });

  it('takes any name for a variable', () => {
    const { environment } = last('FROM a', 'ENV __proto__=1 constructor=2');
    assert.equal(value(new Map(Object.entries(environment)).get('constructor')), '2');
    assert.equal(environment.toString, undefined);
    assert.equal(Object.keys(environment).length, 2);
  });

  it('is the arguments of its parents, ENV being stronger', () => {
    const stage = last('ARG G=g', 'FROM a AS base', 'ARG G', 'ARG A=1 N', 'ENV A=2', 'FROM base', 'ENV X=$A$G');
    assert.equal(value(stage.environment.X), '2g');
    assert.equal(value(stage.arguments.G), 'g');
    assert.equal(value(stage.arguments.N), undefined);
    assert.ok('N' in stage.arguments);
    assert.equal('G' in last('ARG G=g', 'FROM a').arguments, false);
  });

  it('is the user', () => {
    assert.equal(value(last('FROM a AS base', 'USER one', 'USER two', 'FROM base').user), 'two');
    assert.equal(value(last('FROM a', 'ARG U=app', `USER \${U}:x`).user), 'app:x');
    assert.equal(last('FROM debian').user, undefined);
    assert.deepEqual(last('FROM jenkins/jenkins').user?.instruction, undefined);
  });

  it('is the directory, each relative one below the last', () => {
    assert.equal(value(last('FROM debian', 'WORKDIR /a', 'WORKDIR b/./c', 'WORKDIR ../d').workingDirectory), '/a/b/d');
    assert.equal(value(last('FROM debian', 'WORKDIR a').workingDirectory), '/a');
    assert.equal(value(last('FROM scratch', 'WORKDIR a').workingDirectory), '/a');
    assert.equal(value(last('FROM example.com/x', 'WORKDIR a').workingDirectory), 'a');
    assert.equal(value(last('FROM x AS y', 'WORKDIR /a', 'FROM y', 'WORKDIR b').workingDirectory), '/a/b');
    assert.equal(value(last('FROM x', 'WORKDIR C:\\app').workingDirectory), 'C:app');
    assert.equal(value(last('FROM x', 'WORKDIR $HOME', 'WORKDIR b').workingDirectory), '$HOME/b');
    assert.equal(last('FROM debian').workingDirectory, undefined);
    assert.equal(value(last('FROM tomcat').workingDirectory), '/usr/local/tomcat');
  });

  it('is the shell', () => {
    const stage = last('FROM a AS base', 'SHELL ["/bin/bash", "-c"]', 'FROM base', 'SHELL ["/bin/ash", "-c"]');
    assert.deepEqual(stage.initialShell.words, ['/bin/bash', '-c']);
    assert.deepEqual(stage.shell.words, ['/bin/ash', '-c']);
    assert.equal(stage.shell.posix, true);
    assert.equal(last('FROM mcr.microsoft.com/windows/servercore:ltsc2022').shell.posix, false);
  });

  it('is ports, volumes, the stop signal and the health check', () => {
    const stage = last(
      'FROM nginx AS base',
      'EXPOSE 80/tcp 8080',
      'VOLUME /a ["b"]',
      'STOPSIGNAL SIGTERM',
      'HEALTHCHECK CMD x',
      'FROM base',
      'EXPOSE 8080 9090',
      'VOLUME ["/c"]',
    );
    assert.deepEqual(values(stage.exposed), ['80/tcp', '8080', '9090']);
    assert.deepEqual(values(stage.volumes), ['/a', '[b]', '/c']);
    assert.equal(value(stage.stopSignal), 'SIGTERM');
    assert.equal(stage.healthcheck?.none, false);
    assert.equal(value(last('FROM nginx').stopSignal), 'SIGQUIT');
    assert.deepEqual(values(last('FROM nginx').exposed), ['80/tcp']);
    assert.equal(last('FROM a', 'HEALTHCHECK CMD x', 'HEALTHCHECK NONE').healthcheck?.none, true);
  });
});

describe('hostile files', () => {
  const soon = (name: string, text: () => string): void => {
    it(name, function () {
      this.timeout(10_000);
      const { stages } = parseDockerfile(text());
      assert.ok(stages.length > 0);
    });
  };

  soon('a long chain of stages with variables', () => {
    let text = 'FROM a AS s0\n';
    for (let index = 1; index < 8000; index++)
      text += `ENV V${index}=1\nFROM s${index - 1} AS s${index}\nEXPOSE ${index}\n`;
    return text;
  });

  soon('one stage with many variables, and many upon it', () => {
    let text = 'FROM a AS base\n';
    for (let index = 0; index < 5000; index++) text += `ENV V${index}=$V${index - 1}\n`;
    for (let index = 0; index < 5000; index++) text += `FROM base\nENV W=1\n`;
    return text;
  });

  soon('many references to one stage', () => {
    let text = 'FROM a AS base\nFROM b\n';
    for (let index = 0; index < 20_000; index++) text += 'COPY --from=base a b\n';
    return text;
  });
});
