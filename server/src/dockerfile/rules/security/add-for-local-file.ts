import { replaceKeyword } from '../../edits/keyword';
import type { Add, Dockerfile } from '../../model/dockerfile';
import { instructionsOrTriggersOf } from '../../model/lookups';
import { originOf } from '../../model/source-origins';
import { dockerfileRule } from '../../rule';

export default dockerfileRule({
  id: 'add-for-local-file',
  chapter: 'security',
  variants: {
    file: {
      severity: 'warning',
      equals: ['hadolint/DL3020', 'trivy/DS-0005', 'checkov/CKV_DOCKER_4'],
      message: '`ADD` unpacks archives and fetches addresses: to bring in `{source}` it can do more than it should',
    },
  },
  fixes: {
    copy: { title: 'Use `COPY`', safety: 'safe' },
  },
  check(dockerfile, report) {
    for (const add of instructionsOrTriggersOf(dockerfile, 'ADD')) {
      const [source] = add.sources;
      if (source === undefined || !onlyCopies(dockerfile, add)) continue;
      report({
        variant: 'file',
        at: add.keywordRange,
        values: { source: source.value },
        fixes: [
          { id: 'copy', safety: mayUnpack(add) ? 'behaviour' : 'safe', edits: () => [replaceKeyword(add, 'COPY')] },
        ],
      });
    }
  },
});

/** Flags that `COPY` has not. */
const own = ['checksum', 'keep-git-dir', 'unpack'];

/** Whether there is nothing to an `ADD` that `COPY` could not do. */
const onlyCopies = (dockerfile: Dockerfile, add: Add): boolean =>
  add.malformed === undefined &&
  add.destination !== undefined &&
  !add.flags.some(({ name }) => own.includes(name)) &&
  add.sources.every((source) => originOf(dockerfile, add, source) === 'file');

/** Whether a pattern may fit an archive, or a build argument may name one. */
const mayUnpack = ({ sources }: Add): boolean =>
  sources.some(({ value, variables }) => variables.length > 0 || /[*?\]][^/.]*$/.test(value));
