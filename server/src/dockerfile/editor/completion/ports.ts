import type { Completion } from '../../../engine/editor';
import { rendered, templates } from '../../../engine/message';
import { textOf } from '../../../engine/text';
import { exposes } from '../../../knowledge/exposed-ports';
import { listenedPorts } from '../../model/listened-ports';
import type { CompletionPlace } from './place';

const texts = templates({ listens: 'by {words}', inherited: 'from the parent image' });

/** The ports that the file says the application listens on, then those that the parent image exposes. */
export function portCompletions({ dockerfile, stage, before, word }: CompletionPlace): readonly Completion[] {
  if (stage === undefined) return [];
  const found = new Map<string, string>();
  for (const { port, range } of listenedPorts(dockerfile, stage))
    found.set(String(port), rendered(texts.listens, { words: textOf(dockerfile.text, range) }));
  for (const { value, instruction } of stage.exposed)
    if (instruction === undefined) found.set(value.replace(/\/tcp$/, ''), rendered(texts.inherited, {}));
  return [...found]
    .filter(([label]) => !before.some((other) => other === label || exposes(other, Number.parseInt(label, 10))))
    .map(([label, detail], order) => ({ label, kind: 'port', detail, edit: { range: word, newText: label }, order }));
}
