import { rendered, templates } from '../../engine/message';
import { cronProblem } from '../values/cron';

const texts = templates({
  minutely: 'every minute',
  everyMinutes: 'every {step} minutes',
  everyHours: 'every {step} hours, at minute {minute}',
  hourly: 'every hour, at minute {minutes}',
  at: 'at {times}',
  days: '{when} on day {days} of the month',
  weekdays: '{when} on {days}',
  either: '{when} on day {days} of the month and on {weekdays}',
  months: '{when} in {months}',
  range: '{low} to {high}',
  and: '{list} and {last}',
  daily: 'every day at {times}',
});

const weekdays = templates(['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']);
const months = templates([
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]);

/** What the words that begin with `@` stand for. Source: github.com/robfig/cron v3 parser.go, `parseDescriptor`. */
const descriptors: Readonly<Record<string, string>> = {
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
  '@monthly': '0 0 1 * *',
  '@weekly': '0 0 * * 0',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@hourly': '0 * * * *',
};

/** A schedule of a CronJob in words, such as `at 03:00 on Monday`; `undefined` for one that is wrong or has no simple words. */
export function cronInWords(schedule: string): string | undefined {
  if (cronProblem(schedule) !== undefined) return undefined;
  const plain = Object.hasOwn(descriptors, schedule) ? descriptors[schedule] : schedule;
  const [minute = '', hour = '', day = '', month = '', weekday = ''] = plain?.trim().split(/\s+/) ?? [];
  const onDays = !isAny(day) || !isAny(weekday);
  const time = timeInWords(minute, hour, onDays);
  if (time === undefined) return undefined;
  const days = listInWords(day, (number) => number);
  const names = listInWords(weekday, (name) => nameOf(weekdays, name, 0));
  const inMonths = listInWords(month, (name) => nameOf(months, name, 1));
  if (days === undefined || names === undefined || inMonths === undefined) return undefined;
  const when = daysInWords(time, isAny(day) ? '' : days, isAny(weekday) ? '' : names);
  return isAny(month) ? when : rendered(texts.months, { when, months: inMonths });
}

function daysInWords(when: string, days: string, names: string): string {
  if (days === '') return names === '' ? when : rendered(texts.weekdays, { when, days: names });
  return names === '' ? rendered(texts.days, { when, days }) : rendered(texts.either, { when, days, weekdays: names });
}

function timeInWords(minute: string, hour: string, onDays: boolean): string | undefined {
  const [, step] = /^[*?](?:\/(\d+))?$/.exec(minute) ?? [];
  if (isAny(hour) && isAny(minute)) return rendered(texts.minutely, {});
  if (isAny(hour) && step !== undefined) return rendered(texts.everyMinutes, { step });
  if (isAny(hour)) {
    const minutes = listInWords(minute, (number) => number);
    return minutes && rendered(texts.hourly, { minutes });
  }
  const [, hours] = /^[*?]\/(\d+)$/.exec(hour) ?? [];
  if (hours !== undefined && /^\d+$/.test(minute)) return rendered(texts.everyHours, { step: hours, minute });
  if (!/^\d+(?:,\d+)*$/.test(hour) || !/^\d+(?:,\d+)*$/.test(minute)) return undefined;
  const times = hour
    .split(',')
    .flatMap((one) => minute.split(',').map((other) => `${one.padStart(2, '0')}:${other.padStart(2, '0')}`));
  return times.length > 6 ? undefined : rendered(onDays ? texts.at : texts.daily, { times: enumerated(times) });
}

const isAny = (word: string): boolean => word === '*' || word === '?';

/** `1,3-5` with names for numbers; `undefined` where steps are among them. */
function listInWords(word: string, named: (name: string) => string): string | undefined {
  if (isAny(word)) return '';
  if (word.includes('/') || /[*?]/.test(word)) return undefined;
  const terms = word.split(',').filter((term) => term !== '');
  return enumerated(
    terms.map((term) => {
      const [low = '', high] = term.split('-');
      return high === undefined ? named(low) : rendered(texts.range, { low: named(low), high: named(high) });
    }),
  );
}

function enumerated(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : rendered(texts.and, { list: words.slice(0, -1).join(', '), last });
}

function nameOf(names: readonly string[], word: string, low: number): string {
  const index = /^\d+$/.test(word)
    ? Number(word) - low
    : names.findIndex((name) => name.slice(0, 3).toLowerCase() === word.toLowerCase());
  const name = names[index];
  return name === undefined ? word : rendered(name, {});
}
