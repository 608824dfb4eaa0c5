import type { TextRange } from '../../engine/text';

/**
 * The values of a YAML or JSON document. Ranges count from the start of the document's part of the file. An alias is
 * read as the node that it names: `alias` on the node reached through it is the range of the `*name`.
 */
export type Node = Scalar | Mapping | Sequence;

interface NodeBase {
  /** Of the value itself: quotes and brackets included; anchors, tags, comments and trailing line ends not. */
  readonly range: TextRange;
  /** Set when the node was reached through an alias or a merge: an edit here changes other places too. */
  readonly alias: TextRange | undefined;
  readonly anchor: string | undefined;
}

export interface Scalar extends NodeBase {
  readonly kind: 'scalar';
  /** By go-yaml's rules, which are Kubernetes' own. `unknown`: a template action or a substitution decides. */
  readonly type: 'string' | 'integer' | 'float' | 'boolean' | 'null' | 'unknown';
  /** What is written where the type is `unknown`. */
  readonly value: string | number | boolean | null;
  /** As written, without quotes; block scalars by their value. */
  readonly source: string;
  /** `json` for everything in a JSON file. */
  readonly style: 'plain' | 'single' | 'double' | 'literal' | 'folded' | 'json';
  /**
   * Offset of each character of a string value, and one more for its end; `undefined` where they do not correspond.
   * Worked out when it is called.
   */
  readonly offsets: (() => readonly number[] | undefined) | undefined;
}

export interface Mapping extends NodeBase {
  readonly kind: 'mapping';
  readonly flow: boolean;
  /** In source order, then what merges bring. The `<<` keys themselves are not among them. */
  readonly entries: readonly Entry[];
  /** The `<<` keys, as they are written. */
  readonly merges: readonly Entry[];
  /** A template action or a broken line may bring further keys: what is not there is unknown. */
  readonly open: boolean;
}

export interface Entry {
  readonly key: Scalar;
  /** As it is written, without quotes: `yes` is `yes`, although its type is boolean. */
  readonly name: string;
  /** `undefined` for `key:` with nothing after it. */
  readonly value: Node | undefined;
  /** From the key to the end of the value's last content. */
  readonly range: TextRange;
  /** It comes from a `<<` merge. */
  readonly merged: boolean;
  /** A template action decides whether it is there. */
  readonly conditional: boolean;
}

export interface Sequence extends NodeBase {
  readonly kind: 'sequence';
  readonly flow: boolean;
  readonly items: readonly Item[];
  readonly open: boolean;
}

export interface Item {
  /** `undefined` for a `-` with nothing after it. */
  readonly value: Node | undefined;
  /** From the dash, in block style, to the end of the value's last content. */
  readonly range: TextRange;
  readonly conditional: boolean;
}

/** Whether something is there: `unknown` in a template or a patch, where the rest is elsewhere. */
export type Presence = 'yes' | 'no' | 'unknown';
