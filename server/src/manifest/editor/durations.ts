import { rendered, templates } from '../../engine/message';

const texts = templates({
  seconds: '{number} s',
  minutes: '{number} min',
  minutesAndSeconds: '{number} min {rest} s',
  hours: '{number} h',
  hoursAndMinutes: '{number} h {rest} min',
  days: '{number} d',
  daysAndHours: '{number} d {rest} h',
});

/** A number of seconds as people say it: `90 s`, `5 min`, `2 h 30 min`. */
export function durationInWords(seconds: number): string {
  if (seconds < 120) return rendered(texts.seconds, { number: String(seconds) });
  if (seconds < 7200) return parts(seconds, 60, 1, texts.minutes, texts.minutesAndSeconds);
  if (seconds < 172_800) return parts(seconds, 3600, 60, texts.hours, texts.hoursAndMinutes);
  return parts(seconds, 86_400, 3600, texts.days, texts.daysAndHours);
}

function parts(seconds: number, unit: number, smaller: number, whole: string, both: string): string {
  const number = Math.floor(seconds / unit);
  const rest = Math.floor((seconds - number * unit) / smaller);
  return rendered(rest === 0 ? whole : both, { number: String(number), rest: String(rest) });
}
