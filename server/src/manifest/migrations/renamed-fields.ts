import { renameKey } from '../edits/replace-scalar';
import { asScalar, fieldOf, isNothing, stringOf } from '../model/lookup';
import { type Migrate, unchanged, writtenEntry, writtenItems, writtenMapping } from './migration';

/** `policy/v1` reads an empty selector as all pods of the namespace, `policy/v1beta1` as none. */
export const migrateBudget: Migrate = (object) => {
  const spec = writtenMapping(object.node, 'spec');
  const selector = spec === 'none' ? 'none' : spec && writtenMapping(spec, 'selector');
  if (selector === undefined) return undefined;
  const empty = selector !== 'none' && selector.entries.length === 0;
  return { edits: [], meaning: empty ? 'different' : 'same' };
};

/** The shares of a priority level have a new name, and 0 of them is no longer read as 30. */
export const migratePriorityLevel: Migrate = (object) => {
  const spec = writtenMapping(object.node, 'spec');
  const limited = spec === 'none' ? 'none' : spec && writtenMapping(spec, 'limited');
  if (limited === undefined) return undefined;
  if (limited === 'none') return unchanged;
  const entry = writtenEntry(limited, 'assuredConcurrencyShares');
  if (entry === 'unknown') return undefined;
  const shares = entry?.value ?? fieldOf(limited, 'nominalConcurrencyShares');
  const edits = entry === undefined ? [] : renameKey(object.document, limited, entry, 'nominalConcurrencyShares');
  return edits && { edits, meaning: asScalar(shares)?.value === 0 ? 'different' : 'same' };
};

/** `spec.group` became `spec.groups`. */
export const migrateAccessReview: Migrate = (object) => {
  const spec = writtenMapping(object.node, 'spec');
  if (spec === 'none') return unchanged;
  const entry = spec && writtenEntry(spec, 'group');
  if (spec === undefined || entry === 'unknown') return undefined;
  const edits = entry === undefined ? [] : renameKey(object.document, spec, entry, 'groups');
  return edits && { edits, meaning: 'same' };
};

/** What `topology` said stands in fields of their own now. */
export const migrateEndpointSlice: Migrate = (object) =>
  writtenItems(object.node, 'endpoints')?.every((endpoint) => writtenEntry(endpoint, 'topology') === undefined)
    ? unchanged
    : undefined;

/** A signer and usages have no default any more, and the old signer cannot be asked. */
export const migrateSigningRequest: Migrate = (object) => {
  const spec = writtenMapping(object.node, 'spec');
  if (spec === undefined || spec === 'none' || isNothing(fieldOf(spec, 'usages'))) return undefined;
  const signer = stringOf(fieldOf(spec, 'signerName'));
  return signer === undefined || signer === 'kubernetes.io/legacy-unknown' ? undefined : unchanged;
};
