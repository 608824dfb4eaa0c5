import type { FixOffer } from '../../../engine/rule';
import { shifted } from '../../../engine/text';
import { secretLabels } from '../../../knowledge/secrets';
import { extractVariables } from '../../edits/extract-variables';
import { labelOf } from '../../model/every-container';
import { type LiteralSecret, literalSecrets } from '../../model/literal-secrets';
import { literalVariables } from '../../model/literal-variables';
import type { Container, EnvironmentVariable, Manifest } from '../../model/manifest';
import { manifestFileRule } from '../../rule';

/** These tools look at variables alone. */
const equals = ['kube-linter/env-var-secret', 'polaris/sensitiveContainerEnvVar', 'kubescape/C-0012'];

export default manifestFileRule({
  id: 'literal-secret',
  chapter: 'configuration',
  variants: {
    recognised: {
      severity: 'warning',
      equals,
      message:
        '`{name}` holds {label} in plain text: whoever reads this manifest or its history has it, and can use it',
    },
    named: {
      severity: 'warning',
      equals,
      message: '`{name}` is a secret in plain text: whoever reads this manifest or its history has it, and can use it',
    },
    placeholder: {
      severity: 'hint',
      equals,
      message:
        '`{name}` waits for a secret to be written here, where whoever reads this manifest or its history has it',
    },
  },
  fixes: {
    move: { title: 'Move `{name}` to the Secret `{target}`', safety: 'refactor', refactoring: 'extract' },
    moveAll: {
      title: 'Move the {count} secrets of `{container}` to the Secret `{target}`',
      safety: 'refactor',
      refactoring: 'extract',
    },
  },
  phrases: { label: secretLabels },
  check(manifest, report) {
    for (const { document, start } of manifest.documents) {
      const secrets = literalSecrets(document);
      const movable = movableIn(secrets);
      for (const secret of secrets)
        report({
          variant: variantOf(secret),
          at: shifted(secret.range, start),
          values: { name: secret.name, label: secret.label ?? '' },
          equals: secret.where === 'variable' ? equals : [],
          fixes: () => offersFor(manifest, start, secret, movable),
        });
    }
  },
});

const variantOf = ({ label, placeholder }: LiteralSecret): 'recognised' | 'named' | 'placeholder' => {
  if (label !== undefined) return 'recognised';
  return placeholder ? 'placeholder' : 'named';
};

type Movable = ReadonlyMap<Container, readonly EnvironmentVariable[]>;

/** The secrets among the variables of each container that its process would get from a Secret just the same. */
function movableIn(secrets: readonly LiteralSecret[]): Movable {
  const entries = secrets.flatMap(({ entry }) => entry ?? []);
  const variables = new Set(entries.map(({ variable }) => variable));
  const containers = new Set(entries.map(({ container }) => container));
  return new Map(
    [...containers].map((container) => [container, literalVariables(container).filter((each) => variables.has(each))]),
  );
}

function offersFor(
  manifest: Manifest,
  start: number,
  { entry }: LiteralSecret,
  movable: Movable,
): readonly FixOffer<'move' | 'moveAll'>[] {
  if (entry === undefined) return [];
  const { container, variable } = entry;
  const all = movable.get(container) ?? [];
  if (!all.includes(variable)) return [];
  const one = extractVariables(manifest, 'Secret', container, start, [variable]);
  const several = all.length < 2 ? undefined : extractVariables(manifest, 'Secret', container, start, all);
  const count = { count: String(all.length), container: labelOf(container) };
  return [
    ...(one === undefined ? [] : [{ ...one, id: 'move' as const, values: { target: one.target } }]),
    ...(several === undefined
      ? []
      : [{ ...several, id: 'moveAll' as const, values: { target: several.target, ...count } }]),
  ];
}
