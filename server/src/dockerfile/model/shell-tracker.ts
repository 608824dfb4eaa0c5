import { parseImageReference } from '../../image/parse';
import { expanded } from '../../image/variables';
import type { Arg, Comment, From, Instruction, ShellInForce } from './dockerfile';
import { globalArgumentValues } from './global-arguments';
import { defaultShell, shellDeclaredBy, shellOfImage, shellSetBy } from './shell-in-force';

/**
 * Knows the shell in force while a Dockerfile is read from top to bottom: `FROM` takes that of its image or of the
 * stage that it builds on, `SHELL` sets it, and so does hadolint's `shell=` comment.
 */
export class ShellTracker {
  shell: ShellInForce = defaultShell;
  readonly #escapeCharacter: '\\' | '`';
  readonly #globalArguments: Arg[] = [];
  readonly #stages = new Map<string, ShellInForce>();
  /** Declared above the first `FROM`: then it is meant for every image. */
  #declared: ShellInForce | undefined;
  #resolve: ((name: string) => string | undefined) | undefined;
  #stage: string | undefined;

  constructor(escapeCharacter: '\\' | '`') {
    this.#escapeCharacter = escapeCharacter;
  }

  /** Looks at the comments between two instructions. */
  heed(comments: readonly Comment[]): void {
    for (const { text } of comments) {
      const declared = shellDeclaredBy(text);
      if (declared === undefined) continue;
      this.shell = declared;
      if (this.#resolve === undefined) this.#declared = declared;
    }
  }

  /** Goes past an instruction. */
  pass(instruction: Instruction): void {
    if (instruction.keyword === 'FROM') this.#enter(instruction);
    else if (instruction.keyword === 'SHELL') this.shell = shellSetBy(instruction) ?? this.shell;
    else if (instruction.keyword === 'ARG' && this.#resolve === undefined) this.#globalArguments.push(instruction);
  }

  #enter({ image, platform, alias }: From): void {
    if (this.#stage !== undefined) this.#stages.set(this.#stage, this.shell);
    this.#stage = alias?.value.toLowerCase();
    this.#resolve ??= globalArgumentValues(this.#globalArguments, this.#escapeCharacter);
    const name = image === undefined ? undefined : expanded(image.value, this.#resolve, this.#escapeCharacter);
    const parent = name === undefined ? undefined : this.#stages.get(name);
    if (parent !== undefined) this.shell = parent;
    else {
      const reference = image && parseImageReference(image.value, image.range.start, this.#resolve);
      this.shell = this.#declared ?? shellOfImage(reference, platform?.value);
    }
  }
}
