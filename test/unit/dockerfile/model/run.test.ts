import assert from 'node:assert/strict';
import { runsOf } from '../../../../server/src/dockerfile/model/lookups';
import { parseDockerfile } from '../../../../server/src/dockerfile/model/parse';
import { commandLines, cut, only, rangeOfPassage, triggered } from './reading';

const interpreters = (text: string): readonly string[] =>
  runsOf(parseDockerfile(text)).map(({ interpreter }) => interpreter);

describe('RUN', () => {
  describe('commands', () => {
    it('are found in lists, groups, conditions, loops and substitutions', () => {
      const text =
        'FROM a\nRUN set -ex; { a && (b || c); } | d; if e; then f; else g; fi; for x in $(h); do i; done; case x in y) j;; esac\n';
      assert.deepEqual(
        only(text, 'RUN').commands.map(({ name }) => name),
        ['set', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'],
      );
    });

    it('have ranges over continued lines', () => {
      const text =
        'FROM a\nRUN apt-get update && \\\n    # why\n    apt-get install -y \\\n      curl=1.0 \\\n && rm x\n';
      const [, install] = only(text, 'RUN').commands;
      assert.deepEqual(
        install?.words.map(({ value, range }) => [value, cut(text, range)]),
        [
          ['apt-get', 'apt-get'],
          ['install', 'install'],
          ['-y', '-y'],
          ['curl=1.0', 'curl=1.0'],
        ],
      );
      assert.deepEqual(install?.words[3]?.range, rangeOfPassage(text, 'curl=1.0'));
      assert.equal(install?.place.statement.operators[0]?.range.start, text.indexOf('&&'));
    });

    it('lose their wrappers', () => {
      const text = 'FROM a\nRUN A=1 sudo -E env B=2 /usr/bin/apt-get -y install "x y"\n';
      const [command] = only(text, 'RUN').commands;
      assert.equal(command?.name, 'apt-get');
      assert.deepEqual(
        command?.wrappers.map(({ name }) => name),
        ['sudo', 'env'],
      );
      assert.deepEqual(
        command?.words.map(({ value }) => value),
        ['/usr/bin/apt-get', '-y', 'install', 'x y'],
      );
      assert.deepEqual(command?.environment, { A: '1', B: '2' });
    });

    it('are found inside sh -c, with ranges in the document', () => {
      const text = `FROM a\nRUN DEBIAN_FRONTEND=x bash -o pipefail -c "apt-get update && apt-get install b"\n`;
      const { commands } = only(text, 'RUN');
      assert.deepEqual(commandLines(text), ['apt-get update', 'apt-get install b']);
      assert.deepEqual(
        commands.map(({ nested, wrappers, environment }) => [nested, wrappers.map(({ name }) => name), environment]),
        [
          [true, ['bash'], { DEBIAN_FRONTEND: 'x' }],
          [true, ['bash'], { DEBIAN_FRONTEND: 'x' }],
        ],
      );
      assert.deepEqual(commands[1]?.words[1]?.range, rangeOfPassage(text, 'install'));
    });

    it('are named for the module that Python runs', () => {
      assert.deepEqual(commandLines('FROM a\nRUN python3 -m pip install b && /usr/bin/python -u -m poetry c\n'), [
        'pip install b',
        'poetry c',
      ]);
      assert.deepEqual(commandLines('FROM a\nRUN python -m http.server && python x.py -m pip\n'), [
        'python -m http.server',
        'python x.py -m pip',
      ]);
      assert.equal(only('FROM a\nRUN python3 -m pip install b\n', 'RUN').commands[0]?.name, 'pip');
    });

    it('have no name when a variable decides', () => {
      const [command] = only('FROM a\nRUN $A b\n', 'RUN').commands;
      assert.equal(command?.name, undefined);
      assert.equal(command?.words[1]?.value, 'b');
    });

    it('leave out assignments alone', () => {
      assert.deepEqual(commandLines('FROM a\nRUN a="$(b c)"; d $a\n'), ['b c', 'd $a']);
    });

    it('know their RUN', () => {
      const run = only('FROM a\nRUN b\n', 'RUN');
      assert.equal(run.commands[0]?.run, run);
      assert.equal(run.commands[0]?.script, run.scripts[0]);
    });
  });

  describe('interpreter', () => {
    it('is a POSIX shell by default', () => {
      assert.deepEqual(interpreters('FROM a\nRUN b\nSHELL ["/bin/bash", "-o", "pipefail", "-c"]\nRUN c\n'), [
        'posix',
        'posix',
      ]);
      assert.deepEqual(interpreters('# escape=`\nFROM a\nRUN b\n'), ['posix']);
    });

    it('is what SHELL says', () => {
      const text = 'FROM a\nSHELL ["pwsh", "-Command"]\nRUN Get-Item x\nCMD y\nSHELL ["/bin/ash", "-c"]\nRUN z\n';
      assert.deepEqual(interpreters(text), ['other', 'posix']);
      const { command } = only(text, 'CMD');
      assert.ok(command.form === 'shell');
      assert.equal(command.script, undefined);
      assert.deepEqual(command.shell.words, ['pwsh', '-Command']);
      const [run] = runsOf(parseDockerfile(text));
      assert.deepEqual([run?.scripts, run?.commands], [[], []]);
    });

    it('takes no SHELL that is no exec form', () => {
      assert.deepEqual(interpreters('FROM a\nSHELL pwsh -Command\nRUN b\n'), ['posix']);
    });

    it('is that of Windows on its images', () => {
      for (const image of [
        'mcr.microsoft.com/windows/servercore:ltsc2022',
        'mcr.microsoft.com/windows',
        'mcr.microsoft.com/dotnet/sdk:8.0-nanoserver-ltsc2022',
        'golang:1.23-windowsservercore-ltsc2022',
        '--platform=windows/amd64 golang',
      ])
        assert.deepEqual(interpreters(`FROM ${image}\nRUN dir\n`), ['other'], image);
      assert.deepEqual(interpreters('FROM mcr.microsoft.com/dotnet/sdk:8.0\nRUN ls\n'), ['posix']);
    });

    it('is inherited by a stage from a stage, and from nothing else', () => {
      const text = `ARG N=one
FROM a AS One
SHELL ["pwsh", "-c"]
RUN 1
FROM one AS two
RUN 2
FROM \${N}
RUN 3
FROM a
RUN 4
`;
      assert.deepEqual(interpreters(text), ['other', 'other', 'other', 'posix']);
    });

    it('is what a comment for hadolint says', () => {
      assert.deepEqual(interpreters('# hadolint shell=powershell\nFROM a\nRUN 1\nFROM b\nRUN 2\n'), ['other', 'other']);
      assert.deepEqual(
        interpreters('FROM a\n# hadolint shell=pwsh\nRUN 1\n# hadolint shell = bash\nRUN 2\nFROM b\nRUN 3\n'),
        ['other', 'posix', 'posix'],
      );
    });
  });

  it('in exec form runs no script', () => {
    const run = only('FROM a\nRUN ["apt-get", "update"]\n', 'RUN');
    assert.deepEqual([run.scripts, run.commands, run.interpreter], [[], [], 'posix']);
  });
});

describe('ONBUILD', () => {
  it('holds an instruction with ranges of its own', () => {
    const text = 'FROM a\n# why\nONBUILD  RUN --network=none \\\n  # inner\n  apt-get update\n';
    const run = triggered(text, 'RUN');
    const onbuild = only(text, 'ONBUILD');
    assert.deepEqual(run.onbuild, onbuild.range);
    assert.equal(cut(text, run.keywordRange), 'RUN');
    assert.equal(cut(text, run.range), 'RUN --network=none \\\n  # inner\n  apt-get update');
    assert.equal(cut(text, run.argumentsRange), 'apt-get update');
    assert.equal(run.flags[0]?.name, 'network');
    assert.deepEqual(run.commands[0]?.words[1]?.range, rangeOfPassage(text, 'update'));
    assert.deepEqual(
      onbuild.comments.map((comment) => comment.text),
      ['why'],
    );
    assert.equal(onbuild.onbuild, undefined);
  });

  it('holds whatever stands there', () => {
    assert.equal(triggered('FROM a\nONBUILD COPY --from=b c d\n', 'COPY').from?.value, 'b');
    assert.equal(triggered('FROM a\nONBUILD FROM b\n', 'FROM').image?.value, 'b');
    assert.equal(triggered('FROM a\nONBUILD nonsense x\n', 'UNKNOWN').keywordText, 'nonsense');
    assert.equal(triggered('FROM a\nONBUILD ONBUILD RUN b\n', 'ONBUILD').trigger, undefined);
  });

  it('starts no stage and sets no shell', () => {
    const { instructions } = parseDockerfile('FROM a\nONBUILD FROM b\nONBUILD SHELL ["pwsh"]\nRUN c\n');
    assert.deepEqual(
      instructions.map(({ stage }) => stage),
      [0, 0, 0, 0],
    );
    assert.ok(instructions[3]?.keyword === 'RUN' && instructions[3].interpreter === 'posix');
  });
});
