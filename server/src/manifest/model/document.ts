import { isTemplateLibrary, isTemplatePath } from './file-path';
import { readHeader } from './header';
import { readJson } from './json-tree';
import type { KubernetesObject, ManifestDocument, Mode } from './manifest';
import type { Node } from './nodes';
import { objectsOf } from './objects';
import { opened } from './opened';
import { isKubernetesObject, isPatch } from './recognition';
import { holdsSlippedItems, withTornContainers } from './slipped-items';
import { readTemplate } from './template';
import { silentTree, type Tree, unreadTree } from './tree';
import { readYaml } from './yaml-tree';

/** What of a file changes the meaning of its documents. */
export interface FileContext {
  readonly path: string | undefined;
  readonly lineEnding: '\n' | '\r\n';
  readonly format: 'yaml' | 'json';
  /** The header of the file's first document says so. */
  readonly generated: boolean;
  readonly excluded: boolean;
}

/** In characters. What is larger is data, and no one waits for it. */
const longestText = 2_000_000;

/** Reads one document. Never throws. */
export function readDocument(text: string, context: FileContext): ManifestDocument {
  const { path, lineEnding, format } = context;
  const header = readHeader(text);
  const { tree, template, silent } = treeOf(text, context);
  const patch = !silent && isPatch(tree.root, path, text);
  const root = rootOf(tree, patch);
  const mode: Mode = template ? 'template' : patch ? 'patch' : 'plain';
  const recognised = !silent && !context.excluded && !header.excluded && isKubernetesObject(root, path);
  const objects: KubernetesObject[] = [];
  const document: ManifestDocument = {
    text,
    path,
    lineEnding,
    format,
    mode,
    generated: context.generated || header.generated,
    root,
    comments: tree.comments,
    problems: silent ? [] : tree.problems,
    recognised,
    objects,
  };
  if (recognised) objects.push(...objectsOf(root, document));
  return document;
}

function rootOf({ root }: Tree, patch: boolean): Node | undefined {
  if (root === undefined || patch) return root && opened(root);
  return holdsSlippedItems(root) ? withTornContainers(root) : root;
}

interface Reading {
  readonly tree: Tree;
  readonly template: boolean;
  /** Nothing can be said about it: a template that is no YAML even without its actions. */
  readonly silent: boolean;
}

function treeOf(text: string, { path, format }: FileContext): Reading {
  if (text.includes('\0')) return plain(unreadTree('NOT_TEXT', 'This is no text: it holds a NUL character', text));
  if (text.length > longestText)
    return plain(unreadTree('TOO_LARGE', 'This document is too large to be checked', text));
  if (isTemplateLibrary(path)) return silent;
  const templatePath = isTemplatePath(path);
  if (format === 'json' && !templatePath) return plain(readJson(text));
  const acts = text.includes('{{') || text.includes('{%');
  if (!acts) {
    const read = readYaml(text, undefined);
    return !read.wellFormed && isFilledInFlow(text) ? silent : { tree: read, template: templatePath, silent: false };
  }
  if (templatePath) return templateOf(text);
  const tree = readYaml(text, undefined);
  if (tree.wellFormed && !tree.doubledBraces) return plain(tree);
  // Braces in scripts and alerts are no template; braces where YAML has none are.
  const reading = templateOf(text);
  return !reading.silent || tree.doubledBraces || actionLine.test(text) ? reading : plain(tree);
}

/** `[${PORT}]` is no YAML before something like envsubst has filled it in. */
const isFilledInFlow = (text: string): boolean =>
  text.includes('${') &&
  text.split('\n').some((line) => {
    const [before = '', rest = ''] = line.split('${', 2);
    return /^\w+\}/.test(rest) && /[[{]/.test(before) && !before.includes('#');
  });

const actionLine = /^[ \t]*(?:\{\{|\{%)/m;

const silent: Reading = { tree: silentTree, template: true, silent: true };

const plain = (tree: Tree): Reading => ({ tree, template: false, silent: false });

function templateOf(text: string): Reading {
  const template = readTemplate(text);
  if (template === undefined) return silent;
  const tree = readYaml(text, template);
  if (tree.wellFormed) return { tree, template: true, silent: false };
  const first = readYaml(text, readTemplate(text, 'first'));
  return first.wellFormed ? { tree: first, template: true, silent: false } : { tree, template: true, silent: true };
}

/** Whether a file's documents are templates by its name alone. */
export const modeOf = (path: string | undefined, documents: readonly ManifestDocument[]): Mode => {
  if (isTemplatePath(path) || documents.some((document) => document.mode === 'template')) return 'template';
  return documents.length > 0 && documents.every((document) => document.mode === 'patch') ? 'patch' : 'plain';
};
