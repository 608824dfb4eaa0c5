import type { FixOffer } from '../../../engine/rule';
import { replacement } from '../../../engine/text';
import { moveItemBefore } from '../../edits/move-item-before';
import { everyContainer, labelOf } from '../../model/every-container';
import { asSequence, fieldOf } from '../../model/lookup';
import type { Container, ManifestDocument } from '../../model/manifest';
import { mostVariables, type UnexpandedReference, unexpandedReferences } from '../../model/unexpanded-references';
import { refersTo } from '../../model/variable-references';
import { manifestRule } from '../../rule';

export default manifestRule({
  id: 'unexpanded-variable',
  chapter: 'configuration',
  variants: {
    shell: {
      severity: 'warning',
      message: 'No shell reads `{reference}`: `{container}` is given these characters, not the value of the variable',
    },
    unknown: {
      severity: 'warning',
      message: '`{container}` has no variable `{name}`: `{reference}` stays as it is written',
    },
    own: {
      severity: 'warning',
      message: '`{reference}` stays as it is written: Kubernetes does not know the `{name}` of the image',
    },
    later: {
      severity: 'warning',
      message:
        '`{name}` is set further down: `{reference}` stays as it is written, for variables are read from the top',
    },
  },
  fixes: {
    expand: { title: 'Let Kubernetes replace it: `$({name})`', safety: 'behaviour' },
    rename: { title: 'Refer to `{meant}`', safety: 'behaviour' },
    move: { title: 'Move `{name}` above the variable that needs it', safety: 'behaviour' },
  },
  check(document, report) {
    for (const container of everyContainer(document))
      for (const reference of unexpandedReferences(container))
        report({
          variant: reference.why,
          at: reference.range,
          values: { reference: reference.text, name: reference.name, container: labelOf(container) },
          fixes: () => offersFor(document, container, reference),
        });
  },
});

function offersFor(
  document: ManifestDocument,
  container: Container,
  reference: UnexpandedReference,
): readonly FixOffer<'expand' | 'rename' | 'move'>[] {
  const { name, range } = reference;
  switch (reference.why) {
    case 'shell':
      return [{ id: 'expand', values: { name }, edits: () => [replacement(range, `$(${name})`)] }];
    case 'unknown': {
      const { meant } = reference;
      if (meant === undefined) return [];
      return [{ id: 'rename', values: { meant }, edits: () => [replacement(range, `$(${meant})`)] }];
    }
    case 'own':
      return [];
    case 'later': {
      const edits = moved(document, container, reference);
      return edits === undefined ? [] : [{ id: 'move', values: { name }, edits: () => edits }];
    }
  }
}

/** Only where what it refers to itself would still stand above it, and nothing in between sets it as well. */
function moved(
  document: ManifestDocument,
  { environment, node }: Container,
  { user, defined }: Extract<UnexpandedReference, { why: 'later' }>,
): ReturnType<typeof moveItemBefore> {
  if (environment.length > mostVariables) return undefined;
  const list = asSequence(fieldOf(node, 'env'));
  const passed = environment.slice(environment.indexOf(user), environment.indexOf(defined));
  const needed = passed.some(({ name }) => name !== undefined && refersTo(defined.value ?? '', name));
  const again = environment.some((each) => each !== defined && each.name === defined.name);
  return list === undefined || needed || again ? undefined : moveItemBefore(document, list, defined.item, user.item);
}
