import { closest } from '../../engine/closest';
import { remembered } from '../../engine/remembered';
import { contains } from '../../engine/text';
import { entryOf } from '../model/lookup';
import type { Entry, ManifestDocument, Mapping } from '../model/manifest';
import { noCustomTypes } from './custom-types';
import { fieldMeaning } from './field-meaning';
import { typeOfMapping } from './mapping-types';
import { farthest } from './meant-field';
import { mismatchesOf, type UnknownField } from './mismatches';

/** A key that is not there, and the one that is misspelled or misplaced in its stead. */
interface Claim {
  readonly key: string;
  readonly by: Entry;
}

/**
 * Whether a key is missing from a mapping only because it is misspelled there, or stands in another mapping: whoever
 * inserts it leaves no place for what was meant to be it.
 * @param ignoring an entry that is taken away at the same time, and claims nothing any more
 */
export function isClaimed(document: ManifestDocument, mapping: Mapping, key: string, ignoring?: Entry): boolean {
  const isLeft = ({ range }: Entry): boolean => ignoring === undefined || !contains(ignoring.range, range);
  const claims = claimsIn(document).get(mapping) ?? [];
  return claims.some((claim) => claim.key === key && isLeft(claim.by)) || isNearlyThere(document, mapping, key, isLeft);
}

/** A key that is none can be meant although its value does not fit, and in a template although nothing is said of its branches. */
function isNearlyThere(
  document: ManifestDocument,
  mapping: Mapping,
  key: string,
  counts: (entry: Entry) => boolean,
): boolean {
  const fields = typeOfMapping(document, mapping)?.fields;
  if (fields === undefined) return false;
  const strange = mapping.entries.filter((entry) => !fields.has(entry.name) && counts(entry)).map(({ name }) => name);
  return closest(key, strange, farthest(key)) !== undefined;
}

const claimsIn = remembered((document: ManifestDocument): ReadonlyMap<Mapping, readonly Claim[]> => {
  const claims = new Map<Mapping, Claim[]>();
  for (const mismatch of mismatchesOf(document, noCustomTypes)) {
    if (mismatch.kind !== 'unknownField') continue;
    const goal = goalOf(mismatch);
    const place = goal && firstMissing(goal.mapping, goal.path);
    if (place === undefined) continue;
    const others = claims.get(place.mapping) ?? [];
    claims.set(place.mapping, [...others, { key: place.key, by: mismatch.entry }]);
  }
  return claims;
});

interface Goal {
  readonly mapping: Mapping;
  readonly path: readonly string[];
}

function goalOf(field: UnknownField): Goal | undefined {
  const { mapping } = field.place;
  const meaning = fieldMeaning(field);
  switch (meaning.kind) {
    case 'misspelled':
      return { mapping, path: [meaning.field.name] };
    case 'foreign':
      return { mapping, path: meaning.path };
    case 'misplaced':
      return meaning.place.to;
    default:
      return undefined;
  }
}

/** The first key of a path that has no mapping yet. */
function firstMissing(root: Mapping, path: readonly string[]): { mapping: Mapping; key: string } | undefined {
  let mapping = root;
  for (const key of path) {
    const value = entryOf(mapping, key)?.value;
    if (value?.kind !== 'mapping' || value.entries.length === 0) return { mapping, key };
    mapping = value;
  }
  return undefined;
}
