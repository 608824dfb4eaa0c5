import type { Completion } from '../../../engine/editor';
import { rendered, templates } from '../../../engine/message';
import { rangeOf, type TextRange } from '../../../engine/text';
import { platformArguments } from '../../../knowledge/image-variables';
import type { Dockerfile, Instruction, Stage } from '../../model/dockerfile';
import { globalArgumentValues } from '../../model/global-arguments';
import { variableUses } from '../../model/variable-uses';
import { variableBefore } from '../../model/variables';
import type { CompletionPlace } from './place';

const texts = templates({ value: '= {value}', builder: 'set by the builder', shell: 'set in this script' });

/** The variables that may stand behind a `$`; `undefined` where none is being typed. */
export function variableCompletions(place: CompletionPlace): readonly Completion[] | undefined {
  const { dockerfile, offset, instruction } = place;
  const { text, escape: escapeCharacter } = dockerfile;
  const [typed, brace = '', name = ''] = /\$(\{?)(\w*)$/.exec(text.slice(Math.max(0, offset - 200), offset)) ?? [];
  if (typed === undefined) return undefined;
  const dollar = offset - typed.length;
  if (text[dollar - 1] === escapeCharacter || text[dollar - 1] === '$') return [];
  const known = variablesAt(place);
  if (known === undefined || isInSingleQuotes(text.slice(instruction.keywordRange.end, dollar))) return [];
  const rest = /^\w*/.exec(text.slice(offset, offset + 200))?.[0].length ?? 0;
  const range = rangeOf(offset - name.length, offset + rest);
  const close = brace !== '' && !/[}:\-+?#%/]/.test(text.charAt(range.end)) ? '}' : '';
  return [...known].map(([label, detail]) => completionOf(label, detail, range, close));
}

const completionOf = (label: string, detail: string, range: TextRange, close: string): Completion => ({
  label,
  kind: 'variable',
  ...(detail !== '' && { detail }),
  edit: { range, newText: label + close },
  order: /^[A-Z]/.test(label) ? 0 : 1,
});

type Known = ReadonlyMap<string, string>;

/** Names with a few words about each; `undefined` where nobody expands a variable. */
function variablesAt({ dockerfile, instruction, stage, offset, inHeredoc }: CompletionPlace): Known | undefined {
  switch (instruction.keyword) {
    case 'FROM':
      return globals(dockerfile, true);
    case 'ARG':
      return stage === undefined ? globals(dockerfile, false) : ofStage(stage, instruction);
    case 'CMD':
    case 'ENTRYPOINT':
    case 'HEALTHCHECK': {
      const { command } = instruction;
      return command?.form === 'exec' || stage === undefined ? undefined : ofContainer(stage);
    }
    case 'RUN':
      if (stage === undefined || instruction.command.form === 'exec') return undefined;
      return new Map([...ofStage(stage, instruction), ...ofScript(dockerfile, instruction, offset)]);
    case 'COPY':
    case 'ADD':
      if (inHeredoc && instruction.heredocs.every(({ expands }) => !expands)) return undefined;
      return stage && ofStage(stage, instruction);
    case 'SHELL':
    case 'MAINTAINER':
    case 'ONBUILD':
    case 'UNKNOWN':
      return undefined;
    default:
      return stage && ofStage(stage, instruction);
  }
}

function globals({ globalArguments, escape: escapeCharacter }: Dockerfile, withPlatforms: boolean): Known {
  const valueFor = globalArgumentValues(globalArguments, escapeCharacter);
  const own = globalArguments
    .flatMap(({ properties }) => properties)
    .map(({ name }) => [name, shown(valueFor(name))] as const);
  const platforms = withPlatforms
    ? [...platformArguments].map((name) => [name, rendered(texts.builder, {})] as const)
    : [];
  return new Map([...platforms, ...own]);
}

function ofStage(stage: Stage, { range: { start } }: Instruction): Known {
  const { parent, instructions, environment } = stage;
  const inherited = parent.kind === 'stage' ? parent.stage : undefined;
  const own = instructions
    .filter(({ range }) => range.start < start)
    .flatMap((one) => (one.keyword === 'ENV' || one.keyword === 'ARG' ? one.properties : []));
  const names = [
    ...Object.keys(inherited?.environment ?? {}),
    ...Object.keys(inherited?.arguments ?? {}),
    ...Object.keys(environment).filter((name) => environment[name]?.instruction === undefined),
    ...own.map(({ name }) => name),
  ];
  return new Map(
    [...new Set(names)].flatMap((name) => {
      const found = variableBefore(stage, name, start);
      if (found === undefined) return [];
      const isOfBuilder = platformArguments.has(name) && found.value === undefined;
      return [[name, isOfBuilder ? rendered(texts.builder, {}) : shown(found.value)] as const];
    }),
  );
}

const ofContainer = ({ environment }: Stage): Known =>
  new Map(Object.entries(environment).map(([name, { value }]) => [name, shown(value)]));

function ofScript(dockerfile: Dockerfile, instruction: Instruction, offset: number): Known {
  const set = [...variableUses(dockerfile)].filter(([, uses]) =>
    uses.some((use) => use.instruction === instruction && use.role === 'write' && use.range.end < offset),
  );
  return new Map(set.map(([name]) => [name, rendered(texts.shell, {})]));
}

const longest = 60;

const shown = (value: string | undefined): string =>
  value === undefined
    ? ''
    : rendered(texts.value, { value: value.length <= longest ? value : `${value.slice(0, longest)} …` });

/** Whether a text ends inside of single quotes, where `$` stands for itself; comments and double quotes are passed over. */
function isInSingleQuotes(text: string): boolean {
  let quote = '';
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    if (quote === '' && character === '#' && /\s/.test(text[at - 1] ?? ' ')) {
      const feed = text.indexOf('\n', at);
      if (feed === -1) return false;
      at = feed;
    } else if (character === '\\' && quote !== "'") at++;
    else if (character === quote) quote = '';
    else if (quote === '' && (character === '"' || character === "'")) quote = character;
  }
  return quote === "'";
}
