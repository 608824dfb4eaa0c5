import { listedRules } from '../languages';
import { type RuleNames, ruleNames } from '../settings/rule-names';
import { type LoadedSettings, namedSettings } from '../settings/settings-files';
import { BaselineRun, readBaseline } from './baseline';
import { type CheckOptions, checkOptionSpecs, checkOptions } from './check-options';
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
  sections: [
    {
      title: 'DESCRIPTION',
      lines: [
        'PATHS are files, folders and globs; without any, the current folder. In folders, what git ignores and what the',
        'settings ignore is left out. A file that is named is always checked.',
        '',
        'Settings come from the nearest .plimsoll.yaml, upwards to the root of the repository; .hadolint.yaml,',
        '.kube-linter.yaml, .trivyignore and .checkov.yaml are read too.',
      ],
    },
    {
      title: 'EXIT STATUS',
      lines: [
        '0   nothing at or above --fail-on; after --fix, what remains decides',
        '1   findings',
        '2   wrong usage, or something that could not be read, whatever else was found',
      ],
    },
  ],
  examples: [
    ['plimsoll check', 'check the current folder'],
    ['plimsoll check --fix', 'make every safe fix'],
    ['plimsoll check --fix=all --diff', 'show what all fixes would change'],
    ['plimsoll check --select hadolint/DL3009,root-user Dockerfile', 'run two rules on one file'],
    ['plimsoll check --format sarif > plimsoll.sarif', 'write a report for code scanning'],
    ['plimsoll check --baseline .plimsoll-baseline.json --renew-baseline', 'accept what is there today'],
    ['plimsoll check --stdin --stdin-filename Dockerfile < draft', 'check what is not in a file'],
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
    const baseline = options.baseline === undefined ? undefined : baselineAt(options.baseline, host, complaints);
    return new CheckRun(options, { settings, baseline }, complaints, host).result();
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

/** The file of `--baseline`; one that is made anew need not be there. */
function baselineAt(
  { file, renewed }: NonNullable<CheckOptions['baseline']>,
  host: Host,
  complaints: Complaints,
): BaselineRun | undefined {
  const path = pathIn(host.folder, file);
  if (renewed) return new BaselineRun(path, undefined);
  const read = readText(path);
  const known = read.kind === 'text' ? readBaseline(read.text) : undefined;
  if (known !== undefined) return new BaselineRun(path, known);
  complaints.fail(`${file}: ${read.kind === 'text' ? 'it is no baseline' : read.reason}; --renew-baseline makes one`);
  return undefined;
}
