import { byName, mayShareNamespace, type PlacedObject } from './file-objects';
import { isSlip } from './slips';

/** A reference by name, and the object that makes it. */
export interface NameReference {
  readonly name: string;
  readonly namespace: string | undefined;
  readonly from: string | undefined;
}

/** A longer list of names is not looked through for one that is nearly another. */
const mostNames = 250;

/**
 * The one object of a list that a reference to one that is not there seems to mean: it is called nearly that, or like the object
 * that refers to it and nothing else does. What any other reference leads to may be elsewhere.
 * @param isReferred whether something refers to an object by its right name
 */
export function meantObject(
  objects: readonly PlacedObject[],
  { name, namespace, from }: NameReference,
  isReferred: (object: PlacedObject) => boolean,
): PlacedObject | undefined {
  const named = byName(objects);
  if (named.has(name) || named.size > mostNames) return undefined;
  const isHere = ({ object }: PlacedObject): boolean => mayShareNamespace(object.namespace, namespace);
  const near = [...named].flatMap(([other, found]) => (isNear(name, other) ? found.filter(isHere) : []));
  const namesakes =
    from === undefined ? [] : (named.get(from) ?? []).filter((each) => isHere(each) && !isReferred(each));
  const [only, other] = near.length > 0 ? near : namesakes;
  return other === undefined ? only : undefined;
}

const isNear = (one: string, other: string): boolean => isSlip(one, other) || stemOf(one) === stemOf(other);

/** Names with and without what they are: `web`, `web-svc`, `web-service`. */
const stemOf = (name: string): string => name.replace(/-?(?:svc|service|deployment|deploy)$/, '') || name;
