import { classifyHelper, type Helper } from '../../knowledge/helpers';
import { serverRole } from '../../knowledge/image-roles';
import { hookOf } from './hooks';
import { localPortsIn } from './local-calls';
import type { Container, Workload } from './manifest';

/** A helper that starts and ends whenever it does, although another container needs it before and after. */
export interface LateHelper {
  readonly helper: Container;
  readonly main: Container;
  /** What is lost by that: connections through it, the last lines of a log, secrets at the start. */
  readonly loss: 'calls' | 'logs' | 'secrets';
}

/** The helpers of a pod that runs on which ought to start before its main container, or to end after it, and do not. */
export function lateHelpers(workload: Workload): readonly LateHelper[] {
  const { lifetime, kind, pod } = workload;
  if (lifetime === 'job' || lifetime === 'overlay' || kind?.completeness !== 'full' || pod.windows) return [];
  const apps = pod.containers.filter(({ placement }) => placement === 'app');
  const main = apps.find((container) => container.function === 'main');
  if (main === undefined) return [];
  const prepared = pod.containers.some(fetchesBefore);
  return apps.flatMap((helper) => {
    const loss = helper === main ? undefined : lossOf(helper, main, prepared);
    return loss === undefined ? [] : [{ helper, main, loss }];
  });
}

/** @param prepared whether an init container has got the secrets already */
function lossOf(container: Container, main: Container, prepared: boolean): LateHelper['loss'] | undefined {
  const helper = knownHelper(container);
  if (container.function === 'ambassador' && reaches(main, container, helper))
    return isFirst(container, main) && hookOf(container, 'postStart') !== undefined ? undefined : 'calls';
  // One that waits before it stops has been thought about.
  if (helper?.duty === 'logs' && shipsLogs(container, helper))
    return hookOf(container, 'preStop') === undefined ? 'logs' : undefined;
  return helper?.duty === 'secrets' && !prepared ? 'secrets' : undefined;
}

/** A container that is just called `vector` may be something else. */
const shipsLogs = ({ name }: Container, { by, readsFiles }: Helper): boolean =>
  by === 'image' || readsFiles || /log/i.test(name ?? '');

function knownHelper({ image, name }: Container): Helper | undefined {
  return classifyHelper(image === undefined || image.variable ? undefined : image.text, name);
}

/** Whether an application connects to another container; a server can as well be what that one connects to. */
function reaches(main: Container, { ports }: Container, helper: Helper | undefined): boolean {
  const called = localPortsIn(main.node);
  if (ports.some(({ number }) => number !== undefined && called.has(number))) return true;
  return helper?.outbound === true && (main.image === undefined || serverRole(main.image.text) === undefined);
}

/** The kubelet starts the containers of a pod one by one, and waits for the hook of each: the known way to be there first. */
const isFirst = (container: Container, main: Container): boolean => container.node.range.start < main.node.range.start;

/** An init container gets the secrets before anything else starts. */
const fetchesBefore = (container: Container): boolean =>
  container.placement === 'init' && knownHelper(container)?.duty === 'secrets';
