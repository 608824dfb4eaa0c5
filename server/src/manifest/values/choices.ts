import { closest } from '../../engine/closest';
import type { TypedScalar } from '../schema/typed-scalars';
import { type InvalidValue, isFilledIn, writing } from './invalid-value';

/** Short names that kubectl prints. Source: kubernetes/kubectl:pkg/util/storage/storage.go. */
const short: ReadonlyMap<string, string> = new Map([
  ['RWO', 'ReadWriteOnce'],
  ['ROX', 'ReadOnlyMany'],
  ['RWX', 'ReadWriteMany'],
  ['RWOP', 'ReadWriteOncePod'],
]);

/** A value that is none of those that its field takes. */
export function invalidChoice({ object, field, node, expected }: TypedScalar): InvalidValue | undefined {
  const { value } = node;
  const choices = expected.values;
  if (choices.length === 0 || typeof value !== 'string' || value === '' || choices.includes(value)) return undefined;
  const plain = plainWord(value);
  const same = choices.find((choice) => plainWord(choice) === plain || short.get(value) === choice);
  if (same === undefined && isFilledIn(value)) return undefined;
  const wanted = same ?? closest(value, choices);
  return {
    variant: 'choice',
    at: node.range,
    values: { value, field, choices: choices.join(', ') },
    mending:
      wanted === undefined
        ? undefined
        : writing(object.document, node, wanted, wanted, same === undefined ? 'behaviour' : 'safe'),
  };
}

const plainWord = (word: string): string => word.replace(/[-_ ]/g, '').toLowerCase();
