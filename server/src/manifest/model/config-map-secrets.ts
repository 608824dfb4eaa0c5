import { lineEnd, rangeOf, type TextRange } from '../../engine/text';
import { secretIn, secretValueKind } from '../../knowledge/secrets';
import { literalArgument, rangeWithin } from '../../shell/command-line';
import { sourceOf } from './arguments';
import { asMapping, fieldOf, stringOf } from './lookup';
import type { KubernetesObject, Scalar } from './manifest';

/** A secret in the data of a ConfigMap. */
export interface ConfigMapSecret {
  /** The key of the data, or the name in the file that it holds. */
  readonly name: string;
  readonly range: TextRange;
  readonly label: string | undefined;
  /** Something that somebody is meant to replace. */
  readonly placeholder: boolean;
}

/** The secrets in a ConfigMap's `data`: by the key for a value, by the line for a file. */
export function configMapSecrets({ apiVersion, kind, node, document }: KubernetesObject): readonly ConfigMapSecret[] {
  if (kind !== 'ConfigMap' || apiVersion !== 'v1') return [];
  return (asMapping(fieldOf(node, 'data'))?.entries ?? []).flatMap(({ name, value, merged }) => {
    const text = stringOf(value);
    if (text === undefined || value?.kind !== 'scalar' || value.alias !== undefined || merged) return [];
    const found = /\n./.test(text) ? secretsInFile(name, text, value) : secretsInValue(name, text, value);
    return found.map((secret) => ({ ...secret, range: onOneLine(document.text, secret.range) }));
  });
}

const onOneLine = (text: string, { start, end }: TextRange): TextRange =>
  rangeOf(start, Math.min(end, Math.max(start + 1, lineEnd(text, start))));

function secretsInValue(name: string, text: string, { range }: Scalar): readonly ConfigMapSecret[] {
  const secret = secretIn(name, text.trimEnd(), 'run');
  return secret === undefined ? [] : [{ name, range, label: secret.label, placeholder: secret.kind === 'placeholder' }];
}

/** In files of settings a name counts as well, in others only what looks like a secret. */
function secretsInFile(key: string, text: string, node: Scalar): readonly ConfigMapSecret[] {
  const word = literalArgument(text, node.range, sourceOf(node, text));
  const isSettings = /(?:\.properties|(?:^|\.)env)$/.test(key);
  const found: ConfigMapSecret[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const [, before = '', name = '', value = ''] = (isSettings && /^(\s*([\w.-]+)\s*[=:]\s*)(\S.*)$/.exec(line)) || [];
    const secret = name === '' ? undefined : secretIn(name, value.trimEnd(), 'run');
    const label = secret === undefined ? secretValueKind(line) : secret.label;
    if (secret !== undefined || label !== undefined) {
      const from = start + (secret === undefined ? line.length - line.trimStart().length : before.length);
      const range = rangeWithin(word, from, start + line.trimEnd().length) ?? node.range;
      found.push({
        name: secret === undefined ? key : name,
        range,
        label,
        placeholder: secret?.kind === 'placeholder',
      });
    }
    start += line.length + 1;
  }
  return found;
}
