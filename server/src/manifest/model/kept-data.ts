import { entrypointWrapper } from '../../knowledge/entrypoint-wrappers';
import { imageBasename } from '../../knowledge/image-basename';
import { isCacheByArguments, type StatefulImage, statefulImage } from '../../knowledge/stateful-images';
import { argumentsOf } from '../../shell/command-line';
import { baseName, commandPlaces } from '../../shell/commands';
import { unwrap } from '../../shell/wrappers';
import type { Container, ContainerProcess, Volume, VolumeMount } from './manifest';
import { covers, type Ground, groundOf, groundOfMount } from './mounted-at';
import { startedProcess } from './started-process';

/** A container that runs a server which is known to keep data. */
export interface DataServer {
  readonly row: StatefulImage;
  /** Where its data is: the first is the one that counts. `undefined` where a variable that is not written here may say. */
  readonly directories: readonly string[] | undefined;
}

/** What a container keeps data for; `undefined` for clients, for caches that are told to keep nothing, and for images that nobody knows. */
export function dataServerOf(container: Container): DataServer | undefined {
  const { image, pod, placement } = container;
  const process = startedProcess(container);
  if (image === undefined || image.variable || pod.windows) return undefined;
  if (placement === 'init' || placement === 'ephemeral' || pod.workload.lifetime === 'job') return undefined;
  const row = statefulImage(image.text);
  const words = wordsOf(container);
  if (row === undefined || isCacheByArguments(words)) return undefined;
  if (row.needs?.option !== undefined && !words.some((word) => row.needs?.option?.test(word) === true))
    return undefined;
  if (process !== undefined && !startsServer(process, image.text)) return undefined;
  return { row, directories: directoriesOf(container, row, words) };
}

const wordsOf = ({ command, args }: Container): readonly string[] =>
  [...(command ?? []), ...(args ?? [])].flatMap(({ value }) => value ?? []);

function startsServer({ program, script }: ContainerProcess, image: string): boolean {
  const programs =
    script === undefined ? [program] : commandPlaces(script).map(({ command }) => unwrap(argumentsOf(command)).program);
  const names = programs.map(([word]) => baseName(word?.value ?? ''));
  const servers = entrypointWrapper(image)?.servers.map(baseName) ?? [imageBasename(image)];
  // Options alone were meant for the server, which is another mistake.
  return names.some((name) => name.startsWith('-') || (servers.includes(name) && !/sentinel|^mongos$/.test(name)));
}

function directoriesOf(
  { environment, environmentFrom }: Container,
  row: StatefulImage,
  words: readonly string[],
): readonly string[] | undefined {
  const { movedBy, movedByOption, needs, directories } = row;
  const variable = environment.find(({ name }) => name === movedBy);
  if (variable !== undefined) return variable.value?.startsWith('/') === true ? [variable.value] : undefined;
  if (movedByOption !== undefined)
    for (const [index, word] of words.entries()) {
      const value = (movedByOption.exec(word) ?? movedByOption.exec(`${word}=${words[index + 1] ?? ''}`))?.[1];
      if (value !== undefined) return value.startsWith('/') ? [value] : undefined;
    }
  const unseen = (movedBy !== undefined && environmentFrom.length > 0) || needs?.environment !== undefined;
  return unseen ? undefined : directories;
}

/** Where a server's data is as a manifest has it. */
export type Keeping =
  | { readonly kind: 'kept'; readonly mount: VolumeMount; readonly path: string }
  /** On the container's own disk. */
  | { readonly kind: 'container'; readonly path: string }
  /** In an empty directory. */
  | { readonly kind: 'scratch'; readonly path: string; readonly mount: VolumeMount }
  /** A volume is there, at another path. */
  | { readonly kind: 'misplaced'; readonly path: string; readonly mount: VolumeMount }
  | { readonly kind: 'unknown' };

/** Whether the data of a server outlives its pod. */
export function keepingOf(container: Container, { row, directories }: DataServer): Keeping {
  const lasting = container.mounts.filter((mount) => outlives(groundOfMount(container, mount)));
  const unknown = container.mounts.some((mount) => groundOfMount(container, mount).kind === 'unknown');
  const path = (directories ?? row.directories)[0];
  if (path === undefined || unknown || groundOf(container, path).kind === 'unknown') return { kind: 'unknown' };
  const kept = lasting.find((mount) => (directories ?? row.directories).some((each) => holds(mount, each)));
  if (kept !== undefined) return { kind: 'kept', mount: kept, path };
  const [other] = lasting;
  if (other !== undefined)
    return directories === undefined ? { kind: 'unknown' } : { kind: 'misplaced', path, mount: other };
  const ground = groundOf(container, path);
  return ground.kind === 'volume' && ground.volume.source === 'emptyDir'
    ? { kind: 'scratch', path, mount: ground.mount }
    : { kind: 'container', path };
}

/** A volume around the data, or at a part of it; PostgreSQL 18 has its data beside the directory that it had before. */
function holds({ path }: VolumeMount, directory: string): boolean {
  if (path === undefined) return false;
  if (covers(path, directory)) return true;
  return covers(directory, path) && !(directory === '/var/lib/postgresql' && covers('/var/lib/postgresql/data', path));
}

/** Sources whose contents come and go with the pod, or that nobody writes to. */
const passing: ReadonlySet<string> = new Set([
  'configMap',
  'downwardAPI',
  'emptyDir',
  'gitRepo',
  'image',
  'projected',
  'secret',
]);

/** Whether what is written there is still there when the pod is gone. */
const outlives = (ground: Ground): boolean =>
  ground.kind === 'claimTemplate' || (ground.kind === 'volume' && isLasting(ground.volume));

/** Whether a volume's contents may be there before and after a pod; so may those of one that says nothing of itself. */
export const isLasting = ({ source }: Volume): boolean => source === undefined || !passing.has(source);

/**
 * Whether a folder is named for what is meant to stay. What servers have in /var/lib is often only theirs to work with.
 */
export const isNamedForData = (path: string): boolean =>
  /\/(?:data|uploads?|storage|db|database|media)\/?$/.test(path) && !/(?:cache|tmp|temp)/i.test(path);
