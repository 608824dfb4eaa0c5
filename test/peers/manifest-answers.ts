import { type ComparedExample, type Comparison, comparisonOf } from './comparison';
import { keyOf, manifestExamples } from './examples';
import { ourAnswers } from './our-answers';
import { type Answers, type Failures, recordOf } from './record';

/** Compares what a tool said of the objects that it read, and of their containers where both name them. */
export function compareManifests(tool: string): Comparison {
  const { answers } = recordOf(tool);
  const examples = new Map(manifestExamples().map((example) => [example.text, example]));
  return comparisonOf([...examples.keys()], (text, name) => {
    const theirs = answers.get(keyOf(text));
    const example = examples.get(text);
    return theirs === undefined || example === undefined ? undefined : sidesIn(name, theirs, ourAnswers(tool, example));
  });
}

function sidesIn(example: string, theirs: Answers, ours: Answers): ComparedExample {
  const sides = new Map<string, { readonly theirs: Set<string>; readonly ours: Set<string> }>();
  [...theirs].forEach(([object, failures], index) => {
    const own: Failures = ours.get(object) ?? new Map();
    const place = theirs.size === 1 ? example : `${example}.${index}`;
    for (const check of new Set([...failures.keys(), ...own.keys()])) {
      const known = sides.get(check) ?? { theirs: new Set(), ours: new Set() };
      sides.set(check, known);
      const [there, here] = [failures.get(check), own.get(check)];
      for (const each of placesOf(place, there, here)) known.theirs.add(each);
      for (const each of placesOf(place, here, there)) known.ours.add(each);
    }
  });
  return sides;
}

/** The containers that fail, where the other side names some, too; else the object. */
function placesOf(
  object: string,
  containers: ReadonlySet<string> | undefined,
  others: ReadonlySet<string> | undefined,
): readonly string[] {
  if (containers === undefined) return [];
  if (others === undefined || others.size === 0 || containers.size === 0) return [object];
  return [...containers].map((container) => `${object}:${container.replaceAll(' ', '_')}`);
}
