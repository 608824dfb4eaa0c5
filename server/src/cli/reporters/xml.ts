/** A text as the value of an XML attribute, or between tags. What no XML may hold is left out. */
export const escaped = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what has to go.
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu, '')
    .replace(/[&<>"'\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);

/** `<name key="value">` and what is in it, indented by its lines. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  inner: readonly string[] = [],
): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`);
  const start = `<${name}${written.join('')}`;
  if (inner.length === 0) return `${start}/>`;
  return [`${start}>`, ...inner.flatMap((each) => each.split('\n')).map((line) => `  ${line}`), `</${name}>`].join(
    '\n',
  );
}

export const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
