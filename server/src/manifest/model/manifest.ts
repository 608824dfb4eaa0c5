import type { TextRange } from '../../engine/text';
import type { ImageReference } from '../../image/reference';
import type { WorkloadKind } from '../../knowledge/workload-kinds';
import type { Argument, Wrapper } from '../../shell/command-line';
import type { Script } from '../../shell/syntax';
import type { Entry, Item, Mapping, Node, Presence, Scalar, Sequence } from './nodes';

/** A YAML or JSON file of Kubernetes objects. */
export interface Manifest {
  readonly text: string;
  readonly path: string | undefined;
  readonly lineEnding: '\n' | '\r\n';
  readonly format: 'yaml' | 'json';
  readonly mode: Mode;
  readonly documents: readonly DocumentPlace[];
}

/**
 * `plain`: everything is here. `template`: a Helm chart's template or another text with actions in it; `patch`: a
 * kustomize patch. In the last two what is written is checked and what is not there is unknown.
 */
export type Mode = 'plain' | 'template' | 'patch';

export interface DocumentPlace {
  readonly start: number;
  readonly document: ManifestDocument;
}

/** One document. The same object for as long as its text and what changes its meaning are the same. */
export interface ManifestDocument {
  /** The part's text, from the `---` line that opens it, if any, to where the next begins. Ranges count from its start. */
  readonly text: string;
  /** The file that it stands in, for the name and folder; its text may have moved on. */
  readonly path: string | undefined;
  readonly lineEnding: '\n' | '\r\n';
  readonly format: 'yaml' | 'json';
  readonly mode: Mode;
  /** A header says that a tool wrote it. */
  readonly generated: boolean;
  readonly root: Node | undefined;
  readonly comments: readonly YamlComment[];
  readonly problems: readonly YamlProblem[];
  /** Whether rules may read it: an object of a cluster's API. `false` for other YAML, on which everything is silent. */
  readonly recognised: boolean;
  /** The objects that it holds: one, or those of a `List`. */
  readonly objects: readonly KubernetesObject[];
}

export interface YamlComment {
  readonly range: TextRange;
  readonly text: string;
  /** Nothing but blanks stands before it on its line. */
  readonly alone: boolean;
}

/** What the YAML reader says. `code` is the yaml package's, or our own: `TAB_INDENT`, `DUPLICATE_KEY` … */
export interface YamlProblem {
  readonly code: string;
  readonly message: string;
  readonly range: TextRange;
}

export interface KubernetesObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string | undefined;
  readonly namespace: string | undefined;
  readonly node: Mapping;
  readonly apiVersionNode: Scalar | undefined;
  readonly kindNode: Scalar | undefined;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly metadata: Mapping | undefined;
  /** Every pod that the object makes, by the table of kinds and by a generic walk. */
  readonly workloads: readonly Workload[];
  readonly document: ManifestDocument;
}

export interface Workload {
  readonly object: KubernetesObject;
  /** `service`: runs on; `job`: ends by itself; `daemon`: one on each node; `pod`: a Pod itself; `overlay`: merged over something else. */
  readonly lifetime: 'service' | 'job' | 'daemon' | 'pod' | 'overlay';
  /** The row of the table of kinds that told where the pod is; `undefined` when it was guessed. */
  readonly kind: WorkloadKind | undefined;
  /** Found by the generic walk, not by the table. */
  readonly guessed: boolean;
  /** The pod template's metadata; the object's own for a Pod. */
  readonly metadata: Mapping | undefined;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly pod: PodSpec;
}

export interface PodSpec {
  readonly node: Mapping;
  readonly workload: Workload;
  /** In order: init containers, then containers, then ephemeral ones. */
  readonly containers: readonly Container[];
  readonly securityContext: Mapping | undefined;
  readonly volumes: readonly Volume[];
  readonly windows: boolean;
}

export interface Volume {
  readonly name: string | undefined;
  readonly node: Mapping;
  /** `emptyDir`, `configMap`, `persistentVolumeClaim` …; `undefined` when none is written. */
  readonly source: string | undefined;
  readonly sourceNode: Node | undefined;
}

