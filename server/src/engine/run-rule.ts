import type { Finding } from './finding';
import type { Fix } from './fix';
import { presentable, rendered } from './message';
import { once } from './once';
import { isOptionValue, type OptionSchema, type OptionSchemas, type OptionValue, type OptionValues } from './options';
import type { FixOffer, Problem, Rule, RuleContext } from './rule';
import { severityOf } from './selection';
import type { Settings } from './settings';

/** A finding with what its fixes would do, which is not part of the plain data. */
export interface Reported {
  readonly finding: Finding;
  /** Worked out when it is first called. */
  readonly offers: () => readonly FixOffer[];
}

/** Told of a rule that throws. */
export type OnDefect = (rule: string, error: unknown) => void;

/**
 * Runs one rule over one model. Ranges are those that the rule gives. What is reported again at the same place is dropped:
 * a rule comes by it once for each YAML alias that leads there.
 * @param onDefect the rule's findings, or the fixes of one, are missing then; without it the error is thrown
 */
export function runRule<Model>(
  rule: Rule<Model>,
  model: Model,
  settings: Settings,
  today: string,
  onDefect?: OnDefect,
): readonly Reported[] {
  const guarded = guard(rule.id, onDefect);
  return guarded(() => {
    const reported: Reported[] = [];
    const byStart = new Map<number, Reported[]>();
    const context: RuleContext = { options: optionsOf(rule, settings), settings, today };
    rule.check(
      model,
      (problem) => {
        const result = reportedBy(rule, problem, settings, guarded);
        if (result === undefined) return;
        const { start } = result.finding.range;
        const here = byStart.get(start);
        if (here?.some((other) => isSame(other.finding, result.finding)) === true) return;
        if (here === undefined) byStart.set(start, [result]);
        else here.push(result);
        reported.push(result);
      },
      context,
    );
    return reported;
  });
}

const isSame = (one: Finding, other: Finding): boolean =>
  one.range.end === other.range.end && one.variant === other.variant && one.message === other.message;

type Guarded = <Item>(work: () => readonly Item[]) => readonly Item[];

const none: readonly never[] = [];

const guard =
  (rule: string, onDefect: OnDefect | undefined): Guarded =>
  (work) => {
    if (onDefect === undefined) return work();
    try {
      return work();
    } catch (error) {
      onDefect(rule, error);
      return none;
    }
  };

function reportedBy(rule: Rule<never>, problem: Problem, settings: Settings, guarded: Guarded): Reported | undefined {
  const variant = rule.variants[problem.variant];
  if (variant === undefined) throw new Error(`${rule.id} has no variant ${problem.variant}`);
  const aliases = problem.equals ?? variant.equals ?? none;
  const severity = severityOf(rule, variant.severity, aliases, settings);
  if (severity === undefined) return undefined;
  const values = presentableValues(rule, problem.values);
  const given = problem.fixes ?? none;
  const offers = typeof given === 'function' ? once(() => guarded(given)) : () => given;
  const fixes = once(() => guarded(() => offers().map((offer) => fixOf(rule, offer, values))));
  return {
    offers,
    finding: {
      rule: rule.id,
      variant: problem.variant,
      severity,
      range: problem.at,
      message: rendered(variant.message, values),
      values,
      aliases,
      related: (problem.related ?? none).map(({ at, note, values: noted }) => ({
        range: at,
        message: rendered(rule.notes?.[note] ?? note, presentableValues(rule, noted)),
      })),
      get fixes() {
        return fixes();
      },
      tags: variant.tags ?? none,
    },
  };
}

function fixOf(rule: Rule<never>, offer: FixOffer, values: Fix['values']): Fix {
  const kind = rule.fixes?.[offer.id];
  if (kind === undefined) throw new Error(`${rule.id} has no fix ${offer.id}`);
  const own = { ...values, ...presentableValues(rule, offer.values) };
  const fix = { id: offer.id, title: rendered(kind.title, own), values: own, safety: offer.safety ?? kind.safety };
  if (fix.safety !== 'refactor') return fix;
  return {
    ...fix,
    refactoring: kind.refactoring ?? 'rewrite',
    ...(offer.reach !== undefined && { reach: offer.reach }),
  };
}

const presentableValues = ({ phrases = {} }: Rule<never>, values: Fix['values'] = {}): Fix['values'] =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      Object.hasOwn(phrases, name) ? rendered(value, {}) : presentable(value),
    ]),
  );

const noOptions: OptionValues<OptionSchemas> = {};

/** The options in force: what the settings give where it fits the schema, else the default. */
function optionsOf(rule: Rule<never>, settings: Settings): OptionValues<OptionSchemas> {
  if (rule.options === undefined) return noOptions;
  const given = settings.rules[rule.id]?.options ?? {};
  const values: Record<string, OptionValue<OptionSchema>> = {};
  for (const [name, schema] of Object.entries(rule.options)) {
    const value = given[name];
    values[name] = isOptionValue(schema, value) ? value : schema.default;
  }
  return values;
}
