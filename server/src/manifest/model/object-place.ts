import type { TextRange } from '../../engine/text';
import { fieldOf } from './lookup';
import type { KubernetesObject } from './manifest';

/** Where something is missing from a whole object: its name, else its kind. */
export const objectPlace = ({ metadata, kindNode, node }: KubernetesObject): TextRange =>
  (fieldOf(metadata, 'name') ?? kindNode ?? node).range;

/** What to call an object in a message. */
export const objectLabel = ({ name, kind }: KubernetesObject): string => name ?? kind;
