import type { PageSections, RulePages } from '../server/src/engine/rule-pages';

export function sectionsOf(pages: RulePages): PageSections;
