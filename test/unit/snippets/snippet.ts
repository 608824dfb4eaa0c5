import { readFileSync } from 'node:fs';

export interface Snippet {
  readonly name: string;
  readonly prefix: string;
  readonly description: string;
  readonly body: string;
  /** Names of files that it is offered in, and of those that it is not. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

/** The snippets of a file below snippets/. */
export function snippetsIn(file: string): readonly Snippet[] {
  const parsed: unknown = JSON.parse(readFileSync(`snippets/${file}`, 'utf8'));
  if (!isRecord(parsed)) throw new Error(`${file} is no object`);
  return Object.entries(parsed).map(([name, entry]) => {
    if (!isRecord(entry)) throw new Error(`${name} is no object`);
    const { prefix, description, body, include, exclude } = entry;
    if (typeof prefix !== 'string' || typeof description !== 'string' || !Array.isArray(body))
      throw new Error(`${name} lacks a prefix, a description or a body`);
    return { name, prefix, description, body: body.join('\n'), include: textsOf(include), exclude: textsOf(exclude) };
  });
}

const textsOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `\x`, `$1`, `${1}`, `${1:text}` or `${1|one,two|}`. Texts within a tab stop hold no further ones. */
const construct = /\\([$}\\])|\$(\d+)|\$\{(\d+)(?:\|((?:[^|])*)\||:((?:\\.|[^}\\])*))?\}/g;

export interface TabStop {
  readonly number: number;
  /** What it stands for untouched, and what else it offers; empty for a bare one, which repeats another. */
  readonly values: readonly string[];
}

/** The tab stops of a snippet's body, in its order. */
export function tabStopsOf(body: string): readonly TabStop[] {
  return [...body.matchAll(construct)].flatMap(([, escaped, bare, braced, choices, text]) =>
    escaped === undefined
      ? [
          {
            number: Number(bare ?? braced),
            values: choices?.split(',') ?? (text === undefined ? [] : [text.replace(/\\([$}\\])/g, '$1')]),
          },
        ]
      : [],
  );
}

/**
 * What a snippet's body becomes, as VS Code does it.
 * @param indentation what a tab stands for
 * @param choice which value of each choice to take; the last, where there are fewer
 */
export function expanded(body: string, indentation: string, choice = 0): string {
  const values = new Map<number, string>();
  for (const { number, values: offered } of tabStopsOf(body)) {
    const value = offered[Math.min(choice, offered.length - 1)];
    if (value !== undefined) values.set(number, value);
  }
  return body
    .replaceAll('\t', indentation)
    .replace(construct, (_whole, escaped, bare, braced) => escaped ?? values.get(Number(bare ?? braced)) ?? '');
}

/** Every text that a snippet's choices make. */
export function expansionsOf({ body }: Snippet, indentation: string): readonly string[] {
  const choices = Math.max(1, ...tabStopsOf(body).map(({ values }) => values.length));
  return Array.from({ length: choices }, (_, choice) => expanded(body, indentation, choice));
}
