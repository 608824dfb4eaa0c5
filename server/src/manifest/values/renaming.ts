import { replaceScalar } from '../edits/replace-scalar';
import { together } from '../edits/together';
import { asMapping, asScalar, asSequence, fieldOf, stringOf } from '../model/lookup';
import type { PodSpec, Scalar } from '../model/manifest';
import type { TypedScalar } from '../schema/typed-scalars';
import type { Mending } from './invalid-value';

/** The pod that a value stands in. */
const podAround = ({ object, node }: TypedScalar): PodSpec | undefined =>
  object.workloads.find(({ pod }) => pod.node.range.start <= node.range.start && node.range.end <= pod.node.range.end)
    ?.pod;

/** Renames a volume together with its mounts. */
export function renamedVolume(scalar: TypedScalar, wanted: string): Mending | undefined {
  const mounts = (podAround(scalar)?.containers ?? []).flatMap(({ node }) =>
    ['volumeMounts', 'volumeDevices'].flatMap((list) =>
      (asSequence(fieldOf(node, list))?.items ?? []).flatMap(
        ({ value }) => asScalar(fieldOf(asMapping(value), 'name')) ?? [],
      ),
    ),
  );
  return renamed(scalar, wanted, mounts);
}

/** Renames a port of a container together with the probes that ask it. */
export const renamedPort = (scalar: TypedScalar, wanted: string): Mending | undefined =>
  renamed(
    scalar,
    wanted,
    (podAround(scalar)?.containers ?? []).flatMap((container) =>
      [container.readinessProbe, container.livenessProbe, container.startupProbe].flatMap((probe) => {
        const handler = probe?.handler;
        return handler !== undefined && handler.kind !== 'exec' ? (handler.port?.node ?? []) : [];
      }),
    ),
  );

/** Whether a container of the pod declares a port of this name. */
export const declaredPortNamed = (scalar: TypedScalar, name: string): boolean =>
  (podAround(scalar)?.containers ?? []).some(({ ports }) => ports.some((port) => port.name === name));

function renamed(scalar: TypedScalar, wanted: string, references: readonly Scalar[]): Mending | undefined {
  const { document } = scalar.object;
  const old = scalar.node.value;
  const others = references.filter((reference) => stringOf(reference) === old);
  const edits = together(...[scalar.node, ...others].map((each) => replaceScalar(document, each, wanted)));
  const unchanged = edits === undefined || edits.length === 0;
  return unchanged ? undefined : { fix: 'rename', values: { wanted }, safety: 'behaviour', edits };
}
