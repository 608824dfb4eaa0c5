import type { FixOffer } from '../../../engine/rule';
import { insertion, rangeOf, replacement, type TextEdit } from '../../../engine/text';
import type { Dockerfile, DockerfileWord, Workdir } from '../../model/dockerfile';
import { instructionsOrTriggersOf, textIn } from '../../model/lookups';
import { isTemplated } from '../../model/templates';
import { isAbsolute, joinedPath, writtenDirectoryBefore } from '../../model/written-directory';
import { dockerfileRule } from '../../rule';

export default dockerfileRule({
  id: 'relative-workdir',
  chapter: 'correctness',
  variants: {
    parent: {
      severity: 'warning',
      equals: ['hadolint/DL3000', 'buildkit/WorkdirRelativePath', 'trivy/DS-0009', 'checkov/CKV_DOCKER_10'],
      message: '`{path}` starts wherever the parent image leaves off: an update of the parent can move the application',
    },
    chained: {
      severity: 'information',
      equals: ['hadolint/DL3000', 'trivy/DS-0009', 'checkov/CKV_DOCKER_10'],
      message: '`{path}` starts at the `WORKDIR` in force above it: a change up there moves this one along unseen',
    },
    tilde: {
      severity: 'warning',
      equals: ['hadolint/DL3000', 'buildkit/WorkdirRelativePath', 'trivy/DS-0009', 'checkov/CKV_DOCKER_10'],
      message: '`{path}` is no home directory here: Docker makes a folder whose name is `~`',
    },
  },
  fixes: {
    absolute: { title: 'Write the whole path: `{absolute}`', safety: 'safe' },
  },
  check(dockerfile, report) {
    for (const stage of dockerfile.stages)
      for (const workdir of instructionsOrTriggersOf(stage, 'WORKDIR')) {
        const { word } = workdir;
        if (word === undefined || !isRelative(word)) continue;
        const values = { path: textIn(dockerfile, word.range) };
        if (/^~(?:\/|$)/.test(word.value)) {
          report({ variant: 'tilde', at: word.range, values });
          continue;
        }
        const { set } = writtenDirectoryBefore(dockerfile, workdir);
        const fixes = mends(dockerfile, workdir, word);
        report({ variant: set ? 'chained' : 'parent', at: word.range, values, fixes });
      }
  },
});

const isRelative = ({ value }: DockerfileWord): boolean =>
  value !== '' && !value.startsWith('$') && !isAbsolute(value) && !isTemplated(value);

function mends(dockerfile: Dockerfile, workdir: Workdir, word: DockerfileWord): readonly FixOffer<'absolute'>[] {
  const directory = writtenDirectoryBefore(dockerfile, workdir).path;
  const absolute = joinedPath(directory, word.value);
  const edit = absolute === undefined ? undefined : rewritten(word, absolute);
  return absolute === undefined || edit === undefined
    ? []
    : [{ id: 'absolute', values: { absolute }, edits: () => [edit] }];
}

/** The word with another path, inside the quotes that it has: what is right already stays untouched. */
function rewritten({ text, value, range }: DockerfileWord, path: string): TextEdit | undefined {
  const quote = text === `"${value}"` ? 1 : 0;
  if (range.end - range.start !== text.length || (text !== value && quote === 0)) return undefined;
  const inside = rangeOf(range.start + quote, range.end - quote);
  return path.endsWith(`/${value}`) ? insertion(inside.start, path.slice(0, -value.length)) : replacement(inside, path);
}
