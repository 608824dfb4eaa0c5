import type { FindingTag } from './finding';
import type { Refactoring, Safety, Values } from './fix';
import type { OptionSchemas, OptionValues } from './options';
import type { Settings } from './settings';
import type { Severity } from './severity';
import type { TextEdit, TextRange } from './text';

/**
 * One practice. A rule reads a model and reports problems; it is a pure function of the model, its options and the
 * settings. What the problem is called, how much it weighs and how it is put right stands in the metadata, so that it
 * can be listed, configured and translated without running anything.
 */
export interface Rule<
  Model,
  VariantName extends string = string,
  FixName extends string = string,
  NoteName extends string = string,
  Schemas extends OptionSchemas = OptionSchemas,
> {
  /** Kebab case; the name of its two files, its page, its code and its setting. */
  readonly id: string;
  readonly chapter: string;
  /** `false`: runs only when the settings ask for it. */
  readonly enabled?: boolean;
  /** Ids of checks that differ, but whose silencing surely means this rule too. */
  readonly covers?: readonly string[];
  readonly variants: Readonly<Record<VariantName, Variant>>;
  readonly fixes?: Readonly<Record<FixName, FixKind>>;
  /** Texts of related places, by name. */
  readonly notes?: Readonly<Record<NoteName, string>>;
  /** Of values that are words of ours and not the user's, by name: the words that each can be. They are translated too. */
  readonly phrases?: Readonly<Record<string, readonly string[]>>;
  readonly options?: Schemas;
  check(model: Model, report: Report<VariantName, FixName, NoteName>, context: RuleContext<Schemas>): void;
}

/** One way in which the practice is missed. */
export interface Variant {
  readonly severity: Severity;
  /** One line with `{values}`: the thing in the user's file, and what goes wrong in production. */
  readonly message: string;
  /** Ids of equal checks of other tools. A problem can name its own instead. */
  readonly equals?: readonly string[];
  readonly tags?: readonly FindingTag[];
}

export interface FixKind {
  /** In the imperative, with `{values}`: what will be done. */
  readonly title: string;
  readonly safety: Safety;
  /** As safe as an offer of it can be, where that is safer than most are. */
  readonly safest?: Safety;
  /** Of one whose safety is `refactor`; `rewrite` by default. */
  readonly refactoring?: Refactoring;
  /** Mending this shows what it hid: new findings may appear. */
  readonly revealing?: boolean;
}

export type Report<VariantName extends string, FixName extends string, NoteName extends string> = (
  problem: Problem<VariantName, FixName, NoteName>,
) => void;

export interface Problem<
  VariantName extends string = string,
  FixName extends string = string,
  NoteName extends string = string,
> {
  readonly variant: VariantName;
  readonly at: TextRange;
  readonly values?: Values;
  /** In place of the variant's `equals`. */
  readonly equals?: readonly string[];
  readonly related?: readonly Related<NoteName>[];
  /**
   * The best first; only those that can keep the contract of a fix here. Where it takes work to know, a closure: it is
   * called when somebody first asks what can be done, which nobody does while somebody types.
   */
  readonly fixes?: readonly FixOffer<FixName>[] | (() => readonly FixOffer<FixName>[]);
}

export interface Related<NoteName extends string = string> {
  readonly at: TextRange;
  readonly note: NoteName;
  readonly values?: Values;
}

export interface FixOffer<FixName extends string = string> {
  readonly id: FixName;
  readonly values?: Values;
  /** In place of the fix's own, where this finding is less safe than most, or safer: then as its `safest` says. */
  readonly safety?: Safety;
  /** For a refactoring: what it is about, where that is more than the finding's place. */
  readonly reach?: TextRange;
  /** Called only when somebody wants the fix. Edits do not overlap; their order does not matter. */
  readonly edits: () => readonly TextEdit[];
}

export interface RuleContext<Schemas extends OptionSchemas = OptionSchemas> {
  readonly options: OptionValues<Schemas>;
  readonly settings: Settings;
  /** `YYYY-MM-DD`, the only clock that a rule may look at. */
  readonly today: string;
}

const aliases = new WeakMap<Rule<never>, readonly string[]>();

/** Every alias that findings of a rule may carry by its metadata. */
export function aliasesOf(rule: Rule<never>): readonly string[] {
  const known = aliases.get(rule);
  if (known !== undefined) return known;
  const found = [...new Set(Object.values(rule.variants).flatMap((variant) => variant.equals ?? []))];
  aliases.set(rule, found);
  return found;
}
