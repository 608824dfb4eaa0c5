import type { TextRange } from '../../engine/text';
import { downloaderFor } from '../../knowledge/downloaders';
import { runsPipedScript } from '../../knowledge/interpreters';
import { argumentsOf } from '../../shell/command-line';
import { baseName, commandName, commandPlaces } from '../../shell/commands';
import type { Pipeline, Script, SubstitutionPart, WordPart } from '../../shell/syntax';
import { unwrap } from '../../shell/wrappers';
import type { RunCommand } from './dockerfile';
import { remembered } from './remembered';

/** A command that runs what another one downloads, unseen. */
export interface PipedInstaller {
  /** Where the command that runs it stands. */
  readonly range: TextRange;
  readonly interpreter: string;
  readonly downloader: string;
}

/** Reads `curl … | sh`, `bash <(curl …)`, `sh -c "$(curl …)"`, `eval "$(curl …)"`, `. <(curl …)`. */
export function pipedInstaller(command: RunCommand): PipedInstaller | undefined {
  const { place, wrappers, words } = command;
  const { located, range } = place.command;
  const shell = wrappers.find(({ kind }) => kind === 'shell')?.name;
  const program = command.name ?? shell;
  if (!located || program === undefined) return undefined;
  const isSource = program === 'eval' || program === '.' || program === 'source';
  if (!runsPipedScript(program) && !isSource) return undefined;
  const downloader = givenBy(command) ?? (!isSource && readsInput(words) ? pipedBy(command) : undefined);
  return downloader === undefined ? undefined : { range, interpreter: program, downloader };
}

/** Whether an interpreter reads its program from its input: it is given no file and no text. */
const readsInput = ([, ...operands]: RunCommand['words']): boolean => {
  const own = operands.findIndex(({ value }) => value === '-s' || value === '-' || value === '/dev/stdin');
  const before = own === -1 ? operands : operands.slice(0, own);
  return before.every(({ value, prefix }) => prefix.startsWith('-') && !/^-[ceEm]$/.test(value ?? ''));
};

/** The downloader whose output is piped into a command. */
function pipedBy({ place }: RunCommand): string | undefined {
  const first = firstDownloader(place.pipeline);
  return first !== undefined && first.end <= place.command.range.start ? first.name : undefined;
}

const firstDownloader = remembered(({ commands }: Pipeline) => {
  for (const command of commands) {
    const program = command.kind === 'simple' ? unwrap(argumentsOf(command)).program[0]?.value : undefined;
    const name = downloaderName(program);
    if (name !== undefined) return { name, end: command.range.end };
  }
  return undefined;
});

/** The downloader in a substitution among a command's words. */
const givenBy = ({ place }: RunCommand): string | undefined =>
  place.command.words
    .flatMap(({ parts }) => substitutionsIn(parts))
    .flatMap(({ script }) => downloaderIn(script) ?? [])[0];

const substitutionsIn = (parts: readonly WordPart[]): readonly SubstitutionPart[] =>
  parts.flatMap((part) => (part.kind === 'substitution' ? [part] : []));

const downloaderIn = (script: Script): string | undefined =>
  commandPlaces(script).flatMap(({ command }) => downloaderName(commandName(command)) ?? [])[0];

function downloaderName(program: string | undefined): string | undefined {
  const name = baseName(program ?? '');
  return downloaderFor(name) === undefined ? undefined : name;
}
