import table from './licences.json';

interface LicenceTable {
  readonly source: string;
  /** Joined by blanks. */
  readonly ids: string;
}

const { ids }: LicenceTable = table;

let known: ReadonlySet<string> | undefined;

/** Whether the SPDX License List has an id, deprecated ones included. Case does not count. */
export function isLicenceId(id: string): boolean {
  known ??= new Set(ids.toLowerCase().split(' '));
  return known.has(id.toLowerCase());
}
