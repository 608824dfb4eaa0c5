/**
 * What names may look like. Source: kubernetes/apimachinery:pkg/util/validation/validation.go.
 */

const label = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/;
const subdomain = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/;
const qualified = /^[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?$/;

export const longestLabel = 63;
export const longestSubdomain = 253;
export const longestPortName = 15;

/** A part of a host name: of containers, volumes, namespaces and Services. */
export const isLabel = (text: string): boolean => text.length <= longestLabel && label.test(text);

/** A host name: of most objects. */
export const isSubdomain = (text: string): boolean => text.length <= longestSubdomain && subdomain.test(text);

export const isPortName = (text: string): boolean =>
  text.length <= longestPortName && label.test(text) && /[a-z]/.test(text) && !text.includes('--');

/** The key of a label or an annotation: a name, with a domain and a slash before it or not. */
export function isQualifiedName(text: string): boolean {
  const slash = text.indexOf('/');
  const name = text.slice(slash + 1);
  return (slash === -1 || isSubdomain(text.slice(0, slash))) && name.length <= longestLabel && qualified.test(name);
}

export const isLabelValue = (text: string): boolean =>
  text === '' || (text.length <= longestLabel && qualified.test(text));

/** The key of a ConfigMap or a Secret: the name of a file. */
export const isDataKey = (text: string): boolean =>
  text.length <= longestSubdomain && /^[-._a-zA-Z0-9]+$/.test(text) && text !== '.' && !text.startsWith('..');

/** Names of environment variables may be any printable ASCII but `=` since this minor. Source: feature gate RelaxedEnvironmentVariableValidation. */
export const relaxedVariablesSince = 32;

export const isVariableName = (text: string, minor: number): boolean =>
  minor >= relaxedVariablesSince ? /^[ -<>-~]+$/.test(text) : /^[-._a-zA-Z][-._a-zA-Z0-9]*$/.test(text);

/** A host of an Ingress: a host name, or one whose first part is `*`. */
export const isIngressHost = (text: string): boolean => isSubdomain(text.replace(/^\*\./, ''));

/** The nearest name of lower-case letters, digits and hyphens; empty where nothing is left. */
export const slugOf = (text: string): string =>
  text
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');

/** The same with the dots kept. */
export const slugsOf = (text: string): string =>
  text
    .split('.')
    .map(slugOf)
    .filter((part) => part !== '')
    .join('.');
