import type { TypedScalar } from '../schema/typed-scalars';
import { type InvalidValue, isFilledIn, writing } from './invalid-value';

const paths: ReadonlySet<string> = new Set(['HTTPIngressPath.path', 'VolumeMount.mountPath', 'VolumeMount.subPath']);

/** Words and paths with rules of their own: the address of a headless Service, and paths of volumes and of an Ingress. */
export function invalidAddress({ object, type, field, name, node }: TypedScalar): InvalidValue | undefined {
  const { value } = node;
  if (typeof value !== 'string' || value === '') return undefined;
  const { document } = object;
  if (type === 'ServiceSpec' && /^clusterIPs?$/.test(field) && /^none$/i.test(value) && value !== 'None')
    return {
      variant: 'choice',
      at: node.range,
      values: { value, field, choices: 'None' },
      mending: writing(document, node, 'None', 'None', 'safe'),
    };
  if (!paths.has(name) || isFilledIn(value)) return undefined;
  if (name === 'HTTPIngressPath.path' && !value.startsWith('/')) {
    const wanted = `/${value}`;
    return {
      variant: 'absolute',
      at: node.range,
      values: { value },
      mending: writing(document, node, wanted, wanted, 'behaviour'),
    };
  }
  // Windows has them behind the letter of a drive.
  if (name === 'VolumeMount.mountPath' && value.includes(':') && !/^[A-Za-z]:[^:]*$/.test(value))
    return { variant: 'colon', at: node.range, values: { value } };
  if (name !== 'VolumeMount.subPath') return undefined;
  if (!value.startsWith('/') && !value.split('/').includes('..')) return undefined;
  const wanted = value.replace(/^\/+/, '');
  const usable = wanted !== '' && !wanted.split('/').includes('..');
  return {
    variant: 'path',
    at: node.range,
    values: { value },
    mending: usable ? writing(document, node, wanted, wanted, 'safe') : undefined,
  };
}
