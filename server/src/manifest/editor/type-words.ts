import { rendered, templates } from '../../engine/message';
import type { FieldType } from '../schema/field-types';

const texts = templates({
  string: 'string',
  integer: 'integer',
  number: 'number',
  boolean: 'boolean',
  quantity: 'quantity',
  intOrString: 'number or string',
  byte: 'base64',
  'date-time': 'date and time',
  list: 'list of {items}',
  map: 'map of {values}',
  object: 'object',
  any: 'anything',
});

/** What a field holds, in a few words. */
export function typeInWords(type: FieldType): string {
  switch (type.kind) {
    case 'scalar':
      return rendered(
        type.format === 'byte' || type.format === 'date-time' ? texts[type.format] : texts[type.scalar],
        {},
      );
    case 'list':
      return rendered(texts.list, { items: typeInWords(type.items) });
    case 'map':
      return rendered(texts.map, { values: typeInWords(type.values) });
    case 'object':
      return type.name.replace(/^(?:CoreV1|V\d+(?:(?:alpha|beta)\d+)?)(?=[A-Z])/, '').replace(/^.*\./, '');
    case 'any':
      return rendered(texts.any, {});
  }
}
