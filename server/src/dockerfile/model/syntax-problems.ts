import { type TextRange, textOf } from '../../engine/text';
import type { Dockerfile, Instruction } from './dockerfile';
import { validatorProblems } from './dockerfile-language-service';
import { refusedParts } from './refused-parts';
import { isTemplated } from './templates';
import { confirmedProblem } from './validator-verdicts';

/** Something for which BuildKit refuses the file. */
export interface SyntaxProblem {
  readonly kind: SyntaxProblemKind;
  readonly range: TextRange;
  readonly instruction: Instruction | undefined;
}

export type SyntaxProblemKind =
  | 'unknown-instruction'
  | 'before-from'
  | 'missing-argument'
  | 'extra-argument'
  | 'from-arguments'
  | 'as'
  | 'stage-name'
  | 'image-reference'
  | 'missing-destination'
  | 'heredoc-destination'
  | 'unknown-flag'
  | 'duplicate-flag'
  | 'flag-value'
  | 'flag-boolean'
  | 'duration'
  | 'retries'
  | 'from-value'
  | 'healthcheck-type'
  | 'shell-words'
  | 'missing-value'
  | 'missing-equals'
  | 'missing-name'
  | 'unclosed-quote'
  | 'modifier'
  | 'mount'
  | 'escape-directive'
  | 'duplicate-directive'
  | 'unterminated-heredoc'
  | 'unreadable';

/**
 * Everything for which BuildKit refuses the file and which no other rule is about, in source order. A template that a
 * Dockerfile is yet to be made of has no more than what keeps it from being a text.
 */
export function syntaxProblems(dockerfile: Dockerfile): readonly SyntaxProblem[] {
  const found = dockerfile.problems.flatMap(({ kind, range }): readonly SyntaxProblem[] =>
    kind === 'empty-continuation' ? [] : [{ kind: problemKinds[kind], range, instruction: undefined }],
  );
  if (isTemplate(dockerfile)) return found;
  found.push(
    ...validatorProblems(dockerfile).flatMap((problem) => confirmedProblem(dockerfile, problem) ?? []),
    ...repeatedDirectives(dockerfile),
    ...refusedParts(dockerfile),
  );
  found.sort((one, other) => one.range.start - other.range.start || one.range.end - other.range.end);
  // What stands below a here-document without an end is most likely its text.
  const open = found.findIndex(({ kind }) => kind === 'unterminated-heredoc');
  return open === -1 ? found : found.slice(0, open + 1);
}

const problemKinds = {
  'unterminated-heredoc': 'unterminated-heredoc',
  'not-text': 'unreadable',
  'line-too-long': 'unreadable',
} as const;

/** Whether lines of a template engine (Go templates, Jinja, ERB) stand among those of the file, or one names the parent. */
const isTemplate = ({ text, instructions }: Dockerfile): boolean =>
  instructions.some(({ keyword, keywordText, argumentsRange }) => {
    const written = textOf(text, argumentsRange);
    if (keyword === 'UNKNOWN' && isTemplated(keywordText)) return true;
    return keyword === 'FROM' ? isTemplated(written) : /\n[ \t]*(?:\{\{|\{%|<%)/.test(written);
  });

function repeatedDirectives({ directives }: Dockerfile): readonly SyntaxProblem[] {
  const names = new Set<string>();
  return directives.flatMap(({ name, range }): readonly SyntaxProblem[] => {
    const repeated = names.has(name);
    names.add(name);
    return repeated ? [{ kind: 'duplicate-directive', range, instruction: undefined }] : [];
  });
}
