import { closest } from '../engine/closest';
import { severities } from '../engine/severity';
import type { FailOn } from '../settings/layer';
import { closestRuleName, type RuleNames, ruleName } from '../settings/rule-names';
import { type Arguments, isGiven, lastOf, type OptionSpec } from './arguments';
import { reporters } from './reporters';

export interface CheckOptions {
  readonly paths: readonly string[];
  /** Which fixes to make; `undefined`: none. */
  readonly fix: 'safe' | 'all' | undefined;
  /** Show what the fixes would change instead of changing it. */
  readonly diff: boolean;
  readonly format: string;
  /** Rule ids and aliases; `undefined`: all that are on. */
  readonly select: readonly string[] | undefined;
  /** Names of `--select` that name nothing, each with what may be meant. */
  readonly unknown: readonly { readonly name: string; readonly closest: string | undefined }[];
  readonly failOn: FailOn | undefined;
  /** Check the standard input, under this name. */
  readonly input: { readonly name: string | undefined } | undefined;
  readonly settings: string | undefined;
  /** What was found before is left out. `renewed`: what is found now is written to the file instead. */
  readonly baseline: { readonly file: string; readonly renewed: boolean } | undefined;
  readonly colors: boolean | undefined;
}

export const checkOptionSpecs: readonly OptionSpec[] = [
  {
    name: 'fix',
    value: 'all',
    valueOptional: true,
    description: 'make the safe fixes; --fix=all: also those that change what is built or run',
  },
  { name: 'diff', description: 'show what --fix would change, as a patch; nothing is written' },
  { name: 'format', value: Object.keys(reporters).join('|'), description: 'how to report (default: pretty)' },
  {
    name: 'select',
    value: 'IDS',
    description: 'run these rules only, also when off: ids or aliases such as hadolint/DL3009, with commas between',
  },
  {
    name: 'fail-on',
    value: [...severities, 'none'].join('|'),
    description: 'the lightest severity that makes the exit status 1 (default: warning)',
  },
  {
    name: 'stdin',
    description:
      'check the standard input; with --fix, the fixed text goes to the standard output and the report aside',
  },
  {
    name: 'stdin-filename',
    value: 'NAME',
    description: 'what the standard input is called, for its kind and settings',
  },
  {
    name: 'config',
    value: 'FILE',
    description: 'use this file instead of the nearest .plimsoll.yaml; its globs count from the current folder',
  },
  { name: 'baseline', value: 'FILE', description: 'report only what this file does not hold' },
  { name: 'renew-baseline', description: 'write what is found now to the file of --baseline, and report nothing' },
  { name: 'color', description: 'use colours, whatever the output is' },
  { name: 'no-color', description: 'use no colours' },
];

const failLevels: readonly FailOn[] = [...severities, 'none'];

/** What the arguments ask for, or the mistake in them. */
export function checkOptions(given: Arguments, names: RuleNames): CheckOptions | string {
  const fix = isGiven(given, 'fix') ? lastOf(given, 'fix') : undefined;
  if (fix !== undefined && fix !== '' && fix !== 'all') return `--fix takes no value but \`all\`, not \`${fix}\``;
  const format = lastOf(given, 'format') ?? 'pretty';
  if (!Object.hasOwn(reporters, format)) return notAmong('format', format, Object.keys(reporters));
  const level = lastOf(given, 'fail-on');
  const failOn = failLevels.find((candidate) => candidate === level);
  if (level !== undefined && failOn === undefined) return notAmong('fail-on', level, failLevels);
  const filename = lastOf(given, 'stdin-filename');
  const reads = isGiven(given, 'stdin');
  if (reads && given.operands.length > 0) return '--stdin and paths exclude each other';
  if (filename !== undefined && !reads) return '--stdin-filename needs --stdin';
  const baseline = lastOf(given, 'baseline');
  const renewed = isGiven(given, 'renew-baseline');
  if (renewed && baseline === undefined) return '--renew-baseline needs --baseline';
  if (renewed && isGiven(given, 'diff')) return '--renew-baseline and --diff exclude each other';
  const wanted = given.options.get('select')?.flatMap((ids) => ids.split(/[\s,]+/).filter((id) => id !== ''));
  if (wanted?.length === 0) return '--select needs a value: IDS';
  const named = wanted?.map((name) => ({ name, rule: ruleName(names, name) }));
  return {
    paths: given.operands.length > 0 ? given.operands : ['.'],
    fix: fix === 'all' ? 'all' : fix !== undefined || isGiven(given, 'diff') ? 'safe' : undefined,
    diff: isGiven(given, 'diff'),
    format,
    select: named?.flatMap(({ rule }) => rule ?? []),
    unknown: (named ?? [])
      .filter(({ rule }) => rule === undefined)
      .map(({ name }) => ({ name, closest: closestRuleName(names, name) })),
    failOn,
    input: reads ? { name: filename } : undefined,
    settings: lastOf(given, 'config'),
    baseline: baseline === undefined ? undefined : { file: baseline, renewed },
    colors: isGiven(given, 'no-color') ? false : isGiven(given, 'color') ? true : undefined,
  };
}

function notAmong(option: string, value: string, choices: readonly string[]): string {
  const meant = closest(value, choices);
  const hint = meant === undefined ? `it is one of ${choices.join(', ')}` : `did you mean ${meant}?`;
  return `--${option} cannot be \`${value}\`; ${hint}`;
}
