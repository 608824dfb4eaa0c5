/** A text as code in a line of Markdown, whatever backticks and line breaks it holds. */
export function inlineCode(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  const blank = longest > 0 || line === '' || /^ | $/.test(line) ? ' ' : '';
  return `${fence}${blank}${line}${blank}${fence}`;
}
