import { classifyHelper } from '../../knowledge/helpers';
import { imageBasename } from '../../knowledge/image-basename';
import { booleanOf, lookup } from './lookup';
import type { Container, PodSpec, Workload } from './manifest';

/** A helper that runs on when the container that it helps is done. */
export interface UnendingHelper {
  readonly helper: Container;
  readonly main: Container;
}

/**
 * The helpers of a job's pod that keep it from ever being complete: they run as containers of their own right, which all
 * have to end. Not one that is told or asked to end, as far as that can be seen.
 */
export function unendingHelpers(workload: Workload): readonly UnendingHelper[] {
  const { pod, kind, lifetime } = workload;
  if (lifetime !== 'job' || kind?.groups.includes('batch') !== true || !keepsProcessesApart(pod)) return [];
  const apps = pod.containers.filter(({ placement }) => placement === 'app');
  const helpers = apps.filter((container) => runsOn(container, workload));
  const main = apps.find((container) => !helpers.includes(container) && isMain(container));
  if (main === undefined || apps.some((container) => !isLeftAlone(container))) return [];
  return helpers.map((helper) => ({ helper, main }));
}

/** Where processes are shared, the one that is done may end the others. */
function keepsProcessesApart({ node }: PodSpec): boolean {
  const { presence, entry } = lookup(node, 'shareProcessNamespace');
  return presence !== 'yes' || booleanOf(entry?.value) === false;
}

const isMain = ({ function: role }: Container): boolean => role === 'main' || role === 'unknown';

/** What a helper is called that does its work and ends. */
const ending = /init|validation|wait|backup|migrat/i;

function runsOn(container: Container, { annotations, pod }: Workload): boolean {
  const { image, name, process, function: role } = container;
  // A script decides by itself when it ends, and so does `timeout`.
  if (process?.script !== undefined || process?.wrappers.some(({ kind }) => kind === 'timeout')) return false;
  const helper = image?.variable === true ? undefined : classifyHelper(image?.text, name);
  if (helper === undefined) return role === 'ambassador' && pod.containers.length > 1 && container.ports.length > 0;
  if (role === 'main' || role === 'unknown' || ending.test(imageBasename(image?.text ?? '')) || ending.test(name ?? ''))
    return false;
  if (helper.duty === 'platform' && annotations['sidecar.istio.io/inject'] !== undefined) return false;
  if (helper.duty === 'sync') return helper.by === 'image' && /git-?sync|sidecar|reload/i.test(image?.text ?? '');
  return helper.by === 'image' || helper.duty === 'proxy';
}

/** `git-sync --one-time`, `vault agent -exit-after-auth`, `cloud-sql-proxy --quitquitquit` and whoever posts to it. */
const leaving = /one-?time|\bonce\b|exit|quit|pkill|killall/i;

function isLeftAlone({ command, args, environment }: Container): boolean {
  const words = [...(command ?? []), ...(args ?? [])].map(({ value, text }) => value ?? text);
  const names = environment.flatMap(({ name }) => name?.replaceAll('_', '-') ?? []);
  return ![...words, ...names].some((word) => leaving.test(word));
}