export interface Container {
  readonly placement: 'app' | 'init' | 'nativeSidecar' | 'ephemeral';
  readonly function: 'main' | 'sidecar' | 'ambassador' | 'adapter' | 'unknown';
  /** Why it was given that function, for hover; empty for `main` and `unknown`. */
  readonly functionReason: string;
  readonly name: string | undefined;
  readonly nameNode: Scalar | undefined;
  readonly image: ImageReference | undefined;
  readonly imageNode: Scalar | undefined;
  readonly node: Mapping;
  /** The list item that it is. */
  readonly item: Item;
  readonly pod: PodSpec;
  readonly ports: readonly ContainerPort[];
  readonly environment: readonly EnvironmentVariable[];
  readonly environmentFrom: readonly Mapping[];
  readonly mounts: readonly VolumeMount[];
  readonly readinessProbe: Probe | undefined;
  readonly livenessProbe: Probe | undefined;
  readonly startupProbe: Probe | undefined;
  /** Of `command`, then `args`, as written here; `undefined` where the image decides. */
  readonly command: readonly Argument[] | undefined;
  readonly args: readonly Argument[] | undefined;
  readonly process: ContainerProcess | undefined;
  readonly resources: Mapping | undefined;
  readonly securityContext: Mapping | undefined;
}

/** What `command` and `args` start: only when the program is written here. */
export interface ContainerProcess {
  readonly argv: readonly Argument[];
  readonly wrappers: readonly Wrapper[];
  readonly program: readonly Argument[];
  readonly script: Script | undefined;
  /** The word that the script is, when a shell is given one. */
  readonly scriptArgument: Argument | undefined;
  /** The words behind the script: its `$0`, `$1` and so on. */
  readonly scriptOperands: readonly Argument[];
}

export interface ContainerPort {
  readonly name: string | undefined;
  readonly number: number | undefined;
  readonly protocol: 'TCP' | 'UDP' | 'SCTP';
  readonly node: Mapping;
  readonly nameNode: Scalar | undefined;
  readonly numberNode: Scalar | undefined;
}

export interface EnvironmentVariable {
  readonly name: string | undefined;
  readonly node: Mapping;
  readonly item: Item;
  readonly nameNode: Scalar | undefined;
  /** A literal string value. */
  readonly value: string | undefined;
  readonly valueNode: Scalar | undefined;
  readonly valueFrom: Mapping | undefined;
}

export interface VolumeMount {
  readonly name: string | undefined;
  readonly path: string | undefined;
  readonly node: Mapping;
}

export interface Probe {
  readonly kind: 'readinessProbe' | 'livenessProbe' | 'startupProbe';
  readonly entry: Entry;
  readonly node: Mapping;
  readonly container: Container;
  /** `undefined` with none, or with several. */
  readonly handler: ProbeHandler | undefined;
  /** In seconds, by their defaults where nothing is written; `undefined` when it cannot be known. */
  readonly initialDelaySeconds: number | undefined;
  readonly periodSeconds: number | undefined;
  readonly timeoutSeconds: number | undefined;
  readonly failureThreshold: number | undefined;
  readonly successThreshold: number | undefined;
}

export type ProbeHandler =
  | {
      readonly kind: 'httpGet';
      readonly node: Mapping;
      readonly path: string;
      readonly port: PortReference | undefined;
      readonly scheme: string;
      readonly host: string | undefined;
    }
  | {
      readonly kind: 'tcpSocket';
      readonly node: Mapping;
      readonly port: PortReference | undefined;
      readonly host: string | undefined;
    }
  | {
      readonly kind: 'grpc';
      readonly node: Mapping;
      readonly port: PortReference | undefined;
      readonly service: string;
    }
  | { readonly kind: 'exec'; readonly node: Mapping; readonly command: readonly Argument[] };

/** A port by number or by name. */
export interface PortReference {
  readonly value: string | number;
  readonly node: Scalar;
}

/** What was asked of a mapping: the entry when it is there. */
export interface Lookup {
  readonly presence: Presence;
  readonly entry: Entry | undefined;
}

export type { Entry, Item, Mapping, Node, Presence, Scalar, Sequence };
