import type { FixOffer } from '../../../engine/rule';
import { contains, type TextRange } from '../../../engine/text';
import { mendExecForm } from '../../edits/mend-exec-form';
import type { Dockerfile, ExecFormFlaw, Instruction, MalformedExecForm } from '../../model/dockerfile';
import { isMeantAsExecForm } from '../../model/exec-form';
import { textIn } from '../../model/lookups';
import { dockerfileRule } from '../../rule';

export default dockerfileRule({
  id: 'malformed-exec-form',
  chapter: 'process',
  variants: {
    quotes: {
      severity: 'error',
      message: '`{form}` is no JSON without double quotes: Docker takes it for plain text, brackets and all',
    },
    comma: {
      severity: 'error',
      message: 'A comma of `{form}` is not where JSON has it: Docker takes it for plain text, brackets and all',
    },
    escape: {
      severity: 'error',
      message: '`{form}` has an escape that is not JSON: Docker takes it for plain text, brackets and all',
    },
    unclosed: {
      severity: 'error',
      message: '`{form}` is a JSON array without an end: Docker takes it for plain text, bracket and all',
    },
    trailing: {
      severity: 'error',
      message: '`{tail}` behind the `]`: Docker takes `{form}` for plain text, brackets and all',
    },
    refused: {
      severity: 'error',
      message: '`{form}` has more in it than strings: the build stops here',
    },
  },
  fixes: {
    mend: { title: 'Mend the JSON array of `{keyword}`', safety: 'safe', revealing: true },
    comment: { title: 'Move `{tail}` to a line above', safety: 'safe', revealing: true },
  },
  check(dockerfile, report) {
    for (const outer of dockerfile.instructions) {
      const instruction = (outer.keyword === 'ONBUILD' && outer.trigger) || outer;
      const form = malformedIn(instruction);
      const variant = form && variantOf(form.flaws);
      if (form === undefined || variant === undefined) continue;
      const values = {
        form: textIn(dockerfile, form.range),
        keyword: instruction.keywordText,
        tail: form.trailing === undefined ? '' : textIn(dockerfile, form.trailing),
      };
      report({ variant, at: placeOf(variant, form), values, fixes: mends(dockerfile, instruction, form) });
    }
  },
});

/** The exec form that an instruction was meant to have. Other shells than POSIX ones have brackets of their own. */
function malformedIn(instruction: Instruction): MalformedExecForm | undefined {
  const command = 'command' in instruction ? instruction.command : undefined;
  if (command?.form === 'shell' && command.shell.posix) return command.malformed;
  const form = command?.form === 'shell' ? command.malformed : 'malformed' in instruction && instruction.malformed;
  return form && isMeantAsExecForm(form) ? form : undefined;
}

const variants = {
  quotes: ['single-quotes', 'smart-quotes', 'missing-quotes'],
  escape: ['bad-escape'],
  comma: ['missing-comma', 'stray-comma', 'trailing-comma'],
  unclosed: ['unclosed'],
  trailing: ['trailing-comment', 'trailing-text'],
  refused: ['not-strings'],
} as const satisfies Record<string, readonly ExecFormFlaw[]>;

type VariantName = keyof typeof variants;

/** The variant for the gravest flaw; values that are no strings matter only in what is JSON otherwise. */
function variantOf(flaws: readonly ExecFormFlaw[]): VariantName | undefined {
  const has = (candidates: readonly ExecFormFlaw[]): boolean => flaws.some((flaw) => candidates.includes(flaw));
  if (has(variants.quotes)) return 'quotes';
  if (has(variants.escape)) return 'escape';
  if (has(variants.comma)) return 'comma';
  if (has(variants.unclosed)) return 'unclosed';
  if (has(variants.trailing)) return 'trailing';
  return has(variants.refused) ? 'refused' : undefined;
}

/** The smallest part that is wrong, as far as one part is. */
function placeOf(variant: VariantName, { range, trailing, items, commas, flaws }: MalformedExecForm): TextRange {
  if (variant === 'trailing') return trailing ?? range;
  const last = items.at(-1);
  const comma = commas.at(-1);
  const isTrailing = flaws.includes('trailing-comma') && last !== undefined && comma !== undefined;
  return variant === 'comma' && isTrailing && contains(range, comma) ? comma : range;
}

/** Flaws whose mending leaves no doubt about what was meant. */
const clear: readonly ExecFormFlaw[] = ['single-quotes', 'smart-quotes', 'trailing-comma', 'trailing-comment'];

function mends(
  dockerfile: Dockerfile,
  instruction: Instruction,
  form: MalformedExecForm,
): readonly FixOffer<'mend' | 'comment'>[] {
  const edits = mendExecForm(dockerfile, instruction, form);
  if (edits === undefined) return [];
  const id = form.flaws.every((flaw) => flaw === 'trailing-comment') ? 'comment' : 'mend';
  const safety = form.flaws.every((flaw) => clear.includes(flaw)) ? 'safe' : 'behaviour';
  return [{ id, safety, edits: () => edits }];
}
