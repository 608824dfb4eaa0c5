import { mountInsteadOfCopy } from '../../../../server/src/dockerfile/edits/mount-file';
import { instructionsOf as own } from '../../../../server/src/dockerfile/model/lookups';
import { changes, commandWith, type Edit, lines, refuses } from './edited';

const mount: Edit = (dockerfile) => {
  const [copy] = own(dockerfile, 'COPY');
  if (copy === undefined) return undefined;
  return mountInsteadOfCopy(dockerfile, copy, commandWith(dockerfile, 'rm'), '/tmp/a.deb');
};

describe('mounting a file instead of copying it', () => {
  it('takes the copy and the removal away', () =>
    changes(
      lines('FROM debian', 'COPY a.deb /tmp/', 'RUN dpkg -i /tmp/a.deb \\', ' && rm /tmp/a.deb', 'CMD ["a"]'),
      lines('FROM debian', 'RUN --mount=type=bind,source=a.deb,target=/tmp/a.deb dpkg -i /tmp/a.deb', 'CMD ["a"]'),
      mount,
      { instructions: -1, except: ['onbuild'] },
    ));

  it('keeps comments and flags', () =>
    changes(
      lines('FROM debian', '# it', 'COPY a.deb /tmp/', '', '# so', 'RUN --network=none x && rm /tmp/a.deb'),
      lines('FROM debian', '# it', '# so', 'RUN --mount=type=bind,source=a.deb,target=/tmp/a.deb --network=none x'),
      mount,
      { instructions: -1, except: ['onbuild'] },
    ));

  it('refuses what a mount would not do', () => {
    const refused = (...text: readonly string[]): void => refuses(lines('FROM debian', ...text), mount);
    refused('COPY --chown=a a.deb /tmp/', 'RUN x && rm /tmp/a.deb');
    refused('COPY a.deb b.deb /tmp/', 'RUN x && rm /tmp/a.deb');
    refused('COPY $A.deb /tmp/', 'RUN x && rm /tmp/a.deb');
    refused('COPY folder /tmp/', 'RUN x && rm /tmp/a.deb');
    refused('COPY a.deb /tmp/', 'USER a', 'RUN x && rm /tmp/a.deb');
    refused('COPY a.deb /tmp/', 'RUN rm /tmp/a.deb');
  });
});
