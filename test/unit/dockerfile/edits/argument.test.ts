import assert from 'node:assert/strict';
import {
  insertAfter,
  insertBefore,
  removeArguments,
  removeWithin,
  replaceArgument,
  replaceWithin,
} from '../../../../server/src/dockerfile/edits/argument';
import type { Dockerfile } from '../../../../server/src/dockerfile/model/dockerfile';
import { execArguments } from '../../../../server/src/dockerfile/model/process';
import type { Argument } from '../../../../server/src/shell/command-line';
import { literalArgument } from '../../../../server/src/shell/command-line';
import { changes, type Edit, type Expectation, instructionsOf, lines, refuses } from './edited';

/** The first argument of a `RUN`, a `CMD` or an `ENTRYPOINT` that has a value. */
function argument(dockerfile: Dockerfile, value: string): Argument {
  const found = instructionsOf(dockerfile)
    .flatMap((instruction): readonly Argument[] => {
      if (instruction.keyword === 'RUN') return instruction.commands.flatMap(({ words }) => words);
      if (!('command' in instruction) || instruction.command?.form !== 'exec') return [];
      return execArguments(instruction.command, dockerfile.text);
    })
    .concat(dockerfile.stages.at(-1)?.process?.program ?? [])
    .find((one) => one.value === value);
  assert.ok(found !== undefined, `there is an argument ${value}`);
  return found;
}

const on =
  (edit: (dockerfile: Dockerfile, at: Argument) => ReturnType<Edit>, value: string): Edit =>
  (dockerfile) =>
    edit(dockerfile, argument(dockerfile, value));

const check = (before: readonly string[], after: readonly string[], edit: Edit, expected: Expectation = {}): void =>
  changes(lines('FROM debian', ...before), lines('FROM debian', ...after), edit, expected);

describe('adding arguments', () => {
  const yes = on((dockerfile, at) => insertAfter(dockerfile, at, ['-y']), 'install');

  it('puts a word behind another one', () => {
    check(['RUN apt-get install nginx'], ['RUN apt-get install -y nginx'], yes);
    check(['RUN apt-get install \\', '    nginx'], ['RUN apt-get install -y \\', '    nginx'], yes);
    check(['RUN apt-get \\', '  install'], ['RUN apt-get \\', '  install -y'], yes);
  });

  it('quotes what a shell would not leave as it is', () =>
    check(
      ['RUN nginx -t'],
      ["RUN nginx -g 'daemon off;' -t"],
      on((dockerfile, at) => insertAfter(dockerfile, at, ['-g', 'daemon off;']), 'nginx'),
    ));

  it('fits into the quotes around a script', () => {
    const foreground = on((dockerfile, at) => insertAfter(dockerfile, at, ['-g', 'daemon off;']), 'nginx');
    check(["RUN sh -c 'nginx -t'"], [`RUN sh -c 'nginx -g "daemon off;" -t'`], foreground);
    check(['RUN sh -c "nginx -t"'], [`RUN sh -c "nginx -g 'daemon off;' -t"`], foreground);
    check(['CMD ["sh", "-c", "exec nginx"]'], [`CMD ["sh", "-c", "exec nginx -g 'daemon off;'"]`], foreground, {
      except: ['onbuild'],
    });
    refuses(
      lines('FROM debian', "RUN sh -c 'nginx -t'"),
      on((dockerfile, at) => insertAfter(dockerfile, at, ['$x']), 'nginx'),
    );
  });

  it('puts words into a JSON array', () => {
    const foreground = on((dockerfile, at) => insertAfter(dockerfile, at, ['-g', 'daemon off;']), 'nginx');
    check(['CMD ["nginx"]'], ['CMD ["nginx", "-g", "daemon off;"]'], foreground);
    check(['CMD ["nginx","-t"]'], ['CMD ["nginx","-g","daemon off;","-t"]'], foreground);
    check(['CMD [ "nginx" , "-t" ]'], ['CMD [ "nginx" , "-g" , "daemon off;" , "-t" ]'], foreground);
    check(
      ['ENTRYPOINT ["a","b"]', 'CMD ["nginx"]'],
      ['ENTRYPOINT ["a","b"]', 'CMD ["nginx","-g","daemon off;"]'],
      foreground,
    );
    check(
      ['CMD ["nginx", \\', '     # test', '     "-t"]'],
      ['CMD ["nginx", \\', '     "-g", \\', '     "daemon off;", \\', '     # test', '     "-t"]'],
      foreground,
    );
  });

  it('puts words in front', () => {
    const exec = on((dockerfile, at) => insertBefore(dockerfile, at, ['tini', '--']), 'nginx');
    check(['RUN nginx -t'], ['RUN tini -- nginx -t'], exec);
    check(['CMD ["nginx", "-t"]'], ['CMD ["tini", "--", "nginx", "-t"]'], exec);
  });

  it('is refused where the argument is not in the document', () =>
    refuses(lines('FROM debian'), (dockerfile) => insertAfter(dockerfile, literalArgument('nginx'), ['-t'])));
});

