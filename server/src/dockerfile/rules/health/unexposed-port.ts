import type { TextEdit } from '../../../engine/text';
import { exposes } from '../../../knowledge/exposed-ports';
import { insertInstruction } from '../../edits/insert-instruction';
import { keywordFor } from '../../edits/keyword';
import { startsApplication } from '../../model/application';
import type { Dockerfile, Stage } from '../../model/dockerfile';
import { type ListenedPort, listenedPorts } from '../../model/listened-ports';
import { instructionsOf } from '../../model/lookups';
import { isForDevelopment } from '../../model/stage-purpose';
import { rootOf } from '../../model/stage-relations';
import { defaultsOfParent } from '../../model/stages';
import { dockerfileRule } from '../../rule';

export default dockerfileRule({
  id: 'unexposed-port',
  chapter: 'health',
  variants: {
    unexposed: {
      severity: 'information',
      message:
        'The application listens on {port}, and no `EXPOSE` says so: nobody can tell which port to probe or serve',
    },
  },
  fixes: {
    expose: { title: 'Add `EXPOSE {port}`', safety: 'safe' },
  },
  check(dockerfile, report) {
    const seen = new Set<number>();
    for (const stage of dockerfile.stages) {
      if (!stage.shipped || isForDevelopment(dockerfile, stage) || !startsApplication(stage)) continue;
      if (!knowsExposed(stage)) continue;
      const told = new Set<number>();
      for (const { port, range } of listenedPorts(dockerfile, stage)) {
        if (told.has(port) || stage.exposed.some(({ value }) => exposes(value, port))) continue;
        told.add(port);
        if (seen.has(range.start)) continue;
        seen.add(range.start);
        report({
          variant: 'unexposed',
          at: range,
          values: { port: String(port) },
          fixes: [{ id: 'expose', edits: () => exposing(dockerfile, stage, { port, range }) }],
        });
      }
    }
  },
});

/** Whether all ports are known, those of the parent image among them. */
const knowsExposed = (stage: Stage): boolean => {
  const { parent } = rootOf(stage);
  const known = parent.kind === 'scratch' || defaultsOfParent(parent)?.expose !== undefined;
  return known && stage.exposed.every(({ value }) => /^(?:.*:)?\d+(?:-\d+)?(?:\/\w+)?$/.test(value));
};

/** Below the last `EXPOSE`, else in front of what starts the application, else at the end of the stage. */
function exposing(dockerfile: Dockerfile, stage: Stage, { port }: ListenedPort): readonly TextEdit[] {
  const written = `${keywordFor(dockerfile, 'EXPOSE')} ${port}`;
  const last = instructionsOf(stage, 'EXPOSE').at(-1);
  if (last !== undefined) return insertInstruction(dockerfile, { after: last }, written);
  const [start] = [stage.process?.entrypoint, stage.process?.cmd]
    .flatMap((instruction) => instruction ?? [])
    .sort((one, other) => one.range.start - other.range.start);
  return insertInstruction(
    dockerfile,
    start === undefined ? { after: stage.instructions.at(-1) ?? stage.from } : { before: start },
    written,
  );
}
