import { syntax } from 'mvdan-sh';
import { commandPlaces } from '../../../server/src/shell/commands';
import { parseShell } from '../../../server/src/shell/parser';
import { sourceAt } from '../../../server/src/shell/source';

/** The parsers model these commands differently, as commands or as something of their own. */
const excluded: ReadonlySet<string> = new Set([
  '[',
  '[[',
  'test',
  'export',
  'declare',
  'local',
  'readonly',
  'typeset',
  'let',
]);

/** The simple commands of a script, each as the offsets at which its words start, in the order of those. */
export type CommandList = readonly string[];

/** What mvdan/sh reads; `undefined` where it refuses the text. */
export function referenceCommands(text: string): CommandList | undefined {
  const indexOf = byteIndexes(text);
  const commands: number[][] = [];
  try {
    const file = syntax.NewParser().Parse(text, '');
    syntax.Walk(file, (node) => {
      const words = node !== null && syntax.NodeType(node) === 'CallExpr' ? (node.Args ?? []) : [];
      const name = words[0]?.Lit() ?? '';
      if (words.length > 0 && !excluded.has(name)) commands.push(words.map((word) => indexOf(word.Pos().Offset())));
      return true;
    });
  } catch {
    return undefined;
  }
  return listOf(commands);
}

/** What this parser reads. */
export function ownCommands(text: string): CommandList {
  const commands = commandPlaces(parseShell(sourceAt(text, 0)))
    .map(({ command }) => command.words)
    .filter(([name]) => name !== undefined && !excluded.has(name.text))
    .map((words) => words.map(({ range }) => range.start));
  return listOf(commands);
}

const listOf = (commands: readonly (readonly number[])[]): CommandList =>
  [...commands].sort((one, other) => (one[0] ?? 0) - (other[0] ?? 0)).map((starts) => starts.join(' '));

/** Maps offsets in the text's UTF-8 form to indexes of the text. */
function byteIndexes(text: string): (offset: number) => number {
  if (Buffer.byteLength(text) === text.length) return (offset) => offset;
  const indexes: number[] = [];
  let index = 0;
  for (const character of text) {
    for (let byte = 0; byte < Buffer.byteLength(character); byte++) indexes.push(index);
    index += character.length;
  }
  return (offset) => indexes[offset] ?? text.length;
}
