import type { Completion } from '../../../engine/editor';
import { rendered, templates } from '../../../engine/message';
import { platformArguments } from '../../../knowledge/image-variables';
import { globalArgumentValues } from '../../model/global-arguments';
import { instructionsOf } from '../../model/lookups';
import type { CompletionPlace } from './place';

const texts = templates({
  global: '= {value}',
  declared: 'declared above the first FROM',
  builder: 'set by the builder',
});

/** What a stage has to declare before it can use it: arguments above the first `FROM`, and those of the builder. */
export function declarationCompletions({ dockerfile, stage, typed, word }: CompletionPlace): readonly Completion[] {
  if (stage === undefined || !/^\w*$/.test(typed)) return [];
  const { globalArguments, escape: escapeCharacter } = dockerfile;
  const valueFor = globalArgumentValues(globalArguments, escapeCharacter);
  const isThere = (name: string): boolean =>
    instructionsOf(stage, 'ARG').some(({ properties }) =>
      properties.some((property) => property.name === name && property.range.start !== word.start),
    );
  const globals = new Set(globalArguments.flatMap(({ properties }) => properties.map(({ name }) => name)));
  const item = (label: string, detail: string, order: number): Completion => ({
    label,
    kind: 'variable',
    detail,
    edit: { range: word, newText: label },
    order,
  });
  return [
    ...[...globals]
      .filter((name) => !isThere(name))
      .map((name) => {
        const value = valueFor(name);
        const detail = value === undefined ? rendered(texts.declared, {}) : rendered(texts.global, { value });
        return item(name, detail, 0);
      }),
    ...[...platformArguments]
      .filter((name) => !globals.has(name) && !isThere(name))
      .map((name) => item(name, rendered(texts.builder, {}), 1)),
  ];
}