describe('removing arguments', () => {
  const quiet = on((dockerfile, at) => removeArguments(dockerfile, [at]), '-q');

  it('takes the blank along', () => {
    check(['RUN apt-get -q install  nginx'], ['RUN apt-get install  nginx'], quiet);
    check(['RUN apt-get install nginx -q'], ['RUN apt-get install nginx'], quiet);
    check(['RUN apt-get install -q\\', '  nginx'], ['RUN apt-get install\\', '  nginx'], quiet);
  });

  it('takes a line that it has alone along', () => {
    check(['RUN apt-get install \\', '  -q \\', '  nginx'], ['RUN apt-get install \\', '  nginx'], quiet);
    check(
      ['RUN apt-get install \\', '  nginx \\', '  -q', 'USER x'],
      ['RUN apt-get install \\', '  nginx', 'USER x'],
      quiet,
    );
    check(
      ['RUN apt-get install \\', '  nginx \\', '  # hush', '  -q', 'USER x'],
      ['RUN apt-get install \\', '  nginx', '  # hush', 'USER x'],
      quiet,
    );
  });

  it('keeps what else is on the line', () =>
    check(
      ['RUN apt-get install \\', '  -q nginx \\', '  curl'],
      ['RUN apt-get install \\', '  nginx \\', '  curl'],
      quiet,
    ));

  it('takes words out of a here-document', () =>
    check(
      ['RUN <<EOF', 'apt-get install \\', '  nginx \\', '  -q', 'make', 'EOF'],
      ['RUN <<EOF', 'apt-get install \\', '  nginx', 'make', 'EOF'],
      quiet,
    ));

  it('takes words out of a JSON array', () => {
    check(['CMD ["nginx", "-q", "-t"]'], ['CMD ["nginx", "-t"]'], quiet);
    check(['CMD ["nginx", "-q"]'], ['CMD ["nginx"]'], quiet);
    check(['CMD [ "-q", "nginx" ]'], ['CMD [ "nginx" ]'], quiet);
    check(['CMD ["nginx", \\', '  "-q", \\', '  "-t"]'], ['CMD ["nginx", \\', '  "-t"]'], quiet);
    check(['CMD ["nginx", \\', '  "-t", \\', '  "-q" \\', ']'], ['CMD ["nginx", \\', '  "-t" \\', ']'], quiet);
    check(
      ['CMD ["nginx", \\', '  # hush', '  "-q", \\', '  "-t"]'],
      ['CMD ["nginx", \\', '  # hush', '  "-t"]'],
      quiet,
    );
  });

  it('takes several words out at once', () => {
    const both: Edit = (dockerfile) =>
      removeArguments(dockerfile, [
        argument(dockerfile, '--fork'),
        argument(dockerfile, '--logpath'),
        argument(dockerfile, '/log'),
      ]);
    check(['CMD ["mongod", "--fork", "--port", "1", "--logpath", "/log"]'], ['CMD ["mongod", "--port", "1"]'], both);
    check(['RUN mongod --fork --port 1 --logpath /log'], ['RUN mongod --port 1'], both);
    check(
      ['CMD ["mongod", "--fork", \\', '  "--logpath", "/log", \\', '  "--port", "1"]'],
      ['CMD ["mongod", \\', '  "--port", "1"]'],
      both,
    );
  });

  it('takes one letter out of a cluster', () => {
    const letter = on((_, at) => removeWithin(at, 1, 2), '-De');
    check(['CMD ["sshd", "-De"]'], ['CMD ["sshd", "-e"]'], letter);
    check(['RUN sshd -De'], ['RUN sshd -e'], letter);
    check(["RUN sshd '-De'"], ["RUN sshd '-e'"], letter);
  });
});

describe('replacing arguments', () => {
  it('keeps the quotes', () => {
    const no = on((dockerfile, at) => replaceArgument(dockerfile, at, ['no']), 'yes');
    check(['RUN redis --daemonize yes'], ['RUN redis --daemonize no'], no);
    check(['RUN redis --daemonize "yes"'], ['RUN redis --daemonize "no"'], no);
    check(["RUN redis --daemonize 'yes'"], ["RUN redis --daemonize 'no'"], no);
    check(['CMD ["redis", "--daemonize", "yes"]'], ['CMD ["redis", "--daemonize", "no"]'], no);
  });

  it('replaces one by several', () => {
    const several = on((dockerfile, at) => replaceArgument(dockerfile, at, ['run', 'a b']), 'start');
    check(['CMD ["catalina.sh","start"]'], ['CMD ["catalina.sh","run","a b"]'], several);
    check(['RUN catalina.sh start'], ["RUN catalina.sh run 'a b'"], several);
  });

  it('replaces a part of a value', () => {
    const part = on((dockerfile, at) => replaceWithin(dockerfile, at, 10, 14, '-'), '--logfile=/log');
    check(['RUN gunicorn --logfile=/log'], ['RUN gunicorn --logfile=-'], part);
    check(['RUN gunicorn "--logfile=/log"'], ['RUN gunicorn "--logfile=-"'], part);
    check(['CMD ["gunicorn", "--logfile=\\u002Flog"]'], ['CMD ["gunicorn", "--logfile=-"]'], part);
    const blank = on((dockerfile, at) => replaceWithin(dockerfile, at, 10, 14, 'a b'), '--logfile=/log');
    check(["RUN gunicorn '--logfile=/log'"], ["RUN gunicorn '--logfile=a b'"], blank);
    check(['CMD ["gunicorn", "--logfile=/log"]'], ['CMD ["gunicorn", "--logfile=a b"]'], blank);
    refuses(lines('FROM debian', 'RUN gunicorn --logfile=/log'), blank);
  });
});
