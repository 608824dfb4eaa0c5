import type { TextRange } from '../../engine/text';
import { blockScalarLines } from './block-scalar-lines';
import { type Action, actionsOf } from './template-actions';
import { type Branches, BranchReader } from './template-branches';
import { actionsOnLine } from './template-lines';

/**
 * A text with template actions, made readable as YAML: every action is replaced by as many characters, so that all
 * offsets stay true. An action among other text becomes a word of `x`; where nothing but actions stands, on a line or
 * behind a key, it becomes blank.
 */
export interface Template {
  readonly masked: string;
  /** In source order; what the masked words stand for. */
  readonly actions: readonly TextRange[];
  /** Lines whose actions print something: keys or items may stand there. */
  readonly gaps: readonly Gap[];
  readonly branches: Branches;
}

export interface Gap {
  readonly range: TextRange;
  /** The column that the printed lines start at, as far as the action says. */
  readonly column: number;
  /** A key or a dash stands before it: what is printed is the value, or the start of it. */
  readonly inline: boolean;
}

/**
 * Reads a text's Go template or Jinja actions.
 * @param alternatives `all` keeps what every branch of a condition writes; `first` only what the first one does, as two
 * can be YAML each for itself and none together
 * @returns `undefined` for a text without actions, with one that does not end, or with branches too deep to follow
 */
export function readTemplate(text: string, alternatives: 'all' | 'first' = 'all'): Template | undefined {
  const actions = actionsOf(text);
  if (actions === undefined || actions.length === 0) return undefined;
  const mask = new Mask(text);
  const blocks = blockScalarLines(text);
  const gaps: Gap[] = [];
  const branches = new BranchReader(alternatives === 'first');
  for (let first = 0; first < actions.length; ) {
    const line = actionsOnLine(text, actions, first, blocks);
    for (const action of line.actions) {
      branches.take(action);
      if (branches.leftOut !== undefined) continue;
      if (branches.closed !== undefined) {
        const range = { start: branches.closed, end: action.range.end };
        mask.hide(range, blank);
        if (branches.closedBranch) gaps.push({ range, column: firstColumn(text, range), inline: false });
      } else mask.hide(action.range, line.place === 'among' ? word : blank);
      if (line.place !== 'among' && action.effect === 'print')
        gaps.push({ range: action.range, column: columnOf(text, action), inline: line.place === 'value' });
    }
    first += line.actions.length;
  }
  if (branches.tooMany) return undefined;
  if (branches.leftOut !== undefined) mask.hide({ start: branches.leftOut, end: text.length }, blank);
  return { masked: mask.result(), actions: actions.map((action) => action.range), gaps, branches: branches.result() };
}

/** A text with some of its stretches replaced. */
class Mask {
  private readonly parts: string[] = [];
  private copied = 0;

  constructor(private readonly text: string) {}

  hide({ start, end }: TextRange, filler: (source: string) => string): void {
    if (start < this.copied) return;
    this.parts.push(this.text.slice(this.copied, start), filler(this.text.slice(start, end)));
    this.copied = end;
  }

  result(): string {
    return this.parts.join('') + this.text.slice(this.copied);
  }
}

const blank = (source: string): string => source.replace(/[^\r\n]/g, ' ');

/** Only the first line of an action can be a word; the rest of its lines would read as more of the value. */
const word = (source: string): string => {
  const feed = source.search(/\r?\n/);
  return feed === -1 ? 'x'.repeat(source.length) : 'x'.repeat(feed) + blank(source.slice(feed));
};

const indented = /\bn?indent\s+\(?\s*(\d+)/g;

/** The last `indent` or `nindent` of an action decides; without one its lines start where it stands. */
function columnOf(text: string, action: Action): number {
  const last = [...action.source.matchAll(indented)].at(-1)?.[1];
  if (last !== undefined) return Number(last);
  return action.range.start - (text.lastIndexOf('\n', action.range.start - 1) + 1);
}

/** Where the first line of what a branch writes starts. */
function firstColumn(text: string, range: TextRange): number {
  const content = /\n([ \t]*)(?![ \t\r\n]|\{\{|\{%)/.exec(text.slice(range.start, range.end));
  return content?.[1]?.length ?? range.start - (text.lastIndexOf('\n', range.start - 1) + 1);
}
