import type { FixOffer } from '../../../engine/rule';
import type { TextRange } from '../../../engine/text';
import { baseName } from '../../../shell/commands';
import { setUser } from '../../edits/set-user';
import { applicationOf } from '../../model/application';
import type { Dockerfile, Stage } from '../../model/dockerfile';
import { textIn } from '../../model/lookups';
import { type RootUser, rootUserOf } from '../../model/root-users';
import { isForDevelopment } from '../../model/stage-purpose';
import { rootOf } from '../../model/stage-relations';
import { unprivilegedUser } from '../../model/unprivileged-users';
import { dockerfileRule } from '../../rule';

export default dockerfileRule({
  id: 'root-user',
  chapter: 'security',
  covers: ['hadolint/DL3002'],
  variants: {
    explicit: {
      severity: 'warning',
      equals: ['hadolint/DL3002', 'trivy/DS-0002', 'checkov/CKV_DOCKER_8'],
      message: '`USER {user}` comes last: the application runs as root, and a hole in it may become one in the node',
    },
    missing: {
      severity: 'warning',
      equals: ['trivy/DS-0002', 'checkov/CKV_DOCKER_3'],
      message: '`{program}` runs as root, since no `USER` is set: a hole in it may become one in the node',
    },
    master: {
      severity: 'information',
      equals: ['trivy/DS-0002', 'checkov/CKV_DOCKER_3'],
      message: '`{program}` starts as root and only then gives it up: a pod with `runAsNonRoot` is refused',
    },
    base: {
      severity: 'hint',
      equals: ['trivy/DS-0002', 'checkov/CKV_DOCKER_3'],
      message: 'No `USER` is set: whatever is run in this image, or built on it, is root unless it says otherwise',
    },
  },
  fixes: {
    previous: { title: 'Run as `{user}` again', safety: 'behaviour' },
    created: { title: 'Run as `{user}`, the user that is created here', safety: 'behaviour' },
    parent: { title: 'Run as `{user}`, the user that `{image}` brings', safety: 'behaviour' },
    number: { title: 'Run as user {user}, which needs no account', safety: 'behaviour' },
    create: { title: 'Create the user `{user}` and run as it', safety: 'placeholder' },
  },
  check(dockerfile, report) {
    const seen = new Set<number>();
    for (const stage of dockerfile.stages) {
      if (!stage.shipped || isForDevelopment(dockerfile, stage)) continue;
      const root = rootUserOf(dockerfile, stage);
      const at = root && placeOf(stage, root);
      if (root === undefined || at === undefined || seen.has(at.start)) continue;
      seen.add(at.start);
      const values = { program: programOf(dockerfile, stage), user: textIn(dockerfile, at) };
      report({ variant: root.kind, at, values, fixes: mends(dockerfile, stage, root) });
    }
  },
});

/** The `USER`, else what starts the application, else the parent. */
function placeOf({ process, from, index }: Stage, root: RootUser): TextRange | undefined {
  if (root.kind === 'explicit') return root.instruction.word?.range;
  const start = [process?.entrypoint, process?.cmd].find((instruction) => instruction?.stage === index);
  return start?.keywordRange ?? from.image?.range;
}

function programOf(dockerfile: Dockerfile, stage: Stage): string {
  const program = applicationOf(stage)[0]?.value;
  if (program !== undefined) return baseName(program);
  const { process } = stage;
  const instruction = process?.entrypoint ?? process?.cmd;
  return instruction === undefined ? '' : textIn(dockerfile, instruction.argumentsRange);
}

type Offer = FixOffer<'previous' | 'created' | 'parent' | 'number' | 'create'>;

/** A port below this one is the privilege of root in a pod, unless the node's settings say otherwise. */
const firstOpenPort = 1024;

function mends(dockerfile: Dockerfile, stage: Stage, root: RootUser): readonly Offer[] {
  if (root.kind === 'master' || root.kind === 'base') return [];
  if (stage.exposed.some(({ value }) => Number.parseInt(value, 10) < firstOpenPort)) return [];
  const set = root.kind === 'explicit' ? root.instruction : undefined;
  const user = unprivilegedUser(dockerfile, stage, set);
  const edits = user && setUser(dockerfile, stage, user.operand, { set, commands: user.commands });
  if (user === undefined || edits === undefined) return [];
  const image = rootOf(stage).from.image?.text ?? '';
  return [{ id: user.origin, values: { user: user.name, image }, edits: () => edits }];
}
