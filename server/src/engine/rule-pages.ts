/** The pages of rules, as Markdown, by the rule's id. */
export type RulePages = Readonly<Record<string, string>>;

/**
 * The same, taken apart: what stands in the same place of each page stands together, which packs a tenth smaller.
 * A page without a section has `null` there. The section without a name is what comes before the first heading.
 * `scripts/page-sections.mjs` takes them apart.
 */
export interface PageSections {
  readonly rules: readonly string[];
  readonly sections: Readonly<Record<string, readonly (string | null)[]>>;
}

/** Puts pages together again; those that were never taken apart come back as they are. `undefined` for anything else. */
export function pagesFrom(value: unknown): RulePages | undefined {
  if (isPages(value)) return value;
  if (!isSections(value)) return undefined;
  const sections = Object.entries(value.sections);
  return Object.fromEntries(
    value.rules.map((rule, index) => [
      rule,
      sections
        .flatMap(([name, column]) => {
          const text = column[index];
          return typeof text === 'string' ? [name === '' ? text : `## ${name}\n${text}`] : [];
        })
        .join('\n'),
    ]),
  );
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const isPages = (value: unknown): value is RulePages =>
  isObject(value) && Object.values(value).every((page) => typeof page === 'string');

const isSections = (value: unknown): value is PageSections =>
  isObject(value) &&
  'rules' in value &&
  Array.isArray(value.rules) &&
  'sections' in value &&
  isObject(value.sections) &&
  Object.values(value.sections).every(Array.isArray);
