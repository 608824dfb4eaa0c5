import { readSimpleYaml } from '../../../../server/src/manifest/model/simple-yaml';
import { documentStarts } from '../../../../server/src/manifest/model/split';
import { readAnyYaml } from '../../../../server/src/manifest/model/yaml-tree';

/** What both readers make of the documents of a text, as plain data, where the quick one does not give up. */
export const bothReadings = (text: string): readonly { readonly quick: unknown; readonly usual: unknown }[] =>
  documentsOf(text).flatMap((document) => {
    const quick = readSimpleYaml(document);
    return quick === undefined ? [] : [{ quick: plain(quick), usual: plain(readAnyYaml(document, undefined)) }];
  });

function documentsOf(text: string): readonly string[] {
  const starts = documentStarts(text);
  return starts.map((start, index) => text.slice(start, starts[index + 1]));
}

/** The places of a text's characters are worked out when they are asked for. */
function plain(value: unknown): unknown {
  if (typeof value === 'function') return plain(value());
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, plain(each)]));
}
