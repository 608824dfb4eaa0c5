import { inlineCode } from '../../../engine/markdown';
import { rendered, templates } from '../../../engine/message';
import type { Dockerfile, Stage } from '../../model/dockerfile';
import { stagePlaces } from '../stage-symbol';

const texts = templates({
  named: 'Stage {name}, from {image}',
  numbered: 'Stage {index}, from {image}',
  shipped: 'The image is made of it',
  contributes: 'The image is built on it',
  copied: 'What other stages copy from it ends up in the image, and nothing else',
  unused: 'No other stage uses it',
  user: 'It runs as {user}',
});

/** What a stage is built from, and what becomes of it. */
export function stageText(dockerfile: Dockerfile, stage: Stage): string {
  const { index, from, shipped, contributesLayers, user } = stage;
  const image = inlineCode(from.image?.text ?? '');
  const name = from.alias?.value;
  const head =
    name === undefined
      ? rendered(texts.numbered, { index: String(index), image })
      : rendered(texts.named, { name: inlineCode(name), image });
  const isUsed = stagePlaces(dockerfile).some((place) => place.stage === stage && place.role === 'read');
  const fate = shipped ? texts.shipped : contributesLayers ? texts.contributes : isUsed ? texts.copied : texts.unused;
  const lines = [
    rendered(fate, {}),
    ...(user === undefined ? [] : [rendered(texts.user, { user: inlineCode(user.value) })]),
  ];
  return `**${head}**\n\n${lines.map((line) => `- ${line}`).join('\n')}`;
}
