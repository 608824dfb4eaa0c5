/**
 * File modes as `chmod` reads them. Source: POSIX.1-2024 chmod, "EXTENDED DESCRIPTION"; GNU coreutils "File permissions".
 */

const octal = /^[0-7]{1,4}$/;

/** Everybody may write, and the sticky bit does not keep them from each other's files. */
export function isWorldWritable(mode: string): boolean {
  if (octal.test(mode)) return (lastDigit(mode) & 2) !== 0 && (stickyDigit(mode) & 1) === 0;
  const clauses = mode.split(',');
  return !clauses.some((clause) => /^[ugoa]*[+=].*t/.test(clause)) && clauses.some(opensToOthers);
}

/**
 * The same mode without the right of everybody else to write; what owner and group get stays.
 * @returns `undefined` when nothing would be left of a part
 */
export function withoutWorldWrite(mode: string): string | undefined {
  if (octal.test(mode)) return mode.slice(0, -1) + String(lastDigit(mode) & 5);
  const clauses = mode.split(',').map((clause) => (opensToOthers(clause) ? closedToOthers(clause) : clause));
  return clauses.includes(undefined) ? undefined : clauses.join(',');
}

const lastDigit = (mode: string): number => Number(mode.at(-1));

const stickyDigit = (mode: string): number => (mode.length === 4 ? Number(mode.charAt(0)) : 0);

/** `a+w`, `o=rw`, `ugo+rwx`: one operator, and letters that stand for themselves. */
const clausePattern = /^([ugoa]+)([+=])([rwxXst]+)$/;

function opensToOthers(clause: string): boolean {
  const [, who, , rights] = clausePattern.exec(clause) ?? [];
  return who !== undefined && /[oa]/.test(who) && rights?.includes('w') === true;
}

function closedToOthers(clause: string): string | undefined {
  const [, who = '', operator = '', rights = ''] = clausePattern.exec(clause) ?? [];
  const others = rights.replaceAll('w', '');
  const writers = who.includes('a') ? 'ug' : who.replaceAll('o', '');
  const parts = [
    ...(others === '' ? [] : [`${who}${operator}${others}`]),
    ...(writers === '' ? [] : [`${writers}${others === '' ? operator : '+'}w`]),
  ];
  return parts.length === 0 ? undefined : parts.join(',');
}
