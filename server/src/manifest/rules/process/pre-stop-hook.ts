import type { FixOffer } from '../../../engine/rule';
import type { TextEdit } from '../../../engine/text';
import { fullName } from '../../../image/full-name';
import { knownImage } from '../../../knowledge/images';
import { minorOf } from '../../../knowledge/kubernetes-version';
import type { Argument } from '../../../shell/command-line';
import { removeEntry } from '../../edits/remove';
import { replaceEntry } from '../../edits/replace-entry';
import { setPath } from '../../edits/replace-scalar';
import { everyContainer, labelOf } from '../../model/every-container';
import { gracePeriodOf } from '../../model/grace-period';
import { type Hook, hookOf } from '../../model/hooks';
import { baseOf } from '../../model/image-surroundings';
import { entryOf } from '../../model/lookup';
import type { Container, ManifestDocument, PodSpec } from '../../model/manifest';
import { stepsOf, stopCommandOf, type Wait, waitOf } from '../../model/pre-stop';
import { manifestRule } from '../../rule';

export default manifestRule({
  id: 'pre-stop-hook',
  chapter: 'process',
  variants: {
    refused: {
      severity: 'error',
      message: 'The hook sleeps {wait} seconds, and the pod has {grace} to stop: the API server refuses it',
    },
    overrun: {
      severity: 'warning',
      message: 'The hook sleeps {wait} of the {grace} seconds to stop: `{container}` is killed before it can finish',
    },
    missingProgram: {
      severity: 'warning',
      message: '`{image}` has no `{program}`: the hook fails, and `{container}` stops at once',
    },
    unsupported: {
      severity: 'warning',
      message: '`tcpSocket` does nothing in a hook: `{container}` stops at once',
    },
    unwaited: {
      severity: 'information',
      message: '`{command}` does not wait for the end: the stop signal follows at once, and cuts requests off',
    },
    redundant: {
      severity: 'information',
      message: '`{command}` is what the kubelet does next: the hook gains no time for requests to go elsewhere',
    },
  },
  fixes: {
    grace: { title: 'Give the pod {seconds} seconds to stop', safety: 'behaviour' },
    sleep: { title: 'Let the kubelet wait: `sleep` for {seconds} seconds', safety: 'behaviour' },
    remove: { title: 'Remove the hook, which does nothing', safety: 'safe' },
  },
  check(document, report, { settings }) {
    const sleeps = minorOf(settings.kubernetesVersion) >= sleepSince;
    const graces: Graces = new Map();
    for (const container of everyContainer(document)) {
      const hook = hookOf(container, 'preStop');
      if (hook === undefined || container.pod.windows) continue;
      const values = { container: labelOf(container) };
      if (hook.handler?.kind === 'tcpSocket') {
        report({
          variant: 'unsupported',
          at: entryOf(hook.node, 'tcpSocket')?.key.range ?? hook.entry.key.range,
          values,
          fixes: () => offer('remove', removeEntry(document, hook.lifecycle, hook.entry)),
        });
        continue;
      }
      const wait = waitOf(hook);
      const missing = missingProgram(container, hook);
      if (missing?.range !== undefined) {
        report({
          variant: 'missingProgram',
          at: missing.range,
          values: { ...values, image: container.image?.text ?? '', program: missing.value ?? '' },
          fixes: () => (sleeps && wait?.alone === true ? sleepInstead(document, hook, Math.ceil(wait.seconds)) : []),
        });
        continue;
      }
      const grace = gracePeriodOf(container.pod);
      if (wait !== undefined && grace !== undefined && grace > 0 && wait.seconds >= grace)
        report({
          variant: wait.native && wait.seconds > grace ? 'refused' : 'overrun',
          at: wait.range,
          values: { ...values, wait: String(wait.seconds), grace: String(grace) },
          fixes: () => longerGrace(document, container, wait, graces),
        });
      const stop = stopCommandOf(hook);
      if (stop?.word.range === undefined) continue;
      const unwaited = stop.graceful && !stopsGracefully(container);
      // After a pause there is nothing to gain any more, and nothing is lost.
      if (!unwaited && wait !== undefined) continue;
      const only = sleeps && stepsOf(hook).length === 1 && !unwaited;
      report({
        variant: unwaited ? 'unwaited' : 'redundant',
        at: stop.word.range,
        values: { ...values, command: stop.text },
        fixes: () => (only ? sleepInstead(document, hook, 5) : []),
      });
    }
  },
});

/** The handler is on by default since this minor. Source: kubernetes/website feature gate PodLifecycleSleepAction. */
const sleepSince = 30;

type FixName = 'grace' | 'sleep' | 'remove';

const offer = (id: FixName, edits: readonly TextEdit[] | undefined, seconds = ''): readonly FixOffer<FixName>[] =>
  edits === undefined ? [] : [{ id, values: { seconds }, edits: () => edits }];

/** What a hook starts with, when that is a program that an image without a shell does not have. */
function missingProgram(container: Container, { handler }: Hook): Argument | undefined {
  if (handler?.kind !== 'exec' || baseOf(container)?.shell !== false) return undefined;
  // What is mounted may bring it.
  const [word] = handler.command;
  const ordinary = /^(?:(?:\/usr)?\/bin\/)?(?:sh|bash|ash|dash|sleep|kill|curl|wget)$/.test(word?.value ?? '');
  return ordinary && container.mounts.length === 0 ? word : undefined;
}

function sleepInstead(document: ManifestDocument, { node }: Hook, seconds: number): readonly FixOffer<FixName>[] {
  const exec = entryOf(node, 'exec');
  if (exec === undefined || node.alias !== undefined) return [];
  return offer('sleep', replaceEntry(document, node, exec, 'sleep', { seconds }), String(seconds));
}

/** The edits that were made for a pod, by seconds: its containers wait equally long as a rule. */
type Graces = Map<PodSpec, Map<number, readonly TextEdit[] | undefined>>;

/** As long as it sleeps, and half of the usual time for what is left to do. */
function longerGrace(
  document: ManifestDocument,
  { pod }: Container,
  { seconds }: Wait,
  graces: Graces,
): readonly FixOffer<FixName>[] {
  const wanted = Math.ceil(seconds) + 15;
  const made = graces.get(pod) ?? new Map<number, readonly TextEdit[] | undefined>();
  graces.set(pod, made);
  if (!made.has(wanted)) made.set(wanted, setPath(document, pod.node, ['terminationGracePeriodSeconds'], wanted));
  return offer('grace', made.get(wanted), String(wanted));
}

/** Whether an image says that its process is stopped by SIGQUIT, as that of nginx does. */
function stopsGracefully({ image }: Container): boolean {
  if (image === undefined || image.variable) return false;
  return knownImage(fullName(image), image.tag)?.stopsignal === 'SIGQUIT';
}
