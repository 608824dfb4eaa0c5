import type { InlayHint } from '../../engine/editor';
import { rendered, templates } from '../../engine/message';
import { remembered } from '../../engine/remembered';
import type { TextRange } from '../../engine/text';
import { sizeHint } from '../../image/size-hint';
import type { Container, KubernetesObject, Manifest, Probe } from '../model/manifest';
import { roleInWords, roleWord } from './container-words';
import { outcomeOf, timingOf } from './probe-words';

const texts = templates({ role: '{role}' });

/** The kinds of hints, by their settings. */
export const hintIds = ['probeTiming', 'imageSize', 'containerRole'] as const;

/** What a manifest does not say: how long a probe may fail, how large an image is, what a helper is. */
export const hints = ({ documents }: Manifest, { start, end }: TextRange): readonly InlayHint[] =>
  documents
    .filter((place) => place.start <= end && start <= place.start + place.document.text.length)
    .flatMap((place) =>
      place.document.objects
        .flatMap(hintsIn)
        .map((hint) => ({ ...hint, at: hint.at + place.start }))
        .filter(({ at }) => start <= at && at <= end),
    );

const hintsIn = remembered((object: KubernetesObject): readonly InlayHint[] =>
  object.workloads.flatMap(({ pod }) =>
    pod.containers.flatMap((container) => [
      ...roleHints(container),
      ...imageHints(container),
      ...[container.startupProbe, container.readinessProbe, container.livenessProbe].flatMap((probe) =>
        probe === undefined ? [] : timingHints(probe),
      ),
    ]),
  ),
);

function roleHints(container: Container): readonly InlayHint[] {
  const role = roleWord(container);
  const { nameNode } = container;
  // An init container is seen to be one by the list that it stands in.
  if (role === undefined || nameNode === undefined || nameNode.alias !== undefined || container.placement === 'init')
    return [];
  const tooltip = roleInWords(container);
  const text = rendered(texts.role, { role });
  return [
    { id: 'containerRole', at: nameNode.range.end, text, ...(tooltip !== undefined && { tooltip }), padded: 'left' },
  ];
}

function imageHints({ image, imageNode }: Container): readonly InlayHint[] {
  const hint = image === undefined || imageNode?.alias !== undefined ? undefined : sizeHint(image);
  return hint === undefined || imageNode === undefined ? [] : [{ ...hint, id: 'imageSize', at: imageNode.range.end }];
}

function timingHints(probe: Probe): readonly InlayHint[] {
  const { key, merged } = probe.entry;
  const text = outcomeOf(probe);
  const tooltip = timingOf(probe);
  return text === undefined || merged || probe.node.alias !== undefined
    ? []
    : [
        {
          id: 'probeTiming',
          // Behind the colon.
          at: probe.container.pod.workload.object.document.text.indexOf(':', key.range.end) + 1,
          text,
          ...(tooltip !== undefined && { tooltip }),
          padded: 'left',
        },
      ];
}
