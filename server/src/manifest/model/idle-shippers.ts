import { classifyHelper } from '../../knowledge/helpers';
import { type Argument, argumentsOf } from '../../shell/command-line';
import { baseName } from '../../shell/commands';
import { isIdle } from '../../shell/keep-alive';
import type { Script } from '../../shell/syntax';
import { unwrap } from '../../shell/wrappers';
import { localPortsIn } from './local-calls';
import { asSequence, booleanOf, lookup } from './lookup';
import type { Container, PodSpec, Workload } from './manifest';
import { type Ground, groundOf, groundOfMount } from './mounted-at';
import { startedProcess } from './started-process';

/** A helper that ships what is in log files, and can get at no file of the containers beside it. */
export interface IdleShipper {
  readonly container: Container;
  /** The file that a `tail -f` follows; `undefined` for a log shipper. */
  readonly file: Argument | undefined;
}

/**
 * The log shippers of a pod that have nothing to ship. Not one that may be sent something: by a port of its own or of the
 * pod's; nor one that reads its node's files, a claim that other pods write to, or another container's by its processes.
 */
export function idleShippers({ pod, lifetime }: Workload): readonly IdleShipper[] {
  const running = pod.containers.filter(({ placement }) => placement === 'app' || placement === 'nativeSidecar');
  if (lifetime === 'overlay' || pod.windows || running.length < 2 || seesProcesses(pod)) return [];
  if (running.some(mayMountMore)) return [];
  const shared = sharedVolumes(running);
  const isSent = callsUndeclared(running);
  return running.flatMap((container): readonly IdleShipper[] => {
    if (container.function === 'main') return [];
    const file = followedFile(container);
    if (file?.value !== undefined)
      return isReached(groundOf(container, file.value), shared) ? [] : [{ container, file }];
    if (isSent || !readsFiles(container) || lookup(container.node, 'ports').presence !== 'no') return [];
    const reaches = container.mounts.some((mount) => isReached(groundOfMount(container, mount), shared));
    return reaches ? [] : [{ container, file: undefined }];
  });
}

/** The names of the volumes that several containers mount. */
function sharedVolumes(containers: readonly Container[]): ReadonlySet<string> {
  const [seen, shared] = [new Set<string>(), new Set<string>()];
  for (const { mounts } of containers)
    for (const name of new Set(mounts.flatMap((mount) => mount.name ?? []))) (seen.has(name) ? shared : seen).add(name);
  return shared;
}

/** Whether a container connects to a port of the pod that none declares: a shipper may listen there. */
function callsUndeclared(containers: readonly Container[]): boolean {
  const declared = new Set(containers.flatMap(({ ports }) => ports.flatMap(({ number }) => number ?? [])));
  return containers.some(({ node }) => [...localPortsIn(node)].some((port) => !declared.has(port)));
}

function seesProcesses({ node }: PodSpec): boolean {
  const { presence, entry } = lookup(node, 'shareProcessNamespace');
  return presence === 'unknown' || (presence === 'yes' && booleanOf(entry?.value) !== false);
}

function mayMountMore({ node, item }: Container): boolean {
  const { presence, entry } = lookup(node, 'volumeMounts');
  const list = asSequence(entry?.value);
  return item.conditional || presence === 'unknown' || list?.open === true;
}

function readsFiles({ image, name }: Container): boolean {
  const helper = image === undefined || image.variable ? undefined : classifyHelper(image.text, name);
  return helper?.by === 'image' && helper.readsFiles;
}

/** What nobody in the pod writes to. */
const readOnly: ReadonlySet<string> = new Set(['configMap', 'secret', 'projected', 'downwardAPI', 'image']);

/** Whether somebody else may write there. */
function isReached(ground: Ground, shared: ReadonlySet<string>): boolean {
  switch (ground.kind) {
    case 'container':
      return false;
    case 'unknown':
      return true;
    case 'claimTemplate':
      return shared.has(ground.mount.name ?? '');
    case 'volume': {
      const { source = '' } = ground.volume;
      if (readOnly.has(source)) return false;
      return source !== 'emptyDir' || shared.has(ground.mount.name ?? '');
    }
  }
}

const logFile = /^\/(?:.*\/)?(?:logs?\/.*|[^/]*\.log)$/;

/** The log file that a container does nothing but follow: `tail -n +1 -F /var/log/app.log`. */
function followedFile(container: Container): Argument | undefined {
  const process = startedProcess(container);
  const words = process && (process.script === undefined ? process.program : onlyCommand(process.script));
  if (words === undefined || baseName(words[0]?.value ?? '') !== 'tail') return undefined;
  if (!isIdle(words.map(({ value }) => value))) return undefined;
  const files = words.slice(1).filter(({ value, text }) => (value ?? text).startsWith('/'));
  const [file, other] = files;
  return other === undefined && file?.value !== undefined && logFile.test(file.value) ? file : undefined;
}

/** The words of a script's one command; of several, another may write the file. */
function onlyCommand({ statements, problems }: Script): readonly Argument[] | undefined {
  const [pipeline, ...more] = statements.flatMap(({ pipelines }) => pipelines);
  const [command, ...others] = pipeline?.commands ?? [];
  if (problems.length > 0 || more.length > 0 || others.length > 0 || command?.kind !== 'simple') return undefined;
  return unwrap(argumentsOf(command)).program;
}
