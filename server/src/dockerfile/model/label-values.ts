import type { LabelKind } from '../../engine/settings';
import { isLicenceId } from '../../knowledge/licences';

/** Whether a label's value is of the kind that the settings ask for. Any text is a `text`. */
export function isLabelValue(kind: LabelKind, value: string): boolean {
  switch (kind) {
    case 'text':
      return true;
    case 'url':
      return /^[A-Za-z][A-Za-z0-9+.-]*:[^\s"<>\\^`{|}]+$/.test(value);
    case 'semver':
      return semanticVersion.test(value);
    case 'hash':
      return /^(?:[0-9a-f]{7,40}|[0-9a-f]{64})$/.test(value);
    case 'rfc3339':
      return isTimestamp(value);
    case 'spdx':
      return isLicenceExpression(value);
    case 'email':
      return value.length <= 254 && mailAddress.test(value);
  }
}

/** A value of a kind, for a person to replace. */
export const sampleValues: Readonly<Record<LabelKind, string>> = {
  text: 'text',
  url: 'https://example.com',
  semver: '1.0.0',
  hash: '0000000',
  rfc3339: '2000-01-01T00:00:00Z',
  spdx: 'Apache-2.0',
  email: 'name@example.com',
};

/** Source: semver.org, "Is there a suggested regular expression". */
const semanticVersion =
  /^(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)){2}(?:-(?:0|[1-9]\d*|\d*[a-zA-Z-][\da-zA-Z-]*)(?:\.(?:0|[1-9]\d*|\d*[a-zA-Z-][\da-zA-Z-]*))*)?(?:\+[\da-zA-Z-]+(?:\.[\da-zA-Z-]+)*)?$/;

/** Source: RFC 5322, "addr-spec", without what is obsolete. */
const mailAddress =
  /^(?:[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*|"[^"\\\r\n]*")@[A-Za-z\d](?:[A-Za-z\d-]*[A-Za-z\d])?(?:\.[A-Za-z\d](?:[A-Za-z\d-]*[A-Za-z\d])?)*$/;

/** Source: RFC 3339, section 5.6, with the blank that its note allows. */
function isTimestamp(value: string): boolean {
  const match = /^(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:[Zz]|[+-](\d\d):(\d\d))$/.exec(value);
  if (match === null) return false;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, offsetHour = 0, offsetMinute = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (month < 1 || month > 12 || day < 1 || day > days) return false;
  return hour < 24 && minute < 60 && second <= 60 && offsetHour < 24 && offsetMinute < 60;
}

/** Deeper parentheses are left alone: nobody licenses like that. */
const longestExpression = 1000;

/** An SPDX licence expression, such as `MIT OR (Apache-2.0 WITH LLVM-exception)` (SPDX specification, annex "Expressions"). */
function isLicenceExpression(value: string): boolean {
  if (value.length > longestExpression) return true;
  let depth = 0;
  let expects: 'licence' | 'operator' | 'exception' = 'licence';
  for (const [token] of value.matchAll(/[()]|[^()\s]+/g)) {
    if (token === '(' && expects === 'licence') depth++;
    else if (token === ')' && expects === 'operator' && depth > 0) depth--;
    else if (expects === 'exception' && /^[A-Za-z\d.-]+$/.test(token)) expects = 'operator';
    else if (expects === 'licence' && isLicence(token)) expects = 'operator';
    else if (expects === 'operator' && /^(?:AND|OR)$/i.test(token)) expects = 'licence';
    else if (expects === 'operator' && /^WITH$/i.test(token)) expects = 'exception';
    else return false;
  }
  return depth === 0 && expects === 'operator';
}

const isLicence = (token: string): boolean =>
  /^(?:DocumentRef-[A-Za-z\d.-]+:)?LicenseRef-[A-Za-z\d.-]+$/.test(token) ||
  isLicenceId(token) ||
  (token.endsWith('+') && isLicenceId(token.slice(0, -1)));
