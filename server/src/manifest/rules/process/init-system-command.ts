import { initSystemNamed, machineImages } from '../../../knowledge/init-systems';
import { type Argument, argumentsOf } from '../../../shell/command-line';
import { commandPlaces } from '../../../shell/commands';
import { unwrap } from '../../../shell/wrappers';
import { daemonizedProcess } from '../../model/daemonized';
import { everyContainer, labelOf } from '../../model/every-container';
import type { Container } from '../../model/manifest';
import { startedProcess } from '../../model/started-process';
import { manifestRule } from '../../rule';

export default manifestRule({
  id: 'init-system-command',
  chapter: 'process',
  variants: {
    system: {
      severity: 'warning',
      message:
        '`{word}` runs services of its own in `{container}`: Kubernetes sees {label} alive and well, whatever becomes of them',
    },
    foreground: {
      severity: 'information',
      message:
        '`{word}` watches over the services of `{container}`, not Kubernetes: it sees {label} alive and well, whatever they do',
    },
  },
  check(document, report) {
    for (const container of everyContainer(document)) {
      const init = initCommand(container);
      if (init?.word.range === undefined) continue;
      report({
        variant: init.foreground ? 'foreground' : 'system',
        at: init.word.range,
        values: { word: init.word.value ?? init.word.text, label: init.label, container: labelOf(container) },
      });
    }
  },
});

interface InitCommand {
  readonly word: Argument;
  readonly label: string;
  /** It was told to stay in the foreground: somebody chose it for containers. */
  readonly foreground: boolean;
}

function initCommand(container: Container): InitCommand | undefined {
  const { placement, pod, image } = container;
  if (placement === 'init' || placement === 'ephemeral' || pod.windows) return undefined;
  if (image !== undefined && machineImages.test(image.text)) return undefined;
  const process = startedProcess(container);
  if (process === undefined) return undefined;
  const { script, program } = process;
  const commands =
    script === undefined
      ? [program]
      : script.problems.length > 0
        ? []
        : commandPlaces(script)
            .filter(({ substituted }) => !substituted)
            .map(({ command }) => unwrap(argumentsOf(command)).program);
  const [found] = commands.flatMap((argv) => initIn(argv) ?? []);
  // One that ends at once has to be put right first.
  return found === undefined || daemonizedProcess(container)?.argv[0]?.range === found.word.range ? undefined : found;
}

function initIn([word, ...operands]: readonly Argument[]): InitCommand | undefined {
  const system = word?.value === undefined ? undefined : initSystemNamed(word.value);
  if (word === undefined || system === undefined) return undefined;
  const foreground = operands.some(({ value }) => /^(?:-n|--nodaemon)$/.test(value ?? ''));
  return { word, label: system.label, foreground: foreground && system.label === 'supervisord' };
}
