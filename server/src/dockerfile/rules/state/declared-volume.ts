import { isEngineSocket } from '../../../knowledge/engine-sockets';
import type { DockerfileWord, Stage } from '../../model/dockerfile';
import { instructionsOf } from '../../model/lookups';
import { isForDevelopment } from '../../model/stage-purpose';
import { chainOf } from '../../model/stage-relations';
import { dockerfileRule } from '../../rule';

export default dockerfileRule({
  id: 'declared-volume',
  chapter: 'state',
  variants: {
    declared: {
      severity: 'information',
      message:
        '`{path}` becomes storage that nobody asked for and that goes with the pod: declare it in the pod instead',
    },
  },
  check(dockerfile, report) {
    const seen = new Set<number>();
    for (const stage of dockerfile.stages) {
      if (!stage.shipped || isForDevelopment(dockerfile, stage)) continue;
      for (const { value, range } of volumesOf(stage)) {
        if (seen.has(range.start) || isToldElsewhere(value)) continue;
        seen.add(range.start);
        report({ variant: 'declared', at: range, values: { path: value } });
      }
    }
  },
});

const volumesOf = (stage: Stage): readonly DockerfileWord[] =>
  chainOf(stage)
    .flatMap((each) => instructionsOf(each, 'VOLUME'))
    .flatMap(({ words, malformed }) => (malformed === undefined ? words : []));

/** Logs and sockets have practices of their own. */
const isToldElsewhere = (path: string): boolean => /^\/var\/log(?:\/|$)/.test(path) || isEngineSocket(path);
