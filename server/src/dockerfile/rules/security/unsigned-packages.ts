import type { FixOffer } from '../../../engine/rule';
import { replacement, type TextRange } from '../../../engine/text';
import { type SignatureSwitch, signaturePeers, signatureSwitches } from '../../../knowledge/signature-checks';
import { findOptions, type Option } from '../../../shell/options';
import { removeOption } from '../../edits/remove-option';
import type { Dockerfile, RunCommand } from '../../model/dockerfile';
import { runsOf, textIn } from '../../model/lookups';
import { isChosen, packageOperations } from '../../model/packages';
import { hasVerification } from '../../model/verifications';
import { dockerfileRule } from '../../rule';

export default dockerfileRule({
  id: 'unsigned-packages',
  chapter: 'security',
  variants: {
    unsigned: {
      severity: 'warning',
      equals: signaturePeers,
      message: '`{option}` installs packages that nobody signed: whoever holds the mirror decides what is in the image',
    },
  },
  fixes: {
    check: { title: 'Remove `{option}`, so that signatures are checked', safety: 'behaviour' },
    answer: { title: 'Write `{instead}`, which answers questions and leaves the checks on', safety: 'behaviour' },
  },
  check(dockerfile, report) {
    for (const command of runsOf(dockerfile).flatMap(({ commands }) => commands)) {
      const unchecked = uncheckedOptions(command);
      if (unchecked.length === 0) continue;
      const forced = unchecked.find(({ row }) => row.instead !== undefined)?.option;
      const answered = forced === undefined || answers(dockerfile, command, forced);
      const isMendable = !installsFiles(command);
      for (const { option, row } of unchecked) {
        const at = placeOf(option);
        if (at === undefined) continue;
        report({
          variant: 'unsigned',
          at,
          values: { option: textIn(dockerfile, at) },
          equals: row.peers,
          fixes: isMendable ? mends(dockerfile, option, option === forced && !answered ? row.instead : undefined) : [],
        });
      }
    }
  },
});

interface UncheckedOption {
  readonly option: Option;
  readonly row: SignatureSwitch;
}

/** Nothing where a checksum or a signature is compared in another way. */
function uncheckedOptions({ name, words, run }: RunCommand): readonly UncheckedOption[] {
  const rows = signatureSwitches.filter(({ programs }) => name !== undefined && programs.includes(name));
  if (rows.length === 0 || hasVerification(run)) return [];
  return rows.flatMap((row) =>
    findOptions(words, row.options, { valued: row.valued ?? [] })
      .filter(({ value }) => row.value === undefined || row.value.test(value ?? ''))
      .map((option) => ({ option, row })),
  );
}

const placeOf = ({ range, valueRange }: Option): TextRange | undefined =>
  range === undefined ? undefined : { start: range.start, end: (valueRange ?? range).end };

/** @param instead what the option is to be replaced by */
function mends(
  dockerfile: Dockerfile,
  option: Option,
  instead: string | undefined,
): readonly FixOffer<'check' | 'answer'>[] {
  const { range } = option;
  if (instead !== undefined && range !== undefined)
    return [{ id: 'answer', values: { instead }, edits: () => [replacement(range, instead)] }];
  const edits = removeOption(dockerfile, option);
  return edits === undefined ? [] : [{ id: 'check', edits: () => edits }];
}

/** Whether another option answers the questions too. */
function answers(dockerfile: Dockerfile, command: RunCommand, option: Option): boolean {
  const operation = packageOperations(command.run).find((each) => each.command === command);
  const choice = operation?.manager.assumeYes;
  if (operation === undefined || choice === undefined) return true;
  return isChosen(dockerfile, operation, {
    ...choice,
    satisfiedBy: choice.satisfiedBy.filter((name) => name !== option.name),
  });
}

/** A package file that was put there has no signature of the distribution: its checksum is to be compared instead. */
const installsFiles = ({ words }: RunCommand): boolean => words.some(({ text }) => /\.(?:apk|rpm|deb)"?$/.test(text));
