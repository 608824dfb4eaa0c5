import { isRepository } from '../../../image/full-name';
import { parseImageReference } from '../../../image/parse';
import { expanded } from '../../../image/variables';
import type { Dockerfile, From, Variable } from '../../model/dockerfile';
import { expandedWord } from '../../model/expanded-word';
import { globalArgumentValues } from '../../model/global-arguments';
import { isTemplated } from '../../model/templates';
import { dockerfileRule } from '../../rule';

export default dockerfileRule({
  id: 'invalid-default-parent',
  chapter: 'stages',
  variants: {
    blank: {
      severity: 'hint',
      equals: ['buildkit/InvalidDefaultArgInFrom'],
      message: '`{name}` has no default: built without `--build-arg {name}=…`, there is no parent, and the build stops',
    },
    invalid: {
      severity: 'hint',
      equals: ['buildkit/InvalidDefaultArgInFrom'],
      message:
        '`{name}` has no default: built without `--build-arg {name}=…`, the parent is `{parent}`, which is no image',
    },
  },
  notes: { declaration: 'A default would stand here' },
  check(dockerfile, report) {
    if (isTemplated(dockerfile.text)) return;
    for (const { from } of dockerfile.stages) {
      const found = emptyDefault(dockerfile, from);
      if (found === undefined) continue;
      const { variable, parent } = found;
      const declaration = declared(dockerfile, variable.name);
      report({
        variant: parent === '' ? 'blank' : 'invalid',
        at: variable.range,
        values: { name: variable.name, parent },
        related: declaration === undefined ? [] : [{ at: declaration.range, note: 'declaration' }],
      });
    }
  },
});

/** The `ARG` without a default that leaves a `FROM` without an image. */
function emptyDefault(
  dockerfile: Dockerfile,
  { image }: From,
): { readonly variable: Variable; readonly parent: string } | undefined {
  if (image === undefined || image.variables.length === 0) return undefined;
  const defaults = globalArgumentValues(dockerfile.globalArguments, dockerfile.escape);
  if (expandedWord(image, defaults) !== undefined) return undefined;
  const empty = image.variables.filter(({ name, operation }) => operation === '' && defaults(name) === undefined);
  const [variable] = empty;
  // What is not declared at all is another mistake, and BuildKit's own arguments have values.
  if (variable === undefined || empty.some(({ name }) => declared(dockerfile, name) === undefined)) return undefined;
  const parent = expanded(
    image.value,
    (name) => defaults(name) ?? (empty.some((one) => one.name === name) ? '' : undefined),
  );
  return parent === undefined || isImage(parent) ? undefined : { variable, parent };
}

const declared = ({ globalArguments }: Dockerfile, name: string) =>
  globalArguments.flatMap(({ properties }) => properties).find((property) => property.name === name);

function isImage(text: string): boolean {
  if (!/^\w/.test(text) || /[:@/-]$|\/\/|:[-.]/.test(text)) return false;
  return isRepository(parseImageReference(text, 0).repository);
}
