import { partitionPoint } from './partition-point';
import type { Action } from './template-actions';

/** The branch of `if`, `range` and `with` that each part of the text stands in. */
export interface Branches {
  /** The innermost branch at an offset. */
  at(offset: number): number;
  /** The innermost branch that encloses both. */
  common(one: number, other: number): number;
  /** Whether a loop stands between a branch and one that encloses it. */
  repeats(branch: number, within: number): boolean;
}

interface Branch {
  readonly parent: number | undefined;
  readonly loop: boolean;
}

/** No template that a person wrote nests its conditions deeper, or closes more than it opened. */
const deepestBranch = 200;

/** Follows `if`, `range`, `with`, `else` and `end` through a text. */
export class BranchReader {
  /** There are more branches in each other than are worth following. */
  tooMany = false;
  private depth = 0;
  private outers = 0;
  /** Where the definition or later branch starts that the text is inside of, when that is to be left out. */
  leftOut: number | undefined;
  /** Where what is left out started, when the last action closed it. */
  closed: number | undefined;
  /** What the last action closed was a branch, not a definition. */
  closedBranch = false;
  /** What is left out is a later branch: its end closes the first one, too. */
  private branchLeft = false;
  /** How many blocks of what is left out are still to be closed. */
  private unclosed = 0;
  private readonly branches: { parent: number | undefined; loop: boolean }[] = [{ parent: undefined, loop: false }];
  private readonly changes: { readonly at: number; readonly branch: number }[] = [];
  private current = 0;
  private outermost = 0;

  constructor(private readonly firstOnly: boolean) {}

  take(action: Action): void {
    this.closed = undefined;
    const opens = action.effect === 'open' || action.effect === 'openLoop' || action.effect === 'openDefinition';
    if (this.leftOut !== undefined) {
      if (opens) this.unclosed++;
      if (action.effect === 'end') this.unclosed--;
      if (this.unclosed > 0) return;
      this.closed = this.leftOut;
      this.closedBranch = this.branchLeft;
      this.leftOut = undefined;
      this.branchLeft = false;
      if (this.closedBranch) this.depth = Math.max(0, this.depth - 1);
      if (this.closedBranch) this.move(action.range.end, this.parent());
      return;
    }
    switch (action.effect) {
      case 'openDefinition':
        this.leaveOut(action);
        break;
      case 'open':
      case 'openLoop':
        this.enter(action.range.end, this.current, action.effect === 'openLoop');
        break;
      case 'else':
        if (this.firstOnly) {
          this.leaveOut(action);
          this.branchLeft = true;
        } else this.enter(action.range.end, this.parent(), this.branches[this.current]?.loop ?? false);
        break;
      case 'end':
        this.depth = Math.max(0, this.depth - 1);
        this.move(action.range.end, this.parent());
        break;
    }
  }

  private leaveOut(action: Action): void {
    this.leftOut = action.range.start;
    this.unclosed = 1;
  }

  private enter(at: number, parent: number, loop: boolean): void {
    if (parent === this.current && ++this.depth > deepestBranch) this.tooMany = true;
    this.branches.push({ parent, loop });
    this.move(at, this.branches.length - 1);
  }

  private move(at: number, branch: number): void {
    this.current = branch;
    this.changes.push({ at, branch });
  }

  /** The branch around the current one. One that opened in an earlier document of the file shows only where it ends. */
  private parent(): number {
    const parent = this.branches[this.current]?.parent;
    if (parent !== undefined) return parent;
    if (++this.outers > deepestBranch) this.tooMany = true;
    this.branches.push({ parent: undefined, loop: false });
    const outer = this.branches.length - 1;
    const outermost = this.branches[this.outermost];
    if (outermost !== undefined) outermost.parent = outer;
    this.outermost = outer;
    return outer;
  }

  result(): Branches {
    return branchesOf(this.branches, this.changes);
  }
}

function branchesOf(
  branches: readonly Branch[],
  changes: readonly { readonly at: number; readonly branch: number }[],
): Branches {
  const chain = (branch: number): readonly number[] => {
    const ids: number[] = [];
    for (let id: number | undefined = branch; id !== undefined; id = branches[id]?.parent) ids.push(id);
    return ids;
  };
  return {
    at(offset) {
      return changes[partitionPoint(changes, (change) => change.at <= offset) - 1]?.branch ?? 0;
    },
    common(one, other) {
      if (one === other) return one;
      const enclosing = new Set(chain(other));
      return chain(one).find((id) => enclosing.has(id)) ?? one;
    },
    repeats(branch, within) {
      for (let id: number | undefined = branch; id !== undefined && id !== within; id = branches[id]?.parent)
        if (branches[id]?.loop === true) return true;
      return false;
    },
  };
}
