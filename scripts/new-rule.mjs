// Makes the two files of a new rule and enters it into the index.
// Usage: npm run new-rule -- <dockerfile|manifest> <chapter> <id>

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [domain, chapter, id] = process.argv.slice(2);

if (
  !/^(dockerfile|manifest)$/.test(domain ?? '') ||
  !/^[a-z]+$/.test(chapter ?? '') ||
  !/^[a-z][a-z0-9-]*$/.test(id ?? '')
) {
  console.error('usage: npm run new-rule -- <dockerfile|manifest> <chapter> <id-in-kebab-case>');
  process.exit(2);
}
const folder = path.join(root, 'server/src', domain, 'rules', chapter);
if (existsSync(path.join(folder, `${id}.ts`))) {
  console.error(`${id} is there already`);
  process.exit(2);
}

const language = domain === 'dockerfile' ? 'dockerfile' : 'yaml';
const [model, example] =
  domain === 'dockerfile'
    ? ['dockerfile', 'FROM debian:12\n#    ^^^^^^^^^']
    : ['document', 'apiVersion: v1\n#           ^^\nkind: Pod'];
const loop =
  domain === 'dockerfile'
    ? "for (const stage of dockerfile.stages)\n      report({ variant: 'found', at: stage.from.argumentsRange });"
    : "for (const object of document.objects)\n      if (object.apiVersionNode !== undefined) report({ variant: 'found', at: object.apiVersionNode.range });";

mkdirSync(folder, { recursive: true });
writeFileSync(
  path.join(folder, `${id}.ts`),
  `import { ${domain}Rule } from '../../rule';

export default ${domain}Rule({
  id: '${id}',
  chapter: '${chapter}',
  variants: {
    found: { severity: 'information', message: 'What the thing is, and what goes wrong in production' },
  },
  check(${model}, report) {
    ${loop}
  },
});
`,
);
writeFileSync(
  path.join(folder, `${id}.md`),
  `# ${id}

One sentence that says what should be so.

## Why

What goes wrong in production.

## Fix

None: what a person has to decide.

## Not reported

When it cannot be known.

## Examples

\`\`\`${language} bad
${example}
\`\`\`

## References
`,
);
spawnSync(process.execPath, ['--import', 'tsx', path.join(root, 'scripts/generate.mjs')], {
  stdio: 'inherit',
  cwd: root,
});
console.log(`server/src/${domain}/rules/${chapter}/${id}.ts and ${id}.md: now run npm run test:rules -- --grep ${id}`);
