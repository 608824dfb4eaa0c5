import { rangeOf, type TextRange } from '../../engine/text';
import type { Copy, Flag, From, Instruction, Run } from './dockerfile';
import { expandedWord, type Lookup } from './expanded-word';

/** Where an instruction names another stage: `COPY --from=NAME`, `RUN --mount=from=NAME`. */
export interface StageReference {
  /** As written. */
  readonly name: string;
  readonly range: TextRange;
  readonly instruction: Instruction;
}

/** The stages that an instruction, or what it triggers, copies or mounts from. `FROM` is not among them. */
export function stageReferences(instruction: Instruction): readonly StageReference[] {
  switch (instruction.keyword) {
    case 'COPY':
      return ofCopy(instruction);
    case 'RUN':
      return ofRun(instruction);
    case 'ONBUILD':
      return instruction.trigger === undefined ? [] : stageReferences(instruction.trigger);
    default:
      return [];
  }
}

const ofCopy = (instruction: Copy): readonly StageReference[] => {
  const { from } = instruction;
  if (from?.value === undefined || from.value === '') return [];
  return [{ name: from.value, range: from.valueRange ?? from.range, instruction }];
};

const ofRun = (instruction: Run): readonly StageReference[] =>
  instruction.mounts.flatMap(({ from, flag }) =>
    from === undefined || from === '' ? [] : [{ name: from, range: nameRange(flag), instruction }],
  );

/** Where `from=NAME` of a mount has its name; the whole value where quotes hide it. */
function nameRange({ value = '', valueRange, range }: Flag): TextRange {
  const [, lead = '', name = ''] = /^((?:.*,)?\s*from=)([^,]*)/is.exec(value) ?? [];
  if (valueRange === undefined || name === '' || valueRange.end - valueRange.start !== value.length)
    return valueRange ?? range;
  return rangeOf(valueRange.start + lead.length, valueRange.start + lead.length + name.length);
}

/** The stages of a file by what may name them, while the file is read from the top. */
export class StageNames {
  private readonly byName = new Map<string, number>();
  private count = 0;

  /** The stage that a `FROM` names. Its name is compared as it is with those in lower case: `FROM Base` names no stage. */
  parentOf(from: From, lookup: Lookup): number | undefined {
    const name = from.image === undefined ? undefined : expandedWord(from.image, lookup);
    return name === undefined ? undefined : this.byName.get(name);
  }

  /** Adds the stage that a `FROM` starts; a later stage takes a name over. */
  add(from: From): void {
    if (from.alias !== undefined && from.alias.value !== '')
      this.byName.set(from.alias.value.toLowerCase(), this.count);
    this.count += 1;
  }

  /** The stage that `--from` names, by name in any case or by index. */
  named(name: string): number | undefined {
    if (/^\d+$/.test(name)) return Number(name) < this.count ? Number(name) : undefined;
    return this.byName.get(name.toLowerCase());
  }
}
