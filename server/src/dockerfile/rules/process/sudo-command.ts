import type { FixOffer } from '../../../engine/rule';
import { contains, type TextRange } from '../../../engine/text';
import type { Argument, Wrapper } from '../../../shell/command-line';
import { removeWrapper } from '../../edits/remove-wrapper';
import type { Dockerfile, Instruction } from '../../model/dockerfile';
import { runsOf } from '../../model/lookups';
import { runsAsRoot } from '../../model/user-before';
import { dockerfileRule } from '../../rule';

export default dockerfileRule({
  id: 'sudo-command',
  chapter: 'process',
  variants: {
    build: {
      severity: 'warning',
      equals: ['hadolint/DL3004', 'trivy/DS-0010', 'checkov/CKV2_DOCKER_1'],
      message: '`{sudo}` has no place in a build: `USER` says who runs a step, and the image ships a way back to root',
    },
    process: {
      severity: 'warning',
      message: '`{sudo}` stays in front of the application as PID 1, and needs a way to root that a pod must not give',
    },
  },
  fixes: {
    plain: { title: 'Remove `{sudo}`: this runs as root anyway', safety: 'behaviour', revealing: true },
  },
  check(dockerfile, report) {
    for (const run of runsOf(dockerfile)) {
      const seen = new Set<number>();
      for (const { wrappers, words, place } of run.commands) {
        const sudo = sudoAmong(wrappers, words);
        if (sudo === undefined || seen.has(sudo.at.start) || !place.command.located) continue;
        seen.add(sudo.at.start);
        const fixes = mends(dockerfile, run, sudo.wrapper, wrappers, words);
        report({ variant: 'build', at: sudo.at, values: { sudo: sudo.name }, fixes });
      }
    }
    const started = new Set<number>();
    for (const { process } of dockerfile.stages) {
      if (process === undefined) continue;
      const sudo = sudoAmong(process.wrappers, process.program);
      const instruction = [process.cmd, process.entrypoint].find(
        (each) => each && sudo && contains(each.range, sudo.at),
      );
      if (sudo === undefined || instruction === undefined || started.has(sudo.at.start)) continue;
      started.add(sudo.at.start);
      const fixes = mends(dockerfile, instruction, sudo.wrapper, process.wrappers, process.program);
      report({ variant: 'process', at: sudo.at, values: { sudo: sudo.name }, fixes });
    }
  },
});

interface Sudo {
  readonly name: string;
  readonly at: TextRange;
  /** `undefined` when it runs no command that can be told, as `sudo -s` does. */
  readonly wrapper: Wrapper | undefined;
}

function sudoAmong(wrappers: readonly Wrapper[], words: readonly Argument[]): Sudo | undefined {
  const wrapper = wrappers.find(({ kind }) => kind === 'sudo');
  const word = wrapper?.words[0] ?? words.find(({ value }, index) => index === 0 && isSudo(value));
  return word?.range === undefined ? undefined : { name: word.value ?? word.text, at: word.range, wrapper };
}

const isSudo = (program: string | undefined): boolean => /(?:^|\/)(?:sudo|doas)$/.test(program ?? '');

/** Options that make no difference to root: they keep the environment, or the home directory, or ask nothing. */
const harmless = /^(?:-[EHnS]+|--preserve-env(?:=.*)?|--set-home|--non-interactive|--stdin)$/;

function mends(
  dockerfile: Dockerfile,
  instruction: Instruction,
  sudo: Wrapper | undefined,
  wrappers: readonly Wrapper[],
  words: readonly Argument[],
): readonly FixOffer<'plain'>[] {
  const isOnly = wrappers.filter(({ kind }) => kind === 'sudo').length === 1;
  if (sudo === undefined || !isOnly || runsAsRoot(dockerfile, instruction) !== true) return [];
  const options = sudo.words.slice(1).filter(({ prefix }) => !/^[A-Za-z_]\w*=/.test(prefix));
  if (!options.every(({ value }) => harmless.test(value ?? ''))) return [];
  const next = wrappers[wrappers.indexOf(sudo) + 1]?.words[0] ?? words[0];
  const edits = removeWrapper(dockerfile, sudo, next);
  return edits === undefined ? [] : [{ id: 'plain', edits: () => edits }];
}
