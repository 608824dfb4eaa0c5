import { rendered, templates } from '../../../engine/message';
import type { FixOffer } from '../../../engine/rule';
import { shifted } from '../../../engine/text';
import { extractVariables } from '../../edits/extract-variables';
import { everyContainer, labelOf } from '../../model/every-container';
import { literalConfiguration } from '../../model/literal-configuration';
import type { Container, EnvironmentVariable, Manifest } from '../../model/manifest';
import { manifestFileRule } from '../../rule';

export default manifestFileRule({
  id: 'literal-configuration',
  chapter: 'configuration',
  variants: {
    many: {
      severity: 'information',
      message: '`{container}` has {count} settings among its variables: every environment needs a manifest of its own',
    },
    host: {
      severity: 'information',
      message: '`{name}` names `{host}`: every other environment needs a manifest of its own',
    },
    file: {
      severity: 'information',
      message:
        '`{name}` is a whole file in a variable: nobody can check it, and every change of it is a change of the pods',
    },
  },
  fixes: {
    move: { title: 'Move {variables} to the ConfigMap `{target}`', safety: 'refactor', refactoring: 'extract' },
  },
  check(manifest, report) {
    for (const { document, start } of manifest.documents)
      for (const container of everyContainer(document)) {
        const found = literalConfiguration(container);
        if (found === undefined) continue;
        const { why, at, name = '', host = '', variables } = found;
        report({
          variant: why,
          at: shifted(at, start),
          values: { name, host, container: labelOf(container), count: String(variables.length) },
          fixes: () => offersFor(manifest, start, container, variables),
        });
      }
  },
});

const texts = templates({ several: '{count} variables' });

function offersFor(
  manifest: Manifest,
  start: number,
  container: Container,
  variables: readonly EnvironmentVariable[],
): readonly FixOffer<'move'>[] {
  const extraction = extractVariables(manifest, 'ConfigMap', container, start, variables);
  if (extraction === undefined) return [];
  const [only, other] = variables;
  const said =
    other === undefined ? `\`${only?.name ?? ''}\`` : rendered(texts.several, { count: String(variables.length) });
  const { target, reach, edits } = extraction;
  return [{ id: 'move', values: { variables: said, target }, reach, edits }];
}
