import type { ClientFeatures } from './client-features';

/** Where a rule's page is for a client that has no better place to show it. */
const publicPage = 'https://github.com/plimsoll/plimsoll/blob/main/docs/rules.md#{id}';

/** Where a rule's page can be opened from outside of the editor, too. */
export const pageAddress = (rule: string, { options }: ClientFeatures): string =>
  (options.pageLink ?? publicPage).replace('{id}', rule);

/** Where a rule's page can be opened from a text in the editor: by its command, where the editor has one. */
export const pageLink = (rule: string, features: ClientFeatures): string =>
  features.options.pageCommand === undefined
    ? pageAddress(rule, features)
    : `command:${features.options.pageCommand}?${encodeURIComponent(JSON.stringify([rule]))}`;
