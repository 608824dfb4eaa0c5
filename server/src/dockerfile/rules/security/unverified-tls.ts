import type { FixOffer } from '../../../engine/rule';
import type { TextEdit } from '../../../engine/text';
import { certificatePeers, certificateVariable } from '../../../knowledge/certificate-checks';
import { removeArguments } from '../../edits/argument';
import { cutOut } from '../../edits/cut';
import { removeCommand } from '../../edits/remove-command';
import { removeOption } from '../../edits/remove-option';
import { removeProperty } from '../../edits/remove-property';
import {
  type UncheckedCommand,
  type UncheckedVariable,
  uncheckedBy,
  uncheckedVariables,
} from '../../model/certificate-checks';
import type { Dockerfile, RunCommand } from '../../model/dockerfile';
import { instructionsOrTriggersOf, runsOf, textIn } from '../../model/lookups';
import { dockerfileRule } from '../../rule';

export default dockerfileRule({
  id: 'unverified-tls',
  chapter: 'security',
  variants: {
    option: {
      severity: 'warning',
      equals: certificatePeers,
      message: '`{option}` takes any certificate: whoever sits between can hand `{program}` something else to install',
    },
    setting: {
      severity: 'warning',
      equals: certificatePeers,
      message: '`{command}` takes any certificate from here on: whoever sits between can change what is fetched',
    },
    variable: {
      severity: 'warning',
      equals: certificatePeers,
      message: '`{variable}` takes any certificate: whoever sits between can read and change all that is sent',
    },
  },
  fixes: {
    check: { title: 'Remove `{removed}`, so that certificates are checked', safety: 'behaviour' },
  },
  check(dockerfile, report) {
    for (const instruction of [
      ...instructionsOrTriggersOf(dockerfile, 'ENV'),
      ...instructionsOrTriggersOf(dockerfile, 'ARG'),
    ])
      for (const property of instruction.properties) {
        const { name, value, range } = property;
        const row = value === undefined ? undefined : certificateVariable(name, value.value);
        if (row === undefined || value?.variables.length !== 0) continue;
        const variable = `${name}=${value.value}`;
        report({
          variant: 'variable',
          at: range,
          values: { variable },
          equals: row.peers,
          fixes: [
            {
              id: 'check',
              values: { removed: variable },
              edits: () => removeProperty(dockerfile, instruction, property),
            },
          ],
        });
      }
    for (const command of runsOf(dockerfile).flatMap(({ commands }) => commands)) {
      for (const variable of uncheckedVariables(command)) {
        const { range, text } = variable.argument;
        if (range === undefined) continue;
        const fixes = offers(text, withoutVariable(dockerfile, command, variable));
        report({ variant: 'variable', at: range, values: { variable: text }, equals: variable.row.peers, fixes });
      }
      for (const unchecked of uncheckedBy(command)) {
        const at = placeOf(command, unchecked);
        if (at === undefined) continue;
        const written = textIn(dockerfile, at);
        report({
          variant: unchecked.kind,
          at,
          values: { option: written, command: written, program: command.name ?? '' },
          equals: unchecked.row.peers,
          fixes: offers(written, without(dockerfile, command, unchecked)),
        });
      }
    }
  },
});

const offers = (removed: string, edits: readonly TextEdit[] | undefined): readonly FixOffer<'check'>[] =>
  edits === undefined ? [] : [{ id: 'check', values: { removed }, edits: () => edits }];

/** The option with its value, or the whole command. */
function placeOf({ place }: RunCommand, unchecked: UncheckedCommand) {
  if (unchecked.kind === 'setting') return place.command.located ? place.command.range : undefined;
  const { range, valueRange, argument } = unchecked.option;
  if (range === undefined) return undefined;
  return argument.prefix.startsWith('--') || valueRange !== undefined
    ? { start: range.start, end: (valueRange ?? range).end }
    : range;
}

function without(
  dockerfile: Dockerfile,
  command: RunCommand,
  unchecked: UncheckedCommand,
): readonly TextEdit[] | undefined {
  return unchecked.kind === 'setting' ? removeCommand(dockerfile, command) : removeOption(dockerfile, unchecked.option);
}

function withoutVariable(
  dockerfile: Dockerfile,
  command: RunCommand,
  { kind, argument }: UncheckedVariable,
): readonly TextEdit[] | undefined {
  if (kind === 'assignment') return argument.range && cutOut(dockerfile, command.run, [argument.range]);
  if (command.words.length === 2 && command.words.includes(argument)) return removeCommand(dockerfile, command);
  return removeArguments(dockerfile, [argument]);
}
