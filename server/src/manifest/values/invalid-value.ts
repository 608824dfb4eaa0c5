import type { Safety, Values } from '../../engine/fix';
import type { TextEdit, TextRange } from '../../engine/text';
import { replaceScalar } from '../edits/replace-scalar';
import type { ManifestDocument, Scalar } from '../model/manifest';

/** A value that is of the right type and still means nothing, or something that nobody meant. */
export interface InvalidValue {
  readonly variant: InvalidVariant;
  readonly at: TextRange;
  readonly values: Values;
  readonly mending?: Mending | undefined;
}

export interface Mending {
  readonly fix: 'write' | 'rename' | 'stringData' | 'timeZone';
  readonly values: Values;
  readonly safety: Safety;
  readonly edits: readonly TextEdit[];
}

export type InvalidVariant =
  | 'choice'
  | 'kind'
  | 'group'
  | 'quantity'
  | 'fraction'
  | 'bytes'
  | 'cores'
  | 'rounded'
  | 'whole'
  | 'least'
  | 'most'
  | 'grace'
  | 'mode'
  | 'decimalMode'
  | 'port'
  | 'nodePort'
  | 'portName'
  | 'label'
  | 'subdomain'
  | 'long'
  | 'labelValue'
  | 'key'
  | 'dataKey'
  | 'variableName'
  | 'host'
  | 'share'
  | 'scheduleFields'
  | 'scheduleTerm'
  | 'scheduleZone'
  | 'base64'
  | 'image'
  | 'blanks'
  | 'path'
  | 'absolute'
  | 'colon';

/** Another value in the place of one; `undefined` where it cannot be written safely, or is the same. */
export function writing(
  document: ManifestDocument,
  node: Scalar,
  wanted: Parameters<typeof replaceScalar>[2],
  shown: string,
  safety: Safety,
): Mending | undefined {
  const edits = replaceScalar(document, node, wanted);
  return edits === undefined || edits.length === 0
    ? undefined
    : { fix: 'write', values: { wanted: shown }, safety, edits };
}

/** A text that something else fills in before it is sent: `${NAME}`, `$(NAME)`, `<name>`, `%NAME%`, `{name}`, `__NAME__`, `YOUR_NAME`. */
export const isFilledIn = (text: string): boolean =>
  /\$[\w({]|<[^<>]+>|\{[\w.-]+\}|%\w+%|@\w+@|\{\{|\{%|__\w+__|^[A-Z][A-Z0-9]*(?:[_-][A-Z0-9]+)+$|^[A-Z]{2,}$/.test(
    text,
  );
