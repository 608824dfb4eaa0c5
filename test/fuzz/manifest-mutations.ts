import { type Mutation, onLines } from './mutation';
import type { Random } from './random';
import { restyled, withAlias } from './rewriting';

const indentationOf = (line = ''): string => /^ */.exec(line)?.[0] ?? '';

/** Changes about one of so many matches; told of the first two groups of each. */
const some =
  (oneOf: number, pattern: RegExp, changed: (one: string, other: string, random: Random) => string): Mutation =>
  (text, random) =>
    text.replace(pattern, (whole: string, one: string, other: string) =>
      random.below(oneOf) === 0 ? changed(one, other, random) : whole,
    );

/** Puts a line at a random place, indented like the line that stood there. */
const lineAnywhere = (...added: readonly [string, ...string[]]): Mutation =>
  onLines((lines, at, random) => lines.splice(at, 0, indentationOf(lines[at]) + random.oneOf(added)));

/** How many lines a line and all that is indented deeper take: a key or an item with what it holds. */
function extentAt(lines: readonly string[], at: number): number {
  const depth = indentationOf(lines[at]).length;
  let end = at + 1;
  while (end < lines.length && (lines[end]?.trim() === '' || indentationOf(lines[end]).length > depth)) end++;
  return end - at;
}

/** A subtree some columns to the right or to the left: its keys get into another mapping. */
const shiftedSubtree = onLines((lines, at, random) => {
  const by = random.oneOf([-4, -2, -1, 1, 2, 4]);
  const moved = lines
    .slice(at, at + extentAt(lines, at))
    .map((line) => (by > 0 ? ' '.repeat(by) + line : line.slice(Math.min(-by, indentationOf(line).length))));
  lines.splice(at, moved.length, ...moved);
});

const duplicatedSubtree = onLines((lines, at) => {
  const count = extentAt(lines, at);
  lines.splice(at + count, 0, ...lines.slice(at, at + count));
});

const otherValues = ['null', '{}', '[]', '""', '-1', 'yes', '1.5', '!!str 8', '|\n', '0o17'] as const;

/** What people do to manifests, and what tools that rewrite them do. */
export const manifestMutations: readonly [Mutation, ...Mutation[]] = [
  // Indentation and list styles
  (text) => text.replace(/^( *)(?=\S)/gm, '$1$1'),
  (text) => text.replace(/^( *)- /gm, '$1-   '),
  (text) => text.replace(/^ {2}( *- )/gm, '$1'),
  some(9, /^( *)(?=\w)/gm, (space) => `${space} `),
  some(6, /^( *)- (?=\w)/gm, (space) => `${space}-\n${space}  `),
  (text) => text.replace(/^ +/gm, (space) => '\t'.repeat(space.length / 2)),
  some(12, /^ {2}/gm, () => '\t'),
  some(6, /($)/gm, (_, __, random) => random.oneOf(['\t', '  ', ' \t'])),
  shiftedSubtree,
  // Block and flow
  restyled(1),
  restyled(3),
  restyled(12),
  // Comments
  some(4, /^( *[\w-]+:.*)$/gm, (line) => `${line} # note`),
  some(4, /^( *)(?=\S)/gm, (space, _, random) => `${random.oneOf([space, '', `${space}    `])}# note\n${space}`),
  some(4, /([[{,]) ?(?=\S)/g, (mark) => `${mark} # note\n          `),
  (text) => `${text.trimEnd()} # the end`,
  // Keys and values
  some(4, /^( *)(\w+): (?=\S)/gm, (space, key) => `${space}"${key}": `),
  some(8, /^( *[\w-]+:.*)$/gm, (line) => `${line}\n${line}`),
  some(16, /^( *)(\w+):/gm, (space, key) => `${space}? ${key}\n${space}:`),
  some(16, /(\w)(\w)(?=\w*:)/g, (one, other) => other + one),
  some(16, /: ([\w./-]+)$/gm, (_, __, random) => `: ${random.oneOf(['', ...otherValues])}`),
  some(6, /: ([\w./-]+)$/gm, (value, _, random) =>
    random.oneOf([`: '${value}'`, `: "${value}"`, `: >-\n                ${value}`]),
  ),
  duplicatedSubtree,
  // Anchors and aliases
  some(6, /: ([\w./-]+)$/gm, (value) => `: &a ${value}`),
  some(12, /: [\w./-]+$/gm, () => ': *a'),
  withAlias,
  // Documents
  (text) => `---\n${text}...\n`,
  (text) => `${text}---\n${text}`,
  (text) => `%YAML 1.2\n---\n${text}`,
  lineAnywhere('---', '--- # next', '...'),
  (text) => text.replace(/^---.*\n/m, ''),
  // Templates
  some(6, /: ([\w./-]+)$/gm, () => ': {{ .Values.x }}'),
  lineAnywhere('{{- if .Values.x }}', '{{- end }}', '{{- include "x" . | nindent 4 }}', '{{- else }}'),
];
