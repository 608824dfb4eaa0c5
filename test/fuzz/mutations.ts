import { manifestMutations } from './manifest-mutations';
import { type Mutation, onLines } from './mutation';
import type { Random } from './random';

const splice = (text: string, start: number, removed: number, added: string): string =>
  text.slice(0, start) + added + text.slice(start + removed);

/** What a file that is no text holds, decoded as if it were one. */
const bytes = (random: Random): string =>
  Buffer.from(Array.from({ length: 1 + random.below(8) }, () => random.below(0x100))).toString(
    random.oneOf(['utf8', 'latin1', 'utf16le']),
  );

/** What happens to files while people type, merge, paste and convert them. */
const common: readonly [Mutation, ...Mutation[]] = [
  onLines((lines, at) => lines.splice(at, 1)),
  onLines((lines, at) => lines.splice(at, 0, lines[at] ?? '')),
  onLines((lines, at, random) => {
    const other = random.below(lines.length);
    [lines[at], lines[other]] = [lines[other] ?? '', lines[at] ?? ''];
  }),
  onLines((lines, at) => lines.splice(at, 0, '# a comment')),
  onLines((lines, at) => lines.splice(at, 0, '')),
  (text, random) => text.slice(0, random.below(text.length + 1)),
  (text) => text.replace(/\r?\n/g, '\r\n'),
  (text) => text.replace(/\n$/, ''),
  (text) => text.replaceAll('    ', '\t'),
  (text, random) => splice(text, random.below(text.length + 1), 0, String.fromCharCode(random.below(0x250))),
  (text, random) => splice(text, random.below(text.length + 1), random.below(4), bytes(random)),
  (text, random) => splice(text, random.below(text.length + 1), 1 + random.below(4), ''),
  (text, random) => {
    const start = random.below(text.length + 1);
    return splice(text, random.below(text.length + 1), 0, text.slice(start, start + random.below(40)));
  },
  (text, random) =>
    splice(text, random.below(text.length + 1), 0, random.oneOf(['"', "'", '`', '$(', '{{', '\\', '&'])),
  (text) => `\uFEFF${text}`,
];

const dockerfile: readonly [Mutation, ...Mutation[]] = [
  (text) => text.replace(/\\\n/g, '\\ \n'),
  (text) => text.replace(/ && /g, ' && \\\n    '),
  (text) => text.replace(/ \\\n\s*&& /g, ' && '),
  (text) => text.replace(/^RUN (.+[^\\])$/gm, 'RUN <<EOF\n$1\nEOF'),
  (text) => text.replace(/^RUN /gm, 'ONBUILD RUN '),
  (text) => text.replace(/^[A-Z]+/gm, (word) => word.toLowerCase()),
  (text) => text.replace(/^RUN /gm, 'RUN --mount=type=cache,target=/var/cache/apt '),
  (text) => text.replace(/ && /g, '; '),
  (text, random) =>
    text.replace(/^FROM .+$/m, (line) => `${line}\n${random.oneOf(['USER root', 'SHELL ["pwsh"]', 'ARG X'])}`),
  (text) => text.replace(/\\\n/g, '\\\n# inside\n'),
  (text) => text.replace(/\\\n/g, '\\\n\n'),
];

const ofLanguage = { dockerfile, manifest: manifestMutations } as const;

/** A text that has been through one to three mutations. */
export function mutated(text: string, language: 'dockerfile' | 'manifest', random: Random): string {
  let result = text;
  for (let i = random.below(3); i >= 0; i--) {
    const mutation = random.oneOf(random.below(2) === 0 ? common : ofLanguage[language]);
    result = mutation(result, random);
  }
  return result;
}
