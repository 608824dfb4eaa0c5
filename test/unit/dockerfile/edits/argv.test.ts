import assert from 'node:assert/strict';
import { editArgv } from '../../../../server/src/dockerfile/edits/argv';
import type { ArgvEdit } from '../../../../server/src/knowledge/argv-edits';
import { changes, type Edit, lines, refuses } from './edited';

const edit =
  (...edits: readonly ArgvEdit[]): Edit =>
  (dockerfile) => {
    const { program } = dockerfile.stages.at(-1)?.process ?? { program: [] };
    assert.ok(program.length > 0);
    return editArgv(dockerfile, program, edits);
  };

const check = (before: readonly string[], after: readonly string[], made: Edit): void =>
  changes(lines('FROM debian', ...before), lines('FROM debian', ...after), made, { except: ['onbuild'] });

describe('editing the words of a process', () => {
  const foreground = edit({ kind: 'append', words: ['-g', 'daemon off;'] });

  it('appends', () => {
    check(['CMD ["nginx"]'], ['CMD ["nginx", "-g", "daemon off;"]'], foreground);
    check(['CMD nginx -q'], ["CMD nginx -q -g 'daemon off;'"], foreground);
    check(['CMD exec nginx \\', '  -q'], ['CMD exec nginx \\', "  -q -g 'daemon off;'"], foreground);
    check(
      ['ENTRYPOINT ["tini", "--", "nginx"]'],
      ['ENTRYPOINT ["tini", "--", "nginx", "-g", "daemon off;"]'],
      foreground,
    );
    check(
      ['ENTRYPOINT ["nginx"]', 'CMD ["-q"]'],
      ['ENTRYPOINT ["nginx"]', 'CMD ["-q", "-g", "daemon off;"]'],
      foreground,
    );
    check(['CMD ["sh", "-c", "nginx"]'], [`CMD ["sh", "-c", "nginx -g 'daemon off;'"]`], foreground);
  });

  it('removes and replaces in one go', () => {
    const several = edit(
      { kind: 'remove', index: 1, count: 1 },
      { kind: 'replace', index: 3, count: 1, words: ['no'] },
      { kind: 'append', words: ['-x'] },
    );
    check(['CMD ["redis", "--fork", "--daemonize", "yes"]'], ['CMD ["redis", "--daemonize", "no", "-x"]'], several);
    check(['CMD redis --fork --daemonize yes'], ['CMD redis --daemonize no -x'], several);
  });

  it('replaces the last words by others', () => {
    const words = edit({ kind: 'remove', index: 1, count: 1 }, { kind: 'append', words: ['run'] });
    check(['CMD ["catalina.sh", "start"]'], ['CMD ["catalina.sh", "run"]'], words);
    check(['CMD catalina.sh start'], ['CMD catalina.sh run'], words);
  });

  it('replaces the whole command', () => {
    const whole = edit({ kind: 'replace', index: 0, count: 3, words: ['postgres', '-D', '/data'] });
    check(['CMD ["pg_ctl", "start", "-w"]'], ['CMD ["postgres", "-D", "/data"]'], whole);
    check(['CMD pg_ctl start -w'], ['CMD postgres -D /data'], whole);
  });

  it('is refused for words of a parent image', () => refuses('FROM nginx\n', foreground));
});
