import type { ReferenceTexts } from '../engine/editor';
import type { Rule } from '../engine/rule';
import { pagesFrom } from '../engine/rule-pages';
import type { EditorRequest } from './editor-request';
import type { Host, Pages } from './host';
import { withSummary } from './page-digest';
import { isTranslations, stringFile, summaryKey, translatable, translationFile, translationsBy } from './translations';

/** The texts that lie beside the server as files, each read when it is first asked for. */
export class BundledTexts {
  readonly #files = new Map<string, Promise<unknown>>();
  readonly #read: (name: string) => Promise<string | undefined>;

  /** That of whoever reads them; English without. */
  #language: string | undefined;
  #pages: Promise<Pages> | undefined;
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
  pages(): Promise<Pages> {
    this.#pages ??= this.#readPages();
    return this.#pages;
  }

  async #readPages(): Promise<Pages> {
    const read = pagesFrom(await this.#file('pages.json'));
    if (read === undefined) return {};
    const summaries = this.#language === undefined ? undefined : await this.#summaries(this.#language);
    if (summaries === undefined) return read;
    return Object.fromEntries(Object.entries(read).map(([rule, page]) => [rule, withSummary(page, summaries(rule))]));
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

  /** The extension has the strings of package.json a folder higher, and once. */
  async #summaries(language: string): Promise<(rule: string) => string | undefined> {
    const texts = await this.#file(translationFile(language));
    const name = stringFile(language);
    const strings = (await this.#file(name)) ?? (await this.#file(`../${name}`));
    return (rule) => {
      const found = isPages(strings) ? strings[summaryKey(rule)] : undefined;
      return found ?? (isTranslations(texts) ? texts.summaries[rule] : undefined);
    };
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

const isPages = (value: unknown): value is Pages => typeof value === 'object' && value !== null;

const isReference = (value: unknown): value is ReferenceTexts =>
  typeof value === 'object' && value !== null && 'types' in value;
