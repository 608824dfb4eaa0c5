import type { FixOffer } from '../../../engine/rule';
import type { TextEdit } from '../../../engine/text';
import { isEngineSocket, isEngineSocketName } from '../../../knowledge/engine-sockets';
import { baseName } from '../../../shell/commands';
import { removeSource } from '../../edits/remove-source';
import { removeWord } from '../../edits/remove-word';
import type { Dockerfile, DockerfileWord } from '../../model/dockerfile';
import { instructionsOrTriggersOf } from '../../model/lookups';
import { dockerfileRule } from '../../rule';

export default dockerfileRule({
  id: 'docker-socket',
  chapter: 'security',
  variants: {
    volume: {
      severity: 'warning',
      message:
        '`{socket}` as a volume invites to mount the engine: whoever gets into the container then rules the node',
    },
    copy: {
      severity: 'warning',
      message: '`{socket}` is a socket of the machine that builds: a copy of it answers nobody, and breaks the build',
    },
  },
  fixes: {
    remove: { title: 'Remove `{socket}`', safety: 'behaviour' },
  },
  check(dockerfile, report) {
    for (const volume of instructionsOrTriggersOf(dockerfile, 'VOLUME'))
      for (const word of volume.words)
        if (isEngineSocket(word.value))
          report({ variant: 'volume', ...found(word, () => removeWord(dockerfile, volume, word)) });
    for (const transfer of transfersOf(dockerfile))
      for (const source of transfer.sources)
        if (!source.value.includes('://') && isEngineSocketName(baseName(source.value))) {
          const edits = removeSource(dockerfile, transfer, source);
          report({ variant: 'copy', ...found(source, edits && (() => edits)) });
        }
  },
});

const transfersOf = (dockerfile: Dockerfile) => [
  ...instructionsOrTriggersOf(dockerfile, 'COPY'),
  ...instructionsOrTriggersOf(dockerfile, 'ADD'),
];

const found = ({ range, value }: DockerfileWord, edits: (() => readonly TextEdit[]) | undefined) => {
  const fixes: readonly FixOffer<'remove'>[] = edits === undefined ? [] : [{ id: 'remove', edits }];
  return { at: range, values: { socket: value }, fixes };
};
