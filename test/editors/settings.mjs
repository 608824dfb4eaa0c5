// The settings that docs/other-editors.md tells people to use: what is tested is what they read.
import { readFileSync } from 'node:fs';

const page = readFileSync(new URL('../../docs/other-editors.md', import.meta.url), 'utf8');

/** The block below `<!-- tested: NAME -->`. */
export function documentedSettings(name) {
  const block = new RegExp(
    `<!-- tested: ${name.replaceAll('.', '\\.')} -->\n\`\`\`\\w+\n([\\s\\S]*?)^\`\`\``,
    'm',
  ).exec(page);
  if (block === null) throw new Error(`docs/other-editors.md has no block ${name}`);
  return block[1];
}
