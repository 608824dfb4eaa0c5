import type { EditorContext, HoverText } from '../../../engine/editor';
import { shifted } from '../../../engine/text';
import { fullName } from '../../../image/full-name';
import { imageCard } from '../../../image/image-card';
import type { Container, Manifest, Probe } from '../../model/manifest';
import type { Node } from '../../model/nodes';
import { roleInWords } from '../container-words';
import { fieldHelp, kindHelp } from '../field-help';
import { timingOf } from '../probe-words';
import { type TreePlace, type TreeStep, treePlaceAt } from '../tree-place';
import { processWords } from './process';
import { valueInWords } from './value';

/** What there is to know about the key or value at an offset. */
export function hoverAt(manifest: Manifest, offset: number, context: EditorContext): HoverText | undefined {
  const place = treePlaceAt(manifest, offset);
  const step = place?.steps.at(-1);
  if (place === undefined || step === undefined) return undefined;
  const found = place.isKey ? aboutKey(place, step, context) : aboutValue(place, step, context);
  return found && found.texts.length > 0 ? { ...found, range: shifted(found.range, place.start) } : undefined;
}

/** What is special here comes first, what the API says of every such field after it. */
function aboutKey(place: TreePlace, { type, member }: TreeStep, { reference }: EditorContext): HoverText | undefined {
  if (!('key' in member)) return undefined;
  const field = type?.kind === 'object' ? type.fields.get(member.name) : undefined;
  const help = type?.kind === 'object' && field ? [fieldHelp(type, field, reference)] : [];
  return { range: member.key.range, texts: [...aboutMember(place, member.name, member.value), ...help] };
}

function aboutValue(place: TreePlace, { type, member }: TreeStep, context: EditorContext): HoverText | undefined {
  const { node, object, steps } = place;
  if (node?.kind !== 'scalar') return undefined;
  const key = keyOf(steps);
  const container = containerAt(place);
  if (object !== undefined && (node === object.kindNode || node === object.apiVersionNode)) {
    const kind = kindHelp(
      object.kind,
      object.apiVersion,
      type?.kind === 'object' ? type : undefined,
      context.reference,
    );
    return { range: node.range, texts: kind === undefined ? [] : [kind] };
  }
  if (container !== undefined && node === container.imageNode) return aboutImage(container, context);
  if (container !== undefined && node === container.nameNode)
    return { range: node.range, texts: aboutContainer(container) };
  if (container !== undefined && (key === 'command' || key === 'args') && isOwn(container, steps))
    return { range: node.range, texts: processWords(container) };
  const words = valueInWords(String(node.value ?? ''), key, place);
  const probe = probeAt(place, container);
  const timing = probe !== undefined && 'key' in member && isTiming.test(member.name) ? timingOf(probe) : undefined;
  return {
    range: node.range,
    texts: [...(words === undefined ? [] : [words]), ...(timing === undefined ? [] : [timing])],
  };
}

const isTiming = /(?:Seconds|Threshold)$/;

function aboutMember(place: TreePlace, name: string, value: Node | undefined): readonly string[] {
  const container = containerAt(place);
  if (container === undefined) return [];
  const probe = probeAt(place, container);
  if (probe !== undefined && (value === probe.node || isTiming.test(name))) return [timingOf(probe) ?? []].flat();
  if (!isOwn(container, place.steps)) return [];
  if (name === 'name') return aboutContainer(container);
  return name === 'command' || name === 'args' ? processWords(container) : [];
}

const aboutContainer = (container: Container): readonly string[] => {
  const role = roleInWords(container);
  return [...(role === undefined ? [] : [role]), ...processWords(container)];
};

function aboutImage({ image, imageNode }: Container, { today }: EditorContext): HoverText | undefined {
  if (image?.resolved === undefined || imageNode === undefined) return undefined;
  const card = imageCard(fullName(image), image.tag ?? 'latest', today);
  return { range: imageNode.range, texts: card === undefined ? [] : [card] };
}

/** The key that a scalar stands under, at whatever depth of lists. */
function keyOf(steps: readonly TreeStep[]): string {
  for (const { member } of steps.toReversed()) if ('key' in member) return member.name;
  return '';
}

/** Whether the last key is one of the container itself. */
const isOwn = ({ node }: Container, steps: readonly TreeStep[]): boolean =>
  steps.findLast(({ member }) => 'key' in member)?.holder === node;

export function containerAt({ object, steps }: TreePlace): Container | undefined {
  const containers = object?.workloads.flatMap(({ pod }) => pod.containers) ?? [];
  return containers.find(({ node }) => steps.some(({ holder }) => holder === node));
}

function probeAt({ steps }: TreePlace, container: Container | undefined): Probe | undefined {
  const probes = [container?.readinessProbe, container?.livenessProbe, container?.startupProbe];
  return probes.find((probe) => probe !== undefined && steps.some(({ member }) => member === probe.entry));
}
