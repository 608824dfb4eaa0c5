import { listedRules } from '../languages';
import { type RuleNames, ruleNames } from '../settings/rule-names';
import { type LoadedSettings, namedSettings } from '../settings/settings-files';
import { checkOptionSpecs, checkOptions } from './check-options';
import { CheckRun } from './check-run';
import type { Command } from './command';
import { Complaints } from './complaints';
import { exitStatus, type Host } from './host';
import { pathIn } from './paths';
import { readText } from './text-file';

export const checkCommand: Command = {
  name: 'check',
  usage: '[PATHS] [OPTIONS]',
  summary: 'find, and fix, what is wrong in Dockerfiles and Kubernetes manifests',
  options: checkOptionSpecs,
  notes: [
    'PATHS are files, folders and globs; without any, the current folder. In folders, what git ignores and what the\n' +
      'settings ignore is left out. A file that is named is always checked.',
    'Exit status: 0 nothing at or above --fail-on, 1 findings, 2 wrong usage or something that could not be read.\n' +
      'After --fix, what remains decides.',
  ],
  run(given, host) {
    const names = ruleNames(listedRules.map(({ rule }) => rule));
    const options = checkOptions(given, names);
    const complaints = new Complaints(host);
    if (typeof options === 'string') {
      complaints.fail(`${options} (see plimsoll check --help)`);
      return exitStatus.failed;
    }
    for (const { name, closest } of options.unknown)
      complaints.fail(`there is no rule ${name}${closest === undefined ? '' : `; did you mean ${closest}?`}`);
    const settings = options.settings === undefined ? undefined : settingsAt(options.settings, names, host, complaints);
    return new CheckRun(options, settings, complaints, host).result();
  },
};

/** The file of `--config`. */
function settingsAt(path: string, names: RuleNames, host: Host, complaints: Complaints): LoadedSettings | undefined {
  const place = pathIn(host.folder, path);
  const read = readText(place);
  if (read.kind === 'text') return namedSettings(place, host.folder, read.text, names);
  complaints.fail(`${path}: ${read.reason}`);
  return undefined;
}
