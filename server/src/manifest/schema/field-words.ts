import { fieldVersion } from '../../knowledge/field-versions';
import { anyType, type Field, type FieldType, type ScalarType } from './field-types';

/** Scalars by the letter that stands for them in the table of fields. */
const letters: Readonly<Record<string, Omit<ScalarType, 'kind' | 'values'>>> = {
  s: { scalar: 'string', format: undefined },
  y: { scalar: 'string', format: 'byte' },
  d: { scalar: 'string', format: 'date-time' },
  i: { scalar: 'integer', format: 'int32' },
  l: { scalar: 'integer', format: 'int64' },
  n: { scalar: 'number', format: undefined },
  b: { scalar: 'boolean', format: undefined },
  q: { scalar: 'quantity', format: undefined },
  x: { scalar: 'intOrString', format: undefined },
};

/**
 * Reads the fields of a type as the table writes them: `name`, or `name:type`, with `!` behind the name of a required one.
 * @param holder the type's name
 * @param typeNamed what a type's name stands for; asked when a field's type is
 */
export function readFields(
  holder: string,
  words: string,
  typeNamed: (name: string) => FieldType,
): ReadonlyMap<string, Field> {
  const fields = new Map<string, Field>();
  for (const word of words.split(' ')) {
    // Names such as `x-kubernetes-map-type` hold no colon.
    const [head = '', type = 's'] = word.split(':');
    const required = head.endsWith('!');
    const name = required ? head.slice(0, -1) : head;
    let known: FieldType | undefined;
    fields.set(name, {
      name,
      fullName: `${holder}.${name}`,
      required,
      version: fieldVersion(holder, name),
      get type() {
        known ??= readType(type, typeNamed);
        return known;
      },
    });
  }
  return fields;
}

function readType(word: string, typeNamed: (name: string) => FieldType): FieldType {
  const inner = word.slice(1, -1);
  if (word.startsWith('[')) return { kind: 'list', items: readType(inner, typeNamed) };
  if (word.startsWith('{')) return { kind: 'map', values: readType(inner, typeNamed) };
  const scalar = letters[word.charAt(0)];
  if (scalar === undefined) return word === 'o' ? anyType : typeNamed(word);
  const values = word.slice(2, -1);
  return { kind: 'scalar', ...scalar, values: values === '' ? [] : values.split('|') };
}
