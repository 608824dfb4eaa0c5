import type { EditorContext, HoverText } from '../../engine/editor';
import { textOf } from '../../engine/text';
import type { RuleNames } from '../rule-names';
import { documentation, topicOf } from './documentation';
import { placeAt } from './place';
import { type Slot, slotAt } from './slot';

/** What is known of the word at an offset: a setting, a rule, an option, or a value that can be chosen. */
export function hoverAt(text: string, offset: number, names: RuleNames, context: EditorContext): HoverText | undefined {
  const place = placeAt(text, offset);
  if (place === undefined || place.word.end <= place.word.start) return undefined;
  const word = textOf(text, place.word);
  const path = place.role === 'key' ? [...place.path, word] : place.path;
  const slot = slotAt(path, names);
  const topic = slot && (place.role === 'key' ? keyTopic(slot) : valueTopic(slot, word));
  const found = topic === undefined ? undefined : documentation(topic, names, context);
  return found === undefined ? undefined : { range: place.word, texts: [found] };
}

/** What a key is about, by what may stand behind it. */
function keyTopic(slot: Slot): string | undefined {
  switch (slot.kind) {
    case 'setting':
      return topicOf('setting', slot.name);
    case 'rule':
      return topicOf('rule', slot.name);
    case 'option':
      return topicOf('option', slot.rule.id, slot.name);
    case 'rules':
    case 'overrides':
    case 'files':
    case 'severity':
      return topicOf('setting', slot.kind);
    case 'labels':
      return topicOf('setting', 'labelSchema');
    default:
      return undefined;
  }
}

function valueTopic(slot: Slot, word: string): string | undefined {
  switch (slot.kind) {
    case 'rule':
    case 'severity':
      return topicOf('level', word);
    case 'label':
      return topicOf('label', word);
    case 'setting':
      return topicOf('choice', slot.name, word);
    default:
      return undefined;
  }
}
