/**
 * A function that works out something of an object once, and gives the same again for as long as the object lives. What is
 * worked out of a part of a file that did not change is so kept from one version of the file to the next.
 */
export function remembered<Key extends object, Value>(work: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, { readonly value: Value }>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before.value;
    const value = work(key);
    known.set(key, { value });
    return value;
  };
}
