import { rendered, templates } from '../../../engine/message';
import { fullName } from '../../../image/full-name';
import { knownImage } from '../../../knowledge/images';
import { processText, receiverText } from '../../../shell/process-text';
import { asMapping, fieldOf, stringOf } from '../../model/lookup';
import type { Container } from '../../model/manifest';
import { startedProcess } from '../../model/started-process';

const texts = templates({ killed: 'What has not ended {seconds} s later is killed' });

/** The kubelet's default: https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination */
const defaultGrace = 30;

/** What a container runs as PID 1 and who is asked to stop, as Markdown; empty where the image decides that. */
export function processWords(container: Container): readonly string[] {
  const process = startedProcess(container);
  if (process === undefined) return [];
  const receiver = receiverText(process, signalOf(container));
  const grace = fieldOf(container.pod.node, 'terminationGracePeriodSeconds');
  const seconds = grace?.kind === 'scalar' && typeof grace.value === 'number' ? grace.value : defaultGrace;
  const lines = receiver === undefined ? [] : [receiver, rendered(texts.killed, { seconds: String(seconds) })];
  return [
    [processText(process), lines.map((line) => `- ${line}`).join('\n')].filter((part) => part !== '').join('\n\n'),
  ];
}

/** What the manifest says, or the image. */
function signalOf({ node, image }: Container): string {
  const written = stringOf(fieldOf(asMapping(fieldOf(node, 'lifecycle')), 'stopSignal'));
  const known = image === undefined || image.variable ? undefined : knownImage(fullName(image), image.tag)?.stopsignal;
  return written ?? known ?? 'SIGTERM';
}
