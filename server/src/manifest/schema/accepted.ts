import type { Scalar } from '../model/nodes';
import type { FieldType, ScalarType } from './field-types';

/**
 * Whether the API server can read a scalar as what a field holds. Nothing is a value of every type: it is as if the field
 * were not there. What a template prints may be anything.
 */
export function acceptsScalar(type: FieldType, scalar: Scalar): boolean {
  if (scalar.type === 'null' || scalar.type === 'unknown' || type.kind === 'any') return true;
  if (type.kind === 'scalar' && accepts(type, scalar)) return true;
  if (scalar.type !== 'string') return false;
  return (
    isFormBlank(scalar.source) ||
    (type.kind === 'scalar' && scalar.style === 'plain' && isBlankWord.test(scalar.source))
  );
}

/** A form's blank that something or somebody fills in before the object is sent: `${REPLICAS}`, `$(NAME)`, `<port>`, `__NAME__`. */
export const isFormBlank = (text: string): boolean =>
  /^(?:\$\w+|\$\{[^}]+\}|\$\([\w.-]+\)|<[^<>]+>|__\w+__|%\w+%|@\w+@)$/.test(text.trim());

/** `PORT`, `NUMBER_OF_REPLICAS`: words in capitals stand for what a person fills in. */
const isBlankWord = /^[A-Z][A-Z0-9]+(?:_[A-Z0-9]+)*$/;

/** Source: kubernetes/kubernetes:staging/src/k8s.io/apimachinery, `UnmarshalJSON` of Quantity and IntOrString. */
function accepts({ scalar: wanted }: ScalarType, { type, value }: Scalar): boolean {
  switch (wanted) {
    case 'string':
      return type === 'string';
    case 'boolean':
      return type === 'boolean';
    case 'integer':
      return isWhole(value);
    case 'number':
      return typeof value === 'number';
    case 'quantity':
      return typeof value === 'number' || type === 'string';
    case 'intOrString':
      // Digits in quotes are read as a name or a percentage, and are neither.
      return isWhole(value) || (typeof value === 'string' && !/^\d+$/.test(value));
  }
}

/** `3.0` is written as `3` before it is sent. */
const isWhole = (value: Scalar['value']): boolean => typeof value === 'number' && Number.isInteger(value);
