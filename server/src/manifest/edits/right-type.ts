import { insertion, lineEnd, type TextEdit } from '../../engine/text';
import { plainWords } from '../../shell/plain-words';
import type { Entry, ManifestDocument, Mapping, Scalar } from '../model/manifest';
import { typeOfPlain } from '../model/scalar-type';
import { acceptsScalar } from '../schema/accepted';
import type { FieldType } from '../schema/field-types';
import type { WrongValue } from '../schema/mismatches';
import { colonOf } from './extent';
import { isPlainBlock } from './members';
import { hasAction, hasComment, hasProblem, movesComment } from './obstacles';
import { replaceEntry } from './replace-entry';
import { replaceItem } from './replace-item';
import { quoteScalar, replaceScalar, unquoteScalar } from './replace-scalar';
import { reshaped, sourcesOf } from './reshaped';

/** How a value is put right that is of another type than its field. */
export interface RightType {
  readonly fix: 'unquote' | 'quote' | 'number' | 'reshape' | 'text' | 'lift';
  readonly edits: readonly TextEdit[];
  /** The value that is written in the place of the old one, where that is another. */
  readonly written?: string;
  /** More is written than the value says: a shell, an operator. */
  readonly guessed?: boolean;
}

/** @returns `undefined` where nobody can tell what is meant, or a comment would have to move */
export function rightType(wrong: WrongValue): RightType | undefined {
  const { document } = wrong.place.object;
  const found = wrong.node.kind === 'scalar' ? ofScalar(document, wrong, wrong.node) : undefined;
  const right = found ?? asText(document, wrong) ?? lifted(document, wrong) ?? inShape(document, wrong);
  if (right === undefined || right.edits.length === 0) return undefined;
  return right.edits.some((edit) => movesComment(document, edit)) ? undefined : right;
}

const made = (fix: RightType['fix'], edits: readonly TextEdit[] | undefined): RightType | undefined =>
  edits && { fix, edits };

const rewritten = (document: ManifestDocument, scalar: Scalar, value: number | boolean): RightType | undefined => {
  const edits = replaceScalar(document, scalar, value);
  return edits && { fix: 'number', edits, written: String(value) };
};

function ofScalar(document: ManifestDocument, wrong: WrongValue, scalar: Scalar): RightType | undefined {
  const { expected, entry } = wrong;
  if (expected.kind !== 'scalar') return undefined;
  if (expected.scalar === 'string')
    return expected.values.length > 0 && !expected.values.includes(scalar.source)
      ? undefined
      : made('quote', quoteScalar(document, scalar));
  if (typeof scalar.value !== 'string') return undefined;
  if (isMeant(expected, scalar.value, entry)) return made('unquote', unquoteScalar(document, scalar));
  const seconds = expected.scalar === 'integer' && entry.name.endsWith('Seconds') ? secondsIn(scalar.value) : undefined;
  if (seconds !== undefined) return rewritten(document, scalar, seconds);
  const word = typeOfPlain(scalar.value);
  if (expected.scalar === 'boolean' && typeof word.value === 'boolean') return rewritten(document, scalar, word.value);
  return undefined;
}

/** Whether the text, without quotes, is the value that its quotes hide. What is octal for YAML is a mode, or not meant. */
function isMeant(expected: FieldType, text: string, { name }: Entry): boolean {
  const plain = typeOfPlain(text);
  if (plain.type === 'boolean' && !/^(?:true|false)$/.test(text)) return false;
  if (/^[-+]?0\d|_/.test(text) && !/mode$/i.test(name)) return false;
  return (
    acceptsScalar(expected, { ...bare, type: plain.type, value: plain.value, source: text }) && plain.type !== 'null'
  );
}

const bare: Scalar = {
  kind: 'scalar',
  type: 'null',
  value: null,
  source: '',
  style: 'plain',
  offsets: undefined,
  range: { start: 0, end: 0 },
  alias: undefined,
  anchor: undefined,
};

const secondsPer: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600 };

/** `30s` as a number of seconds. */
function secondsIn(text: string): number | undefined {
  const [, number, unit] = /^(\d{1,6})([smh])$/.exec(text) ?? [];
  return number === undefined || unit === undefined ? undefined : Number(number) * (secondsPer[unit] ?? 1);
}

/** A file that is written out as YAML where its text belongs: `|` behind the key makes it one. */
function asText(document: ManifestDocument, { expected, node, within }: WrongValue): RightType | undefined {
  if (expected.kind !== 'scalar' || expected.scalar !== 'string' || node.kind === 'scalar') return undefined;
  if (within === undefined || !('mapping' in within) || node.flow || document.format === 'json') return undefined;
  if (!/\.(?:ya?ml|json|conf|properties|toml|ini)$/.test(within.entry.name)) return undefined;
  const { text } = document;
  const colon = colonOf(text, within.entry);
  const { range } = within.entry;
  if (colon === undefined || !isPlainBlock(text, within.mapping) || !isPlainBlock(text, node)) return undefined;
  if (hasComment(document, range) || hasAction(document, range) || hasProblem(document, range)) return undefined;
  const end = lineEnd(text, colon);
  return text.slice(colon + 1, end).trim() === '' ? made('text', [insertion(colon + 1, ' |')]) : undefined;
}

/** `selector: {matchLabels: {…}}` where the labels themselves belong. */
function lifted(
  document: ManifestDocument,
  { expected, node, within, place, entry }: WrongValue,
): RightType | undefined {
  if (expected.kind !== 'scalar' || node.kind !== 'mapping' || within === undefined || !('mapping' in within))
    return undefined;
  if (within.entry.name !== 'matchLabels' || within.mapping.entries.length > 1 || node.entries.length === 0)
    return undefined;
  const labels = sourcesOf(document, node, node.entries);
  return labels && made('lift', replaceEntry(document, place.mapping, entry, entry.name, new Map(labels)));
}

function inShape(document: ManifestDocument, wrong: WrongValue): RightType | undefined {
  const { expected, node, within, entry, place } = wrong;
  const holder: { readonly mapping: Mapping; readonly entry: Entry } | undefined =
    within === undefined ? { mapping: place.mapping, entry } : 'mapping' in within ? within : undefined;
  const field = holder?.entry.name ?? entry.name;
  const value = reshaped({ document, field, expected, node });
  if (value === undefined) return undefined;
  const edits =
    holder !== undefined
      ? replaceEntry(document, holder.mapping, holder.entry, field, value)
      : within !== undefined && 'sequence' in within
        ? replaceItem(document, within.sequence, within.item, value)
        : undefined;
  return edits && { fix: 'reshape', edits, guessed: addsToIt(wrong) };
}

/** A command that needs a shell gets one, a taint that is tolerated whatever its value an operator; the port of a host is left out. */
function addsToIt({ expected, node }: WrongValue): boolean {
  if (node.kind !== 'scalar' || typeof node.value !== 'string') return false;
  if (expected.kind === 'object' && expected.name !== 'ExecAction')
    return expected.name === 'Toleration' || (expected.name === 'ContainerPort' && node.value.includes(':'));
  return plainWords(node.value) === undefined && /\s/.test(node.value);
}
