import type { FixOffer } from '../../../engine/rule';
import { replacement } from '../../../engine/text';
import { type ExposeFlaw, exposeFlaw } from '../../../knowledge/exposed-ports';
import type { DockerfileWord } from '../../model/dockerfile';
import { instructionsOrTriggersOf } from '../../model/lookups';
import { dockerfileRule } from '../../rule';

export default dockerfileRule({
  id: 'invalid-port',
  chapter: 'health',
  variants: {
    range: {
      severity: 'error',
      equals: ['hadolint/DL3011', 'trivy/DS-0008'],
      message: '`{port}` is no port: they go from 0 to 65535, and the build stops here',
    },
    format: {
      severity: 'error',
      message:
        '`{port}` is no port, and the build stops here: `EXPOSE` takes numbers, with `/tcp`, `/udp` or `/sctp` behind',
    },
    mapping: {
      severity: 'warning',
      equals: ['buildkit/ExposeInvalidFormat'],
      message:
        '`{port}` maps a port of the host, which an image cannot do: only `{meant}` is taken, and soon not even that',
    },
    casing: {
      severity: 'hint',
      equals: ['buildkit/ExposeProtoCasing'],
      message: '`{port}` has its protocol in capitals: `{meant}` is how every tool writes it',
    },
  },
  fixes: {
    separate: { title: 'Write `{meant}`, with blanks between the ports', safety: 'safe' },
    plain: { title: 'Write `{meant}`', safety: 'safe' },
  },
  check(dockerfile, report) {
    for (const { words } of instructionsOrTriggersOf(dockerfile, 'EXPOSE'))
      for (const word of words) {
        const flaw = word.variables.length > 0 ? undefined : exposeFlaw(word.value);
        if (flaw === undefined) continue;
        const values = { port: word.value, meant: flaw.meant ?? '' };
        report({ variant: flaw.kind, at: word.range, values, fixes: mends(word, flaw) });
      }
  },
});

function mends({ range }: DockerfileWord, { kind, meant }: ExposeFlaw): readonly FixOffer<'separate' | 'plain'>[] {
  if (meant === undefined) return [];
  return [{ id: kind === 'format' ? 'separate' : 'plain', edits: () => [replacement(range, meant)] }];
}
