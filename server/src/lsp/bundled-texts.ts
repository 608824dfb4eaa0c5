import type { ReferenceTexts } from '../engine/editor';
import type { Rule } from '../engine/rule';
import { pagesFrom, type RulePages } from '../engine/rule-pages';
import type { EditorRequest } from './editor-request';
import type { Host } from './host';
import { withSummary, withTitle } from './page-digest';
import { isTranslations, stringFile, summaryKey, translatable, translationFile, translationsBy } from './translations';

/** The texts that lie beside the server as files, each read when it is first asked for. */
export class BundledTexts {
  readonly #files = new Map<string, Promise<unknown>>();
  readonly #read: (name: string) => Promise<string | undefined>;

  /** That of whoever reads them; English without. */
  #language: string | undefined;
  #pages: Promise<RulePages> | undefined;
  readonly #rules: readonly Rule<never>[];

  /**
   * @param rules every rule that there are texts of
   * @param ask how to get at the files where the server has no disk
   */
  constructor(host: Host, rules: readonly Rule<never>[], ask: (name: string) => Promise<string | undefined>) {
    this.#rules = rules;
    this.#read = host.readBundled ?? ask;
  }

  /** The pages in English, behind summaries in the language of whoever reads them. */
  pages(): Promise<RulePages> {
    this.#pages ??= this.#readPages();
    return this.#pages;
  }

  async #readPages(): Promise<RulePages> {
    const read = await this.#wholePages();
    const summaries = this.#language === undefined ? undefined : await this.#summaries(this.#language);
    if (summaries === undefined) return read;
    return Object.fromEntries(Object.entries(read).map(([rule, page]) => [rule, withSummary(page, summaries(rule))]));
  }

  /** Pages whose title and summary were left out, since the strings of package.json have them, get them back. */
  async #wholePages(): Promise<RulePages> {
    const pages = pagesFrom(await this.#file('pages.json')) ?? {};
    if (Object.values(pages).every((page) => page.startsWith('# '))) return pages;
    const summaries = await this.#strings('package.nls.json');
    return Object.fromEntries(
      Object.entries(pages).map(([rule, page]) => [rule, withTitle(page, rule, summaries?.[summaryKey(rule)] ?? '')]),
    );
  }

  /** The extension has the strings of package.json a folder higher, and once. */
  async #strings(name: string): Promise<Strings | undefined> {
    const strings = (await this.#file(`../${name}`)) ?? (await this.#file(name));
    return isStrings(strings) ? strings : undefined;
  }

  /**
   * The translations of every template, by template; the summaries of pages come in that language from then on.
   * @returns `undefined` where there are none that fit
   */
  async translations(language: string): Promise<ReadonlyMap<string, string> | undefined> {
    const read = await this.#file(translationFile(language));
    if (!isTranslations(read)) return undefined;
    const translations = translationsBy(translatable(this.#rules), read);
    if (translations !== undefined) this.#language = language;
    return translations;
  }

  async #summaries(language: string): Promise<(rule: string) => string | undefined> {
    const texts = await this.#file(translationFile(language));
    const strings = await this.#strings(stringFile(language));
    return (rule) => strings?.[summaryKey(rule)] ?? (isTranslations(texts) ? texts.summaries[rule] : undefined);
  }

  /** The request with what there is to read about its language; as it is where there is nothing. */
  async withReference(request: EditorRequest): Promise<EditorRequest> {
    const name = request.editor.reference;
    if (name === undefined) return request;
    const reference = await this.#file(name);
    return isReference(reference) ? { ...request, context: { ...request.context, reference } } : request;
  }

  /**
   * The request with what there is to read about rules.
   * @param addressOf where a rule's page can be opened
   */
  async withPages(request: EditorRequest, addressOf: (rule: string) => string): Promise<EditorRequest> {
    const pages = await this.pages();
    const pageOf = (rule: string): string | undefined => (Object.hasOwn(pages, rule) ? pages[rule] : undefined);
    return { ...request, context: { ...request.context, rulePages: { pageOf, addressOf } } };
  }

  /** The texts of a language's snippets, by prefix. The extension has them in a folder of their own. */
  async snippets(language: string): Promise<Readonly<Record<string, string>>> {
    const name = `snippets/${language}.json`;
    const read = (await this.#file(`../${name}`)) ?? (await this.#file(name));
    return typeof read === 'object' && read !== null ? snippetTexts(read) : {};
  }

  #file(name: string): Promise<unknown> {
    const known = this.#files.get(name);
    if (known !== undefined) return known;
    const file = this.#parsed(name);
    this.#files.set(name, file);
    return file;
  }

  /** A file that cannot be read is as good as none: what it would explain is still shown. */
  async #parsed(name: string): Promise<unknown> {
    try {
      const text = await this.#read(name);
      return text === undefined ? undefined : JSON.parse(text);
    } catch {
      return undefined;
    }
  }
}

/** Those of package.json, by their keys. */
type Strings = Readonly<Record<string, string>>;

const isStrings = (value: unknown): value is Strings => typeof value === 'object' && value !== null;

const isReference = (value: unknown): value is ReferenceTexts =>
  typeof value === 'object' && value !== null && 'types' in value;

/** Of a file of snippets as VS Code has them. */
const snippetTexts = (file: object): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.values(file).flatMap(({ prefix, body }: { prefix?: unknown; body?: unknown }): [string, string][] =>
      typeof prefix === 'string' && Array.isArray(body) ? [[prefix, body.join('\n')]] : [],
    ),
  );
