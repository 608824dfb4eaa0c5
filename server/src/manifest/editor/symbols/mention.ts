import { rangeOf, shifted, type TextRange, textOf } from '../../../engine/text';
import type { ManifestDocument, Scalar } from '../../model/manifest';

/** What names are of: that of an object is its kind. */
export type MentionKind = string;

/** A name that is written somewhere in a file. Offsets are the file's. */
export interface Mention {
  readonly kind: MentionKind;
  /** What the name is looked for in: a pod, or an object by its name. Empty for objects, which their namespace keeps apart. */
  readonly scope: string;
  readonly name: string;
  readonly namespace: string | undefined;
  readonly role: 'definition' | 'read';
  /** The name, without quotes. */
  readonly range: TextRange;
  /** With its quotes. */
  readonly written: TextRange;
  readonly isPlain: boolean;
  /** All of what defines it. */
  readonly whole: TextRange;
}

/** Where a name is written. */
export interface Written {
  readonly document: ManifestDocument;
  /** Where the document starts. */
  readonly start: number;
  readonly node: Scalar | undefined;
}

type About = Pick<Mention, 'kind'> & Partial<Pick<Mention, 'scope' | 'namespace' | 'role' | 'whole'>>;

/** The mention of a name; none where a template prints it, or it is not written in one piece. */
export function mentionOf({ document, start, node }: Written, about: About): readonly Mention[] {
  if (node === undefined || node.value === null || node.type === 'unknown') return [];
  const name = String(node.value);
  const isPlain = node.style === 'plain';
  const inner = isPlain ? node.range : rangeOf(node.range.start + 1, node.range.end - 1);
  if (name === '' || textOf(document.text, inner) !== name) return [];
  const range = shifted(inner, start);
  return [
    {
      scope: '',
      namespace: undefined,
      role: 'read',
      ...about,
      name,
      range,
      written: shifted(node.range, start),
      isPlain,
      whole: about.whole === undefined ? range : shifted(about.whole, start),
    },
  ];
}
