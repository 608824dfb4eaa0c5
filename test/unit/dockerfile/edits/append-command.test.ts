import { appendCommand } from '../../../../server/src/dockerfile/edits/append-command';
import { changes, commandWith, type Edit, type Expectation, lines, refuses } from './edited';

const clean: Edit = (dockerfile) =>
  appendCommand(dockerfile, commandWith(dockerfile, 'install'), 'rm -rf /var/lib/apt/lists/*');

const appends = (before: readonly string[], after: readonly string[], expected: Expectation = {}): void =>
  changes(lines('FROM debian', ...before), lines('FROM debian', ...after), clean, expected);

describe('appending a command', () => {
  it('stays on the line of a single line', () =>
    appends(
      ['RUN apt-get update && apt-get install -y nginx'],
      ['RUN apt-get update && apt-get install -y nginx && rm -rf /var/lib/apt/lists/*'],
    ));

  it('goes right behind the command when others follow', () =>
    appends(
      ['RUN apt-get update && apt-get install -y nginx && make'],
      ['RUN apt-get update && apt-get install -y nginx && rm -rf /var/lib/apt/lists/* && make'],
    ));

  it('starts a line like its neighbours, operators first', () =>
    appends(
      ['RUN apt-get update \\', ' && apt-get install -y nginx \\', ' && make', 'CMD ["nginx"]'],
      [
        'RUN apt-get update \\',
        ' && apt-get install -y nginx \\',
        ' && rm -rf /var/lib/apt/lists/* \\',
        ' && make',
        'CMD ["nginx"]',
      ],
    ));

  it('starts a line like its neighbours, operators last', () =>
    appends(
      ['RUN apt-get update && \\', '\tapt-get install -y nginx && \\', '\tmake'],
      ['RUN apt-get update && \\', '\tapt-get install -y nginx && \\', '\trm -rf /var/lib/apt/lists/* && \\', '\tmake'],
    ));

  it('continues the last command of a list whose operators are last', () =>
    appends(
      ['RUN apt-get update && \\', '    apt-get install -y nginx'],
      ['RUN apt-get update && \\', '    apt-get install -y nginx && \\', '    rm -rf /var/lib/apt/lists/*'],
    ));

  it('starts a line behind a command of several lines', () =>
    appends(
      ['RUN apt-get update && apt-get install -y \\', '  curl \\', '  # for the web', '  nginx'],
      [
        'RUN apt-get update && apt-get install -y \\',
        '  curl \\',
        '  # for the web',
        '  nginx \\',
        '  && rm -rf /var/lib/apt/lists/*',
      ],
    ));

  it('does not go behind a comment line that follows', () =>
    appends(
      ['RUN apt-get update \\', '    && apt-get install -y nginx \\', '    # then build', '    && make'],
      [
        'RUN apt-get update \\',
        '    && apt-get install -y nginx \\',
        '    && rm -rf /var/lib/apt/lists/* \\',
        '    # then build',
        '    && make',
      ],
    ));

  it('goes in front of a comment at the end of the line', () =>
    appends(
      ['RUN apt-get install -y nginx # the server'],
      ['RUN apt-get install -y nginx && rm -rf /var/lib/apt/lists/* # the server'],
    ));

  it('takes the style of the other lists of the file', () =>
    appends(
      ['RUN make \\', '  && make test', 'RUN apt-get install -y \\', '      nginx'],
      [
        'RUN make \\',
        '  && make test',
        'RUN apt-get install -y \\',
        '      nginx \\',
        '  && rm -rf /var/lib/apt/lists/*',
      ],
    ));

  it('keeps continuations in their column', () =>
    appends(
      [
        'RUN apt-get update            \\',
        ' && apt-get install -y nginx  \\',
        ' && make                      \\',
        ' && true',
      ],
      [
        'RUN apt-get update            \\',
        ' && apt-get install -y nginx  \\',
        ' && rm -rf /var/lib/apt/lists/* \\',
        ' && make                      \\',
        ' && true',
      ],
      { except: ['onbuild'] },
    ));

  it('keeps a tab in front of the continuation', () =>
    appends(
      ['RUN apt-get update\t\\', '\t&& apt-get install -y nginx\t\\', '\t&& make'],
      [
        'RUN apt-get update\t\\',
        '\t&& apt-get install -y nginx\t\\',
        '\t&& rm -rf /var/lib/apt/lists/*\t\\',
        '\t&& make',
      ],
    ));

  it('uses the escape character of the file', () =>
    changes(
      lines('# escape=`', 'FROM debian', 'RUN apt-get update `', '    && apt-get install -y nginx'),
      lines(
        '# escape=`',
        'FROM debian',
        'RUN apt-get update `',
        '    && apt-get install -y nginx `',
        '    && rm -rf /var/lib/apt/lists/*',
      ),
      clean,
    ));

  it('becomes a statement where the shell stops at failures', () =>
    appends(
      ['RUN set -eux; \\', '\tapt-get update; \\', '\tapt-get install -y nginx; \\', '\tmake'],
      [
        'RUN set -eux; \\',
        '\tapt-get update; \\',
        '\tapt-get install -y nginx; \\',
        '\trm -rf /var/lib/apt/lists/*; \\',
        '\tmake',
      ],
    ));

  it('becomes the last statement', () =>
    appends(
      ['RUN set -eux; \\', '\tapt-get install -y nginx'],
      ['RUN set -eux; \\', '\tapt-get install -y nginx; \\', '\trm -rf /var/lib/apt/lists/*'],
    ));

  it('goes behind a semicolon on a line of its own', () =>
    appends(
      ['RUN set -eux; \\', '\tapt-get install -y \\', '\t\tnginx \\', '\t; \\', '\tmake'],
      [
        'RUN set -eux; \\',
        '\tapt-get install -y \\',
        '\t\tnginx \\',
        '\t; \\',
        '\trm -rf /var/lib/apt/lists/*; \\',
        '\tmake',
      ],
    ));

  it('stays in a list that starts with set -e', () =>
    appends(
      ['RUN set -ex && apt-get update && apt-get install -y nginx'],
      ['RUN set -ex && apt-get update && apt-get install -y nginx && rm -rf /var/lib/apt/lists/*'],
    ));

  it('becomes a statement between statements on one line', () =>
    appends(
      ['RUN apt-get update; apt-get install -y nginx; make'],
      ['RUN apt-get update; apt-get install -y nginx; rm -rf /var/lib/apt/lists/*; make'],
    ));

  it('keeps the status of the last command', () =>
    appends(
      ['RUN apt-get update; apt-get install -y nginx'],
      ['RUN apt-get update; apt-get install -y nginx && rm -rf /var/lib/apt/lists/*'],
    ));

  it('goes behind what stands in for the command', () =>
    appends(
      ['RUN apt-get install -y nginx || apt-get install -y apache2 && make'],
      ['RUN apt-get install -y nginx || apt-get install -y apache2 && rm -rf /var/lib/apt/lists/* && make'],
    ));

  it('goes behind the whole pipeline', () =>
    appends(
      ['RUN apt-get install -y nginx | tee log && make'],
      ['RUN apt-get install -y nginx | tee log && rm -rf /var/lib/apt/lists/* && make'],
    ));

  it('stays in a group, a subshell or a branch', () => {
    appends(
      ['RUN { apt-get install -y nginx; } && make'],
      ['RUN { apt-get install -y nginx && rm -rf /var/lib/apt/lists/*; } && make'],
    );
    appends(
      ['RUN (cd /x; apt-get install -y nginx) && make'],
      ['RUN (cd /x; apt-get install -y nginx && rm -rf /var/lib/apt/lists/*) && make'],
    );
    appends(
      ['RUN if [ -f x ]; then apt-get install -y nginx; else make; fi'],
      ['RUN if [ -f x ]; then apt-get install -y nginx && rm -rf /var/lib/apt/lists/*; else make; fi'],
    );
  });

  it('stays in a branch of several lines', () =>
    appends(
      [
        'RUN set -e; \\',
        '    if [ -f x ]; then \\',
        '        apt-get update; \\',
        '        apt-get install -y nginx; \\',
        '    fi; \\',
        '    make',
      ],
      [
        'RUN set -e; \\',
        '    if [ -f x ]; then \\',
        '        apt-get update; \\',
        '        apt-get install -y nginx; \\',
        '        rm -rf /var/lib/apt/lists/*; \\',
        '    fi; \\',
        '    make',
      ],
    ));

  it('stays in the string of a shell', () => {
    appends(
      ["RUN bash -c 'apt-get update && apt-get install -y nginx'"],
      ["RUN bash -c 'apt-get update && apt-get install -y nginx && rm -rf /var/lib/apt/lists/*'"],
    );
    appends(
      ['RUN bash -c "apt-get install -y nginx"'],
      ['RUN bash -c "apt-get install -y nginx && rm -rf /var/lib/apt/lists/*"'],
    );
  });

  it('starts a line below mounts', () =>
    appends(
      ['RUN --mount=type=cache,target=/var/cache/apt \\', '    apt-get install -y nginx'],
      [
        'RUN --mount=type=cache,target=/var/cache/apt \\',
        '    apt-get install -y nginx \\',
        '    && rm -rf /var/lib/apt/lists/*',
      ],
    ));

  it('starts a line in a here-document that stops at failures', () =>
    appends(
      ['RUN <<EOF', 'set -e', '  apt-get install -y nginx # the server', 'EOF', 'USER www-data'],
      [
        'RUN <<EOF',
        'set -e',
        '  apt-get install -y nginx # the server',
        '  rm -rf /var/lib/apt/lists/*',
        'EOF',
        'USER www-data',
      ],
    ));

  it('keeps the status of a here-document that does not stop', () =>
    appends(
      ['RUN <<EOF', 'apt-get update', 'apt-get install -y nginx', 'EOF'],
      ['RUN <<EOF', 'apt-get update', 'apt-get install -y nginx && rm -rf /var/lib/apt/lists/*', 'EOF'],
    ));

  it('stays in a list of a here-document', () =>
    appends(
      ['RUN <<EOF', 'apt-get update &&', '  apt-get install -y nginx &&', '  make', 'EOF'],
      [
        'RUN <<EOF',
        'apt-get update &&',
        '  apt-get install -y nginx &&',
        '  rm -rf /var/lib/apt/lists/* &&',
        '  make',
        'EOF',
      ],
    ));

  it('obeys a SHELL that stops at failures', () =>
    appends(
      ['SHELL ["/bin/bash", "-eo", "pipefail", "-c"]', 'RUN apt-get install -y nginx; make'],
      [
        'SHELL ["/bin/bash", "-eo", "pipefail", "-c"]',
        'RUN apt-get install -y nginx; rm -rf /var/lib/apt/lists/*; make',
      ],
      { except: ['onbuild'] },
    ));

  it('goes before the end of a background list', () =>
    appends(
      ['RUN apt-get install -y nginx & wait'],
      ['RUN apt-get install -y nginx && rm -rf /var/lib/apt/lists/* & wait'],
    ));

  it('knows where a failure does not stop the shell', () => {
    appends(
      ['RUN set -e; (apt-get install -y nginx || make) || ls'],
      ['RUN set -e; (apt-get install -y nginx || make && rm -rf /var/lib/apt/lists/*) || ls'],
    );
    appends(
      ['RUN set -e; if [ -f x ]; then apt-get update && apt-get install -y nginx; fi'],
      ['RUN set -e; if [ -f x ]; then apt-get update && apt-get install -y nginx && rm -rf /var/lib/apt/lists/*; fi'],
    );
    appends(
      ['RUN set -e; if [ -f x ]; then apt-get update && apt-get install -y nginx; fi; make'],
      [
        'RUN set -e; if [ -f x ]; then apt-get update && apt-get install -y nginx; rm -rf /var/lib/apt/lists/*; fi; make',
      ],
    );
    refuses(lines('FROM debian', 'RUN set -e; for x in a b; do make && apt-get install -y $x; done'), clean);
  });

  it('is refused in a substitution and in a script with an error', () => {
    refuses(lines('FROM debian', 'RUN x=$(apt-get install -y nginx)'), clean);
    refuses(lines('FROM debian', 'RUN if true; then apt-get install -y nginx'), clean);
  });
});
