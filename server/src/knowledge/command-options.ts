/** One word of a command; `undefined` when its text is not literal (a variable, a substitution). */
export type Word = string | undefined;

/** How a program reads its arguments, as far as telling options, their values and operands apart goes. */
export interface CommandSyntax {
  /** Short options may be joined (`-De`) and carry their value in the same word (`-p22`), as getopt(3) reads them. */
  readonly clusters?: boolean;
  /** Options whose value is the next word unless it is attached. */
  readonly valueOptions?: readonly string[];
  /** Options whose value is the next word only when that is not an option (`openvpn --daemon [NAME]`). */
  readonly optionalValueOptions?: readonly string[];
}

export interface CommandOption {
  /** `-D`, `--daemon`: without value. */
  readonly name: string;
  /** The value, attached or in the next word; `undefined` without one, or when its text is not literal. */
  readonly value: Word;
  readonly hasValue: boolean;
  /** Index of the word that holds the option. */
  readonly index: number;
  /** Number of words that option and value take: 1 or 2. */
  readonly count: number;
  /** True when other short options share its word (`-D` in `-De`). */
  readonly joined: boolean;
}

export interface CommandOperand {
  readonly word: Word;
  readonly index: number;
}

export interface CommandWords {
  readonly options: readonly CommandOption[];
  readonly operands: readonly CommandOperand[];
  /** A word that could be anything stands where an option may stand. */
  readonly uncertain: boolean;
}

/** The last path component: `/usr/sbin/nginx` is `nginx`. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Splits a command into options and operands. `start` is the index of the first word behind the program's name. */
export function splitCommand(words: readonly Word[], start = 1, syntax: CommandSyntax = {}): CommandWords {
  const options: CommandOption[] = [];
  const operands: CommandOperand[] = [];
  const takesValue = new Set(syntax.valueOptions);
  const mayTakeValue = new Set(syntax.optionalValueOptions);
  let uncertain = false;
  let index = start;

  const push = (name: string, attached: Word, joined: boolean): number => {
    if (attached !== undefined) {
      options.push({ name, value: attached, hasValue: true, index, count: 1, joined });
      return 1;
    }
    const next = words[index + 1];
    const exists = index + 1 < words.length;
    const wanted = takesValue.has(name) || (mayTakeValue.has(name) && next !== undefined && !next.startsWith('-'));
    const count = wanted && exists ? 2 : 1;
    options.push({ name, value: count === 2 ? next : undefined, hasValue: count === 2, index, count, joined });
    return count;
  };

  while (index < words.length) {
    const word = words[index];
    if (word === undefined) {
      uncertain = true;
      operands.push({ word, index });
      index += 1;
    } else if (word === '--') {
      for (index += 1; index < words.length; index += 1) operands.push({ word: words[index], index });
    } else if (word.length < 2 || !word.startsWith('-')) {
      operands.push({ word, index });
      index += 1;
    } else if (word.startsWith('--') || syntax.clusters !== true || takesValue.has(word)) {
      const equals = word.indexOf('=');
      index += equals < 0 ? push(word, undefined, false) : push(word.slice(0, equals), word.slice(equals + 1), false);
    } else {
      index += pushCluster(word);
    }
  }
  return { options, operands, uncertain };

  function pushCluster(word: string): number {
    for (let position = 1; position < word.length; position += 1) {
      const name = `-${word.charAt(position)}`;
      const rest = word.slice(position + 1);
      if (takesValue.has(name) || rest.startsWith('=')) {
        return push(name, rest === '' ? undefined : rest.replace(/^=/, ''), position > 1);
      }
      push(name, undefined, word.length > 2);
    }
    return 1;
  }
}
