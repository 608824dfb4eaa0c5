import type { Finding } from './finding';
import type { Fix } from './fix';
import { presentable, rendered } from './message';
import { isOptionValue, type OptionSchema, type OptionSchemas, type OptionValue, type OptionValues } from './options';
import type { FixOffer, Problem, Rule, RuleContext } from './rule';
import { severityOf } from './selection';
import type { Settings } from './settings';

/** A finding with what its fixes would do, which is not part of the plain data. */
export interface Reported {
  readonly finding: Finding;
  readonly offers: readonly FixOffer[];
}

/**
 * Runs one rule over one model. Ranges are those that the rule gives. What is reported again at the same place is dropped:
 * a rule comes by it once for each YAML alias that leads there.
 */
export function runRule<Model>(
  rule: Rule<Model>,
  model: Model,
  settings: Settings,
  today: string,
): readonly Reported[] {
  const reported = new Map<string, Reported>();
  const context: RuleContext = { options: optionsOf(rule, settings), settings, today };
  rule.check(
    model,
    (problem) => {
      const result = reportedBy(rule, problem, settings);
      if (result === undefined) return;
      const { variant, message, range } = result.finding;
      const key = `${range.start} ${range.end} ${variant} ${message}`;
      if (!reported.has(key)) reported.set(key, result);
    },
    context,
  );
  return [...reported.values()];
}

function reportedBy(rule: Rule<never>, problem: Problem, settings: Settings): Reported | undefined {
  const variant = rule.variants[problem.variant];
  if (variant === undefined) throw new Error(`${rule.id} has no variant ${problem.variant}`);
  const aliases = problem.equals ?? variant.equals ?? [];
  const severity = severityOf(rule, variant.severity, aliases, settings);
  if (severity === undefined) return undefined;
  const values = presentableValues(problem.values);
  const offers = problem.fixes ?? [];
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
      related: (problem.related ?? []).map(({ at, note, values: noted }) => ({
        range: at,
        message: rendered(rule.notes?.[note] ?? note, presentableValues(noted)),
      })),
      fixes: offers.map((offer) => fixOf(rule, offer, values)),
      tags: variant.tags ?? [],
    },
  };
}

function fixOf(rule: Rule<never>, offer: FixOffer, values: Fix['values']): Fix {
  const kind = rule.fixes?.[offer.id];
  if (kind === undefined) throw new Error(`${rule.id} has no fix ${offer.id}`);
  const own = { ...values, ...presentableValues(offer.values) };
  return { id: offer.id, title: rendered(kind.title, own), values: own, safety: offer.safety ?? kind.safety };
}

const presentableValues = (values: Fix['values'] = {}): Fix['values'] =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, presentable(value)]));

/** The options in force: what the settings give where it fits the schema, else the default. */
function optionsOf(rule: Rule<never>, settings: Settings): OptionValues<OptionSchemas> {
  const given = settings.rules[rule.id]?.options ?? {};
  const values: Record<string, OptionValue<OptionSchema>> = {};
  for (const [name, schema] of Object.entries(rule.options ?? {})) {
    const value = given[name];
    values[name] = isOptionValue(schema, value) ? value : schema.default;
  }
  return values;
}
