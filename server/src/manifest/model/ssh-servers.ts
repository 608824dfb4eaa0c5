import type { TextRange } from '../../engine/text';
import { serviceNamed, serviceOfProgram } from '../../knowledge/service-families';
import { serviceStart } from '../../knowledge/service-starters';
import { isForSsh } from '../../knowledge/ssh-purposes';
import { type Argument, argumentsOf } from '../../shell/command-line';
import { commandPlaces } from '../../shell/commands';
import { unwrap } from '../../shell/wrappers';
import { rangeOnLine } from './command-range';
import type { Container, ContainerPort } from './manifest';
import { startedProcess } from './started-process';

/** A way into a container by SSH, which is not what it is for: a port that it declares, or else a server that it starts. */
export type SshAccess =
  | { readonly kind: 'port'; readonly port: ContainerPort }
  | { readonly kind: 'server'; readonly command: string; readonly range: TextRange };

/** The way into a container by SSH. Gateways, Git servers and the like, which are there for it, are told by their names. */
export function sshAccess(container: Container): SshAccess | undefined {
  const { placement, name, image, pod, ports } = container;
  const names = [name, image?.text, pod.workload.object.name];
  if (placement === 'init' || placement === 'ephemeral') return undefined;
  if (names.some((each) => each !== undefined && isForSsh(each))) return undefined;
  const port = ports.find(({ number, protocol }) => number === 22 && protocol === 'TCP');
  return port === undefined ? startedServer(container) : { kind: 'port', port };
}

function startedServer(container: Container): SshAccess | undefined {
  const process = startedProcess(container);
  if (process === undefined) return undefined;
  const { script, program } = process;
  const commands =
    script === undefined ? [program] : commandPlaces(script).map(({ command }) => unwrap(argumentsOf(command)).program);
  for (const argv of commands) {
    const words = serverWords(argv);
    const [first] = words;
    if (first === undefined) continue;
    const range = rangeOnLine(container.pod.workload.object.document, words.at(-1)?.range, first);
    const command = words.map(({ value, text }) => value ?? text).join(' ');
    if (range !== undefined) return { kind: 'server', command, range };
  }
  return undefined;
}

/** `sshd` of `sshd -D`, all of `service ssh start`; none for another command. */
function serverWords(argv: readonly Argument[]): readonly Argument[] {
  const words = argv.map(({ value }) => value);
  const service = serviceStart(words)?.services[0];
  if (service !== undefined) return serviceNamed(service)?.family === 'ssh' ? argv : [];
  return serviceOfProgram(words[0] ?? '')?.family === 'ssh' ? argv.slice(0, 1) : [];
}
