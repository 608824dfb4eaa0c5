import type { Language } from '../engine/language';
import type { Manifest, ManifestDocument } from './model/manifest';
import { parseManifest } from './model/parse';
import { manifestFileRules, manifestRules } from './rules';
import { fileAnchor, lineAnchor } from './silencing';
import { suppressionsOf } from './suppressions';

export const manifestLanguage: Language<Manifest, ManifestDocument> = {
  id: 'manifest',
  recognises: ({ path, languageId }) =>
    languageId === undefined ? path !== undefined && mayBeManifest(path) : isYamlOrJson(languageId),
  parse: ({ text, path }, previous) => parseManifest(text, path, previous),
  concerns: ({ documents }) => documents.some(({ document }) => document.recognised),
  partsOf: ({ documents }) => documents.map(({ start, document }) => ({ start, model: document })),
  suppressionsOf,
  lineAnchor,
  fileAnchor,
  rules: manifestRules,
  fileRules: manifestFileRules,
};

/**
 * Whether a file may be a manifest by its name. Most YAML is none: whether it is one, its text says, and everything is
 * silent about a document that is not.
 */
export const mayBeManifest = (path: string): boolean => /\.(?:ya?ml(?:\.(?:tpl|tmpl|gotmpl))?|json)$/i.test(path);

/** By VS Code's names, and by those that Neovim gives to charts' templates. */
const isYamlOrJson = (languageId: string): boolean => /^(?:yaml(?:\..+)?|jsonc?|helm)$/.test(languageId);
