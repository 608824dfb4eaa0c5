/** A term of a schedule that means nothing, or what is wrong with the whole. */
export type CronProblem =
  | { readonly kind: 'fields'; readonly count: number }
  | { readonly kind: 'zone'; readonly zone: string; readonly rest: string }
  | {
      readonly kind: 'term';
      /** Where it stands in the text. */
      readonly start: number;
      readonly text: string;
      readonly field: CronField['name'] | 'schedule';
      readonly low: number;
      readonly high: number;
    };

interface CronField {
  readonly name: 'minute' | 'hour' | 'day' | 'month' | 'weekday';
  readonly low: number;
  readonly high: number;
  readonly words: readonly string[];
}

/** Source: github.com/robfig/cron v3 spec.go and parser.go, `ParseStandard`, with which Kubernetes reads schedules. */
const fields: readonly CronField[] = [
  { name: 'minute', low: 0, high: 59, words: [] },
  { name: 'hour', low: 0, high: 23, words: [] },
  { name: 'day', low: 1, high: 31, words: [] },
  {
    name: 'month',
    low: 1,
    high: 12,
    words: ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'],
  },
  { name: 'weekday', low: 0, high: 6, words: ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] },
];

const descriptors = /^@(?:yearly|annually|monthly|weekly|daily|midnight|hourly)$/;

/** `@every 1h30m`. Source: Go's `time.ParseDuration`. */
const interval = /^@every (?:\d+(?:\.\d+)?(?:ns|us|µs|μs|ms|s|m|h))+$/;

/** What is wrong with a schedule of a CronJob; `undefined` when Kubernetes takes it. */
export function cronProblem(text: string): CronProblem | undefined {
  const [prefix, zone = ''] = /^(?:CRON_)?TZ=(\S*)\s*/.exec(text) ?? [];
  if (prefix !== undefined) return { kind: 'zone', zone, rest: text.slice(prefix.length) };
  if (text.startsWith('@')) {
    if (descriptors.test(text) || interval.test(text)) return undefined;
    return { kind: 'term', start: 0, text, field: 'schedule', low: 0, high: 0 };
  }
  const words = [...text.matchAll(/\S+/g)];
  if (words.length !== fields.length) return { kind: 'fields', count: words.length };
  for (const [index, word] of words.entries()) {
    const field = fields[index];
    if (field === undefined) break;
    let start = word.index;
    for (const term of word[0].split(',')) {
      // Empty terms between commas are passed over.
      if (term !== '' && !isTerm(term, field))
        return { kind: 'term', start, text: term, field: field.name, low: field.low, high: field.high };
      start += term.length + 1;
    }
  }
  return undefined;
}

function isTerm(term: string, field: CronField): boolean {
  const [range = '', step, ...more] = term.split('/');
  if (more.length > 0 || (step !== undefined && !(/^\d+$/.test(step) && Number(step) > 0))) return false;
  const bounds = range.split('-');
  // What stands behind a star is not looked at.
  if (bounds[0] === '*' || bounds[0] === '?') return bounds.length <= 2;
  if (bounds.length > 2) return false;
  const [low = Number.NaN, high = low] = bounds.map((bound) => numberOf(bound, field));
  return low >= field.low && high <= field.high && low <= high;
}

function numberOf(text: string, { low, words }: CronField): number {
  if (/^\d{1,3}$/.test(text)) return Number(text);
  const index = words.indexOf(text.toLowerCase());
  return index === -1 ? Number.NaN : index + low;
}
