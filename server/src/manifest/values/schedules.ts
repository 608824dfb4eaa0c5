import { rangeOf, type TextRange } from '../../engine/text';
import { insertKey } from '../edits/insert-key';
import { replaceScalar } from '../edits/replace-scalar';
import { together } from '../edits/together';
import { lookup } from '../model/lookup';
import type { Scalar } from '../model/manifest';
import type { TypedScalar } from '../schema/typed-scalars';
import { cronProblem } from './cron';
import { type InvalidValue, isFilledIn, type Mending, writing } from './invalid-value';

/** Source: kubernetes/website:content/en/docs/concepts/workloads/controllers/cron-jobs.md, "Unsupported TimeZone specification". */
const zoneRefusedSince = 29;

/** A schedule of a CronJob that Kubernetes cannot read. */
export function invalidSchedule(scalar: TypedScalar, minor: number): InvalidValue | undefined {
  const { type, field, node, object } = scalar;
  const { value } = node;
  if (type !== 'CronJobSpec' || field !== 'schedule' || typeof value !== 'string' || isFilledIn(value))
    return undefined;
  const problem = cronProblem(value);
  switch (problem?.kind) {
    case undefined:
      return undefined;
    case 'zone':
      if (minor < zoneRefusedSince) return undefined;
      return {
        variant: 'scheduleZone',
        at: partOf(node, 0, value.length - problem.rest.length, value),
        values: { zone: value.slice(0, value.length - problem.rest.length).trim() },
        mending: withTimeZone(scalar, problem.zone, problem.rest),
      };
    case 'fields': {
      const [first, ...rest] = value.trim().split(/\s+/);
      // With seconds in front, as other schedulers have it.
      const wanted = rest.length === 5 && first === '0' ? rest.join(' ') : undefined;
      return {
        variant: 'scheduleFields',
        at: node.range,
        values: { value, count: String(problem.count) },
        mending:
          wanted !== undefined && cronProblem(wanted) === undefined
            ? writing(object.document, node, wanted, wanted, 'behaviour')
            : undefined,
      };
    }
    case 'term':
      return {
        variant: 'scheduleTerm',
        at: partOf(node, problem.start, problem.start + problem.text.length, value),
        values: { value: problem.text, field: problem.field, low: String(problem.low), high: String(problem.high) },
        mending: sundayAsZero(scalar, value, problem),
      };
  }
}

/** Where a part of a text stands, without blanks at its end. */
function partOf(node: Scalar, start: number, end: number, text: string): TextRange {
  const offsets = node.offsets?.();
  const [from, to] = [offsets?.[start], offsets?.[start + text.slice(start, end).trimEnd().length]];
  return from === undefined || to === undefined ? node.range : rangeOf(from, to);
}

/** Elsewhere Sunday is 7 as well. */
function sundayAsZero(
  { object, node }: TypedScalar,
  value: string,
  { field, text, start }: { readonly field: string; readonly text: string; readonly start: number },
): Mending | undefined {
  if (field !== 'weekday' || text !== '7') return undefined;
  const wanted = `${value.slice(0, start)}0${value.slice(start + 1)}`;
  return writing(object.document, node, wanted, wanted, 'safe');
}

function withTimeZone({ object, holder, node }: TypedScalar, zone: string, rest: string): Mending | undefined {
  if (zone === '' || cronProblem(rest) !== undefined || lookup(holder, 'timeZone').presence !== 'no') return undefined;
  const { document } = object;
  const edits = together(replaceScalar(document, node, rest), insertKey(document, holder, 'timeZone', zone));
  return edits && { fix: 'timeZone', values: { zone }, safety: 'safe', edits };
}
