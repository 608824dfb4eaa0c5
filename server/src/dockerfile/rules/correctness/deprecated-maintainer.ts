import type { FixOffer } from '../../../engine/rule';
import { insertion, type TextEdit } from '../../../engine/text';
import { deleteInstruction } from '../../edits/delete-instruction';
import { replaceKeyword } from '../../edits/keyword';
import type { Dockerfile, Maintainer, Stage } from '../../model/dockerfile';
import { instructionsOf, stageOf, textIn } from '../../model/lookups';
import { remembered } from '../../model/remembered';
import { dockerfileRule } from '../../rule';

/** Source: opencontainers/image-spec:annotations.md, "Pre-Defined Annotation Keys". */
const label = 'org.opencontainers.image.authors';

export default dockerfileRule({
  id: 'deprecated-maintainer',
  chapter: 'correctness',
  variants: {
    maintainer: {
      severity: 'warning',
      equals: ['hadolint/DL4000', 'buildkit/MaintainerDeprecated', 'trivy/DS-0022', 'checkov/CKV_DOCKER_6'],
      message: '`{keyword}` is deprecated: whoever looks at the labels does not learn who answers for this image',
      tags: ['deprecated'],
    },
  },
  fixes: {
    label: { title: `Make it the label \`${label}\``, safety: 'safe' },
    remove: { title: `Remove it: the label \`${label}\` is there already`, safety: 'behaviour' },
  },
  check(dockerfile, report) {
    for (const maintainer of instructionsOf(dockerfile, 'MAINTAINER')) {
      const { keywordText, keywordRange, argumentsRange } = maintainer;
      if (argumentsRange.start === argumentsRange.end) continue;
      report({
        variant: 'maintainer',
        at: keywordRange,
        values: { keyword: keywordText },
        fixes: mends(dockerfile, maintainer),
      });
    }
  },
});

const namesAuthors = remembered((stage: Stage): boolean =>
  instructionsOf(stage, 'LABEL').some(({ properties }) => properties.some(({ name }) => name === label)),
);

function mends(dockerfile: Dockerfile, maintainer: Maintainer): readonly FixOffer<'label' | 'remove'>[] {
  const stage = stageOf(dockerfile, maintainer);
  if (stage === undefined) return [];
  if (namesAuthors(stage)) return [{ id: 'remove', edits: () => deleteInstruction(dockerfile, maintainer) }];
  const edits = asLabel(dockerfile, maintainer);
  return edits === undefined ? [] : [{ id: 'label', edits: () => edits }];
}

/**
 * `MAINTAINER` takes the rest of its line as it stands, a label's value is a word in which quotes, escapes and variables mean
 * something. Quotes around the whole stay what they were meant for.
 * @returns `undefined` where a character to escape stands among continued lines
 */
function asLabel(dockerfile: Dockerfile, maintainer: Maintainer): readonly TextEdit[] | undefined {
  const { start, end } = maintainer.argumentsRange;
  const written = textIn(dockerfile, maintainer.argumentsRange);
  const keyword = replaceKeyword(maintainer, 'LABEL');
  if (/^(["'])[^"'$`\\\r\n]*\1$/.test(written)) return [keyword, insertion(start, `${label}=`)];
  const special = [...written.replace(/[\\`](?=[ \t]*\r?\n)/g, ' ').matchAll(/["$`\\]/g)].filter(([character]) =>
    needsEscape(dockerfile, character),
  );
  if (special.length > 0 && written.includes('\n')) return undefined;
  const escapes = special
    .filter(({ index }) => index > 0)
    .map(({ index }) => insertion(start + index, dockerfile.escape));
  const opening = special[0]?.index === 0 ? `${label}="${dockerfile.escape}` : `${label}="`;
  return [keyword, insertion(start, opening), ...escapes, insertion(end, '"')];
}

const needsEscape = ({ escape: escapeCharacter }: Dockerfile, character: string): boolean =>
  character === '"' || character === '$' || character === escapeCharacter;
