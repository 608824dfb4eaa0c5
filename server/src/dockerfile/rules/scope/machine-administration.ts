import type { FixOffer } from '../../../engine/rule';
import type { TextEdit, TextRange } from '../../../engine/text';
import { administersMachine, isForPeople, isNamedByHadolint } from '../../../knowledge/machine-programs';
import { serviceStart } from '../../../knowledge/service-starters';
import { baseName, isBackgrounded } from '../../../shell/commands';
import { removeCommand } from '../../edits/remove-command';
import { removePackage } from '../../edits/remove-package';
import { startsApplication } from '../../model/application';
import type { Dockerfile, Run, RunCommand, Stage } from '../../model/dockerfile';
import { runsOf, textIn } from '../../model/lookups';
import { packageOperations } from '../../model/packages';
import { isForDevelopment } from '../../model/stage-purpose';
import { chainOf } from '../../model/stage-relations';
import { dockerfileRule } from '../../rule';

export default dockerfileRule({
  id: 'machine-administration',
  chapter: 'scope',
  variants: {
    command: {
      severity: 'information',
      equals: ['hadolint/DL3001'],
      message: '`{command}` looks after a machine: in a build there is none, and nothing of it stays in the image',
    },
    service: {
      severity: 'information',
      equals: ['hadolint/DL3001'],
      message: '`{command}` starts a service that ends with this RUN: nothing of it runs in the container',
    },
    package: {
      severity: 'hint',
      message:
        '`{name}` is for somebody at a terminal, and nobody sits at this one: `kubectl debug` brings tools along',
    },
  },
  fixes: {
    remove: { title: 'Remove `{command}`', safety: 'behaviour' },
    uninstall: { title: 'Do not install `{name}`', safety: 'behaviour' },
  },
  check(dockerfile, report) {
    for (const run of dockerfile.stages.flatMap(runsOf))
      for (const { command, variant } of administration(run)) {
        const at = placeOf(command);
        const values = { command: textIn(dockerfile, command.place.command.range) };
        const equals = isNamedByHadolint(command.name ?? '') ? ['hadolint/DL3001'] : [];
        report({ variant, at, values, equals, fixes: offer('remove', removeCommand(dockerfile, command)) });
      }
    const seen = new Set<number>();
    for (const stage of dockerfile.stages) {
      if (!stage.shipped || isForDevelopment(dockerfile, stage) || !startsApplication(stage)) continue;
      if (isForPeople(programOf(stage))) continue;
      for (const { operation, word } of packagesForPeople(chainOf(stage))) {
        const { value: name, range: at } = word;
        if (name === undefined || at === undefined || seen.has(at.start)) continue;
        seen.add(at.start);
        const edits = isNeeded(dockerfile, stage, name) ? undefined : removePackage(dockerfile, operation, word);
        report({ variant: 'package', at, values: { name }, fixes: offer('uninstall', edits) });
      }
    }
  },
});

interface Administration {
  readonly command: RunCommand;
  readonly variant: 'command' | 'service';
}

function administration(run: Run): readonly Administration[] {
  const { commands } = run;
  const lastUse = commands.findLastIndex(({ name }) => name !== undefined && !bystanders.test(name));
  const hasBackground = commands.some(({ place }) => isBackgrounded(place));
  return commands.flatMap((command, index): readonly Administration[] => {
    const { name, words, place } = command;
    if (name === undefined || words.some(({ value }) => value === undefined)) return [];
    // A later command can use the service while it runs: `service postgresql start && psql …`.
    if (serviceStart(words.map(({ value }) => value)) !== undefined)
      return lastUse > index ? [] : [{ command, variant: 'service' }];
    const isAdministration = administersMachine(name) && !isBackgrounded(place);
    return isAdministration && !isMeant(run, command, hasBackground) ? [{ command, variant: 'command' }] : [];
  });
}

/** Commands that use no service. */
const bystanders = /^(?:service|invoke-rc\.d|rc-service|systemctl|echo|true|set|rm|sleep|apt-get)$/;

/** What a build may well do: ask for a version, look for a process that it started, fetch with forwarded keys, mount with all rights. */
function isMeant({ mounts, flags }: Run, { name, words, place }: RunCommand, hasBackground: boolean): boolean {
  if (words.some(({ value }) => /^(?:--?version|-V|--help)$/.test(value ?? ''))) return true;
  switch (name) {
    case 'ssh':
      return mounts.some(({ type }) => type === 'ssh' || type === 'secret');
    case 'ps':
    case 'vi':
    case 'vim':
    case 'emacs':
    case 'nano':
      // `vim +PlugInstall +qall` and the like work without a terminal.
      return place.pipeline.commands.length > 1 || words.length > 1 || hasBackground;
    case 'mount':
    case 'umount':
    case 'iptables':
    case 'modprobe':
      return flags.some((flag) => flag.name === 'security' && flag.value === 'insecure');
    default:
      return false;
  }
}

/** What the image starts, without its folder. */
const programOf = ({ process }: Stage): string => baseName(process?.program[0]?.prefix ?? '');

const placeOf = ({ words, place }: RunCommand): TextRange => words[0]?.range ?? place.command.range;

const packagesForPeople = (stages: readonly Stage[]) =>
  stages
    .flatMap(runsOf)
    .flatMap(packageOperations)
    .filter(({ manager, action }) => manager.kind === 'system' && action === 'install')
    .flatMap((operation) =>
      operation.packages
        .filter(({ value }) => value !== undefined && isForPeople(value))
        .map((word) => ({ operation, word })),
    );

/** Whether the stage names the program once more, as its shell, as an editor, or to set it up. */
function isNeeded(dockerfile: Dockerfile, { range }: Stage, name: string): boolean {
  const text = textIn(dockerfile, range);
  const program = name.replace(/[-=].*$/, '');
  return text.indexOf(program) !== text.lastIndexOf(program);
}

const offer = <Id extends 'remove' | 'uninstall'>(
  id: Id,
  edits: readonly TextEdit[] | undefined,
): readonly FixOffer<Id>[] => (edits === undefined ? [] : [{ id, edits: () => edits }]);
