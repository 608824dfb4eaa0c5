import { isFileSecret, isSecretFile } from '../../knowledge/secret-files';
import { decoded, encoded } from './base64';
import { asMapping, fieldOf, stringOf } from './lookup';
import type { KubernetesObject, Scalar } from './manifest';

/** A value of a Secret that ends with a line break, which is hardly a part of it. */
export interface SecretNewline {
  readonly list: 'data' | 'stringData';
  readonly key: string;
  readonly node: Scalar;
  /** What to write instead: in base64 where that is what stands there. */
  readonly wanted: string;
}

/** Longer texts are no passwords. In characters. */
const longest = 4096;

/** The one-line values of a Secret, files aside, that end with a line break. */
export function secretNewlines({ apiVersion, kind, node }: KubernetesObject): readonly SecretNewline[] {
  if (apiVersion !== 'v1' || kind !== 'Secret' || isFileSecret(stringOf(fieldOf(node, 'type')) ?? '')) return [];
  return [...inEntries(node, 'data', decoded, encoded), ...inEntries(node, 'stringData', asItIs, asItIs)];
}

const asItIs = (text: string): string => text;

function inEntries(
  object: KubernetesObject['node'],
  list: SecretNewline['list'],
  read: (text: string) => string | undefined,
  write: (text: string) => string,
): readonly SecretNewline[] {
  return (asMapping(fieldOf(object, list))?.entries ?? []).flatMap(({ name, value, merged }) => {
    const written = stringOf(value);
    if (written === undefined || value?.kind !== 'scalar' || value.alias !== undefined || merged) return [];
    const text = written.length > longest ? undefined : read(written);
    const line = text === undefined ? undefined : /^([^\r\n]+)(?:\r?\n)+$/.exec(text)?.[1];
    if (line === undefined || !isText(line) || isSecretFile(name, line)) return [];
    return [{ list, key: name, node: value, wanted: write(line) }];
  });
}

/** Keys of random bytes may end with any byte. */
const isText = (line: string): boolean =>
  [...line].every((character) => character >= ' ' && character !== '\u007F' && character !== '\uFFFD');
