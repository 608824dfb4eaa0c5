import type { FixOffer } from '../../../engine/rule';
import { insertion, type TextEdit } from '../../../engine/text';
import { appendCommand } from '../../edits/append-command';
import type { Add, Dockerfile, RunCommand } from '../../model/dockerfile';
import { instructionsOrTriggersOf, runsOf, textIn } from '../../model/lookups';
import { pipedInstaller } from '../../model/piped-installers';
import { type UnverifiedDownload, unverifiedDownload, unverifiedSource } from '../../model/unverified-downloads';
import { isUnknownPath } from '../../model/working-directory';
import { dockerfileRule } from '../../rule';

export default dockerfileRule({
  id: 'unverified-download',
  chapter: 'security',
  variants: {
    unverified: {
      severity: 'hint',
      message: 'Nothing compares a checksum of `{address}`: the image gets whatever is there on the day of the build',
    },
  },
  fixes: {
    flag: { title: 'Add `--checksum=sha256:…`', safety: 'placeholder' },
    compare: { title: 'Compare the SHA-256 checksum of `{file}`', safety: 'placeholder' },
  },
  check(dockerfile, report) {
    for (const add of instructionsOrTriggersOf(dockerfile, 'ADD')) {
      const source = unverifiedSource(dockerfile, add);
      if (source === undefined) continue;
      const fixes: readonly FixOffer<'flag'>[] = [{ id: 'flag', edits: () => [checksumFlag(add)] }];
      report({ variant: 'unverified', at: source.range, values: { address: source.value }, fixes });
    }
    for (const run of runsOf(dockerfile)) {
      if (run.commands.some((command) => pipedInstaller(command) !== undefined)) continue;
      for (const command of run.commands) {
        const found = unverifiedDownload(dockerfile, command);
        const at = found?.address.range;
        if (found === undefined || at === undefined) continue;
        const values = { address: textIn(dockerfile, at).replace(/["']/g, '') };
        report({ variant: 'unverified', at, values, fixes: comparison(dockerfile, command, found) });
      }
    }
  },
});

/** What a person puts the digest in place of: a build with it fails. */
const digest = 'DIGEST';

const checksumFlag = ({ flags, keywordRange }: Add): TextEdit =>
  withPlaceholder(insertion((flags.at(-1)?.range ?? keywordRange).end, ` --checksum=sha256:${digest}`));

function withPlaceholder(edit: TextEdit): TextEdit {
  const start = edit.newText.indexOf(digest);
  return start === -1 ? edit : { ...edit, placeholders: [{ start, end: start + digest.length }] };
}

/** Only for one file whose name is written out: it is compared right behind the download. */
function comparison(
  dockerfile: Dockerfile,
  command: RunCommand,
  { download }: UnverifiedDownload,
): readonly FixOffer<'compare'>[] {
  const [file, another] = download.files;
  if (file === undefined || another !== undefined || isUnknownPath(file) || /["$`\\]/.test(file)) return [];
  const edits = appendCommand(dockerfile, command, `echo "${digest}  ${file}" | sha256sum -c -`);
  if (edits === undefined) return [];
  return [{ id: 'compare', values: { file }, edits: () => edits.map(withPlaceholder) }];
}
