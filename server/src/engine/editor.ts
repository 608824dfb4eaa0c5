import type { Language } from './language';
import type { Settings } from './settings';
import type { TextEdit, TextRange } from './text';

/** What the functions of a language's editor may know beside the file's model. */
export interface EditorContext {
  readonly settings: Settings;
  /** `YYYY-MM-DD`, the only clock. */
  readonly today: string;
  /** The character that was typed, where an editor asks for completions because of it, and nobody has asked. */
  readonly trigger?: string;
  /** What is to be had of the language's `reference`: where texts for people are asked for. */
  readonly reference?: ReferenceTexts;
  /** What the file lies in: where the language asked for it. */
  readonly project?: Project;
  /** What is to be had of rules, for a language that names them: where texts for people are asked for. */
  readonly rulePages?: RulePages;
}

/** What lies around a file. */
export interface Project {
  /** The names of the files in its folder. */
  readonly files: readonly string[];
  /** The texts of the snippets of its language, by prefix, as editors expand them. */
  readonly snippets: Readonly<Record<string, string>>;
}

export interface RulePages {
  /** As Markdown. */
  pageOf(rule: string): string | undefined;
  /** Where it can be opened: an address of the web or of the editor. */
  addressOf(rule: string): string;
}

/** What those who made a format say of it: texts by type, then by field; that of the type itself under the empty name. */
export interface ReferenceTexts {
  readonly source: string;
  /** The release that it is of. */
  readonly kubernetes: string;
  readonly types: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/**
 * What a language offers to somebody who edits a file, apart from findings and fixes. Every function is pure, takes the
 * model of the whole file and offsets in its text, and answers at once with plain data, whatever is half typed; what a
 * language leaves out, nobody asks it for; where it answers `undefined`, the editor goes by itself. Texts for people come from tables of templates, through `rendered`.
 */
export interface EditorLanguage<Model extends object = object> {
  readonly id: Language['id'] | 'settings';
  /** Characters after which an editor asks for completions by itself, beside those of words. */
  readonly completionTriggers?: readonly string[];
  /** The file with its reference texts, which lies beside the bundle and is read when somebody first asks for such a text. */
  readonly reference?: string;
  /** Whether completions at an offset want to know what lies around the file. */
  asksForProject?(model: Model, offset: number): boolean;
  /** Its files name rules. */
  readonly namesRules?: boolean;
  /** What may stand at an offset. `undefined` and none are the same. */
  completions?(model: Model, offset: number, context: EditorContext): readonly Completion[] | undefined;
  /** What there is to read about a completion, as Markdown; asked for when somebody looks at it. */
  documentation?(topic: string, context: EditorContext): string | undefined;
  hover?(model: Model, offset: number, context: EditorContext): HoverText | undefined;
  outline?(model: Model, context: EditorContext): readonly OutlineEntry[] | undefined;
  folds?(model: Model, context: EditorContext): readonly Fold[];
  /** The stretches around an offset that somebody may want to select, the innermost first, each inside the next. */
  selections?(model: Model, offset: number, context: EditorContext): readonly TextRange[] | undefined;
  /** The thing whose name is at an offset, with every place that means the same thing. */
  symbolAt?(model: Model, offset: number, context: EditorContext): EditorSymbol | undefined;
  links?(model: Model, context: EditorContext): readonly Link[] | undefined;
  /** What to show between the characters of a range. Whether somebody wants hints of a kind is asked elsewhere. */
  hints?(model: Model, range: TextRange, context: EditorContext): readonly InlayHint[] | undefined;
}

/** What kind of thing a completion is: it decides the icon. */
export type CompletionKind =
  | 'keyword'
  | 'flag'
  | 'value'
  | 'property'
  | 'variable'
  | 'stage'
  | 'image'
  | 'tag'
  | 'program'
  | 'user'
  | 'port'
  | 'file'
  | 'reference'
  | 'snippet';

export interface Completion {
  readonly label: string;
  readonly kind: CompletionKind;
  /** In a few words, shown on the line of the one that is looked at: a size, a type, where it comes from. */
  readonly detail?: string;
  /** Shown on its line behind the label, for every one in the list: keep it to a word or two. */
  readonly note?: string;
  /**
   * What is replaced by what. The range holds the offset and lies on its line. `newText` is final: further lines bring their
   * own indentation. Its placeholders are where the cursor stops on its way to the end.
   */
  readonly edit: TextEdit;
  /** The new text is a snippet as editors write them: it is for those alone that expand such. */
  readonly isSnippet?: boolean;
  /** What has to change elsewhere with it: before or after the lines of `edit`, not inside. */
  readonly also?: readonly TextEdit[];
  /** What is typed to find it, when not the label. It is compared with the text from the start of the range. */
  readonly filter?: string;
  /** Completions come in this order, then by label. Without, 5. */
  readonly order?: number;
  /** The best of them, to be selected at first. */
  readonly preselected?: boolean;
  /** Characters that accept it while it is selected and are typed behind it. */
  readonly commitCharacters?: readonly string[];
  /** Ask for completions again behind it: it ends where another word must follow. */
  readonly continues?: boolean;
  readonly deprecated?: boolean;
  /** What to ask `documentation` for. */
  readonly topic?: string;
}

export interface HoverText {
  readonly range: TextRange;
  /** Markdown, one for each thing there is to say: the most important first. */
  readonly texts: readonly string[];
}

/** What an entry of the outline is: it decides the icon. */
export type OutlineKind = 'stage' | 'instruction' | 'variable' | 'object' | 'container' | 'field' | 'list';

export interface OutlineEntry {
  readonly name: string;
  readonly detail?: string;
  readonly kind: OutlineKind;
  readonly range: TextRange;
  /** What to put the cursor on; inside `range`. */
  readonly nameRange: TextRange;
  readonly deprecated?: boolean;
  readonly children: readonly OutlineEntry[];
}

/** From the line of `start` to the line of `end`, of which the first stays to be seen. */
export interface Fold extends TextRange {
  readonly kind?: 'comment' | 'region';
}

export interface EditorSymbol {
  /** The name under the cursor, alone. */
  readonly range: TextRange;
  /** Where it gets its meaning at the cursor; none for what is defined elsewhere. */
  readonly definitions: readonly SymbolDefinition[];
  /** In source order, definitions among them. */
  readonly occurrences: readonly Occurrence[];
  /** Absent where another name would mean something else, or where it is given elsewhere. */
  readonly rename?: SymbolRename;
}

export interface Occurrence {
  /** The name, alone. */
  readonly range: TextRange;
  readonly role: 'definition' | 'write' | 'read';
}

export interface SymbolDefinition {
  /** The name, alone, or what stands for it. */
  readonly range: TextRange;
  /** All of what defines it. */
  readonly whole: TextRange;
}

export interface SymbolRename {
  /** The name to begin with. */
  readonly name: string;
  /** Says why a name cannot be given; `undefined` for one that can. */
  objection(name: string): string | undefined;
  edits(name: string): readonly TextEdit[];
}

export interface Link {
  readonly range: TextRange;
  /** An address of the web, or a rule, for its page. */
  readonly target: string | { readonly rule: string };
  readonly tooltip?: string;
}

export interface InlayHint {
  /** The setting that switches hints of its kind off: `plimsoll.inlayHints.<id>`. */
  readonly id: string;
  /** It stands in front of the character at this offset. */
  readonly at: number;
  readonly text: string;
  /** Markdown. */
  readonly tooltip?: string;
  /** Set off from what stands before it. */
  readonly padded: 'left' | 'right' | 'none';
}
