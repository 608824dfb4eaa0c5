import { setPath } from '../edits/replace-scalar';
import type { KubernetesObject } from '../model/manifest';
import { type MisplacedServiceField, misplacedServiceFields } from '../model/misplaced-service-fields';
import { type Mend, type Misplacement, removal } from './misplacement';

/** What only another type of Service may have. */
export const inServices = (object: KubernetesObject): readonly Misplacement[] =>
  misplacedServiceFields(object).map((misplaced) => ({
    variant: 'serviceType',
    at: misplaced.entry.range,
    values: { type: misplaced.type, field: misplaced.entry.name },
    mends: mends(object, misplaced),
  }));

function mends({ document }: KubernetesObject, misplaced: MisplacedServiceField): readonly Mend[] {
  const { spec, mapping, entry, needed } = misplaced;
  const edits = setPath(document, spec, ['type'], needed);
  const typed: readonly Mend[] = edits === undefined ? [] : [{ id: 'type', values: { needed }, edits: () => edits }];
  return [...typed, ...removal(document, mapping, entry, 'behaviour')];
}
