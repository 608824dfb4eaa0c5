import assert from 'node:assert/strict';
import { rewriteForm } from '../../../../server/src/dockerfile/edits/rewrite-form';
import { changes, type Edit, type Expectation, instructionsOf, lines } from './edited';

const rewrite =
  (...argv: readonly string[]): Edit =>
  (dockerfile) => {
    const found = instructionsOf(dockerfile).find(
      (one) => one.keyword === 'CMD' || one.keyword === 'ENTRYPOINT' || one.keyword === 'HEALTHCHECK',
    );
    assert.ok(found?.keyword === 'CMD' || found?.keyword === 'ENTRYPOINT' || found?.keyword === 'HEALTHCHECK');
    return rewriteForm(dockerfile, found, argv);
  };

const check = (before: readonly string[], after: readonly string[], edit: Edit, expected: Expectation = {}): void =>
  changes(lines('FROM debian', ...before), lines('FROM debian', ...after), edit, expected);

describe('writing the exec form', () => {
  const nginx = rewrite('nginx', '-g', 'daemon off;');

  it('replaces the words and nothing else', () => {
    check([`CMD nginx -g 'daemon off;'`], ['CMD ["nginx", "-g", "daemon off;"]'], nginx);
    check([`  entrypoint   nginx -g 'daemon off;'  `], ['  entrypoint   ["nginx", "-g", "daemon off;"]  '], nginx);
    check(
      ['HEALTHCHECK --interval=5s \\', '  CMD nginx'],
      ['HEALTHCHECK --interval=5s \\', '  CMD ["nginx", "-g", "daemon off;"]'],
      nginx,
      { except: ['onbuild'] },
    );
  });

  it('escapes what JSON needs escaped', () =>
    check([`CMD echo '"\\'`], ['CMD ["echo", "\\"\\\\"]'], rewrite('echo', '"\\')));

  it('writes commas as the file does', () =>
    check(
      ['ENTRYPOINT nginx', 'SHELL ["a","b"]'],
      ['ENTRYPOINT ["nginx","-g","daemon off;"]', 'SHELL ["a","b"]'],
      nginx,
      {
        except: ['onbuild'],
      },
    ));

  it('becomes one line', () =>
    check(['CMD nginx \\', "  -g 'daemon off;'", 'USER x'], ['CMD ["nginx", "-g", "daemon off;"]', 'USER x'], nginx));

  it('keeps comment lines, below', () =>
    check(
      ['CMD nginx \\', '  # stay', "  -g 'daemon off;'", 'USER x'],
      ['CMD ["nginx", "-g", "daemon off;"]', '  # stay', 'USER x'],
      nginx,
    ));

  it('moves a comment behind it to a line above', () => {
    check(
      ['# the server', 'CMD nginx # stay'],
      ['# the server', '# stay', 'CMD ["nginx", "-g", "daemon off;"]'],
      nginx,
      {
        movesComment: true,
      },
    );
    check(['  CMD nginx \\', '    -g x # stay'], ['  # stay', '  CMD ["nginx", "-g", "daemon off;"]'], nginx, {
      movesComment: true,
    });
  });

  it('mends a malformed exec form', () => {
    check([`CMD ['nginx']`], ['CMD ["nginx", "-g", "daemon off;"]'], nginx);
    check([`CMD ["nginx",]`], ['CMD ["nginx", "-g", "daemon off;"]'], nginx);
  });
});
