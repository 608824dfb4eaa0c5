/**
 * Moves all lines of a text but the first by some columns. Empty lines stay empty; lines that stand further out than they
 * are moved, which only comments and continued scalars can, go to the start.
 */
export function reindented(text: string, by: number): string {
  if (by === 0) return text;
  const [first = '', ...others] = text.split('\n');
  return [first, ...others.map((line) => (by > 0 ? movedIn(line, by) : movedOut(line, -by)))].join('\n');
}

const movedIn = (line: string, by: number): string => (line === '' || line === '\r' ? line : ' '.repeat(by) + line);

function movedOut(line: string, by: number): string {
  let blanks = 0;
  while (blanks < by && line[blanks] === ' ') blanks++;
  return line.slice(blanks);
}
