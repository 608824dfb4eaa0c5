import { existsSync, writeFileSync } from 'node:fs';
import { firstSettings } from '../settings/first-settings';
import { isGiven } from './arguments';
import type { Command } from './command';
import { Complaints, reasonOf } from './complaints';
import { exitStatus } from './host';
import { pathIn } from './paths';

const name = '.plimsoll.yaml';

/** Files of other linters that go on to count. */
const peers = ['.hadolint.yaml', '.hadolint.yml', '.kube-linter.yaml', '.kube-linter.yml', '.trivyignore'];

export const initCommand: Command = {
  name: 'init',
  usage: '[--force]',
  summary: 'make a .plimsoll.yaml in the current folder',
  options: [{ name: 'force', description: 'replace one that is there' }],
  sections: [
    {
      title: 'DESCRIPTION',
      lines: [
        'The file changes nothing yet, and shows in comments what can be set. It holds for its folder and all below.',
      ],
    },
  ],
  examples: [['plimsoll init', 'begin with settings']],
  run(given, host) {
    const complaints = new Complaints(host);
    const path = pathIn(host.folder, name);
    if (existsSync(path) && !isGiven(given, 'force')) {
      complaints.fail(`${name} is there already; --force replaces it`);
      return exitStatus.failed;
    }
    try {
      writeFileSync(path, firstSettings);
    } catch (error) {
      complaints.fail(`${name}: cannot be written: ${reasonOf(error)}`);
      return exitStatus.failed;
    }
    const honoured = peers.filter((peer) => existsSync(pathIn(host.folder, peer)));
    host.output.write(`Made ${name}${honoured.map((peer) => `\n${peer} counts as before`).join('')}\n`);
    return exitStatus.clean;
  },
};
