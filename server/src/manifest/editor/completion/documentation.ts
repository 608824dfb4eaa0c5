import type { EditorContext } from '../../../engine/editor';
import { builtInKinds } from '../../../knowledge/manifest-kinds';
import { typeNamed, typeOfKind } from '../../schema/kubernetes-types';
import { fieldHelp, kindHelp } from '../field-help';

/** What there is to read about a completion: of `Container image` a field, of `Deployment` a kind. */
export function documentation(topic: string, { reference }: EditorContext): string | undefined {
  const [name = '', field = ''] = topic.split(' ');
  if (field !== '') {
    const holder = typeNamed(name);
    const found = holder?.fields.get(field);
    return holder && found && fieldHelp(holder, found, reference);
  }
  const apiVersion = builtInKinds.get(name)?.apiVersion ?? '';
  return kindHelp(name, apiVersion, typeOfKind(apiVersion, name), reference);
}
