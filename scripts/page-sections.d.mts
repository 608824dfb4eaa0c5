import type { PageSections, RulePages } from '../server/src/engine/rule-pages';

export function sectionsOf(pages: RulePages): PageSections;

export function abridged(pages: PageSections, strings: Readonly<Record<string, string>>): PageSections;
