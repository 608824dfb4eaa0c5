import type { TextRange } from '../../engine/text';
import type { Dockerfile, Instruction } from './dockerfile';
import { validatorProblems } from './dockerfile-language-service';
import { refusedParts } from './refused-parts';
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
  | 'escape-directive'
  | 'duplicate-directive'
  | 'unterminated-heredoc'
  | 'not-text'
  | 'line-too-long';

/**
 * Everything for which BuildKit refuses the file and which no other rule is about, in source order. A template that a
 * Dockerfile is yet to be made of has no more than what keeps it from being a text.
 */
export function syntaxProblems(dockerfile: Dockerfile): readonly SyntaxProblem[] {
  const found = dockerfile.problems.flatMap(({ kind, range }): readonly SyntaxProblem[] =>
    kind === 'empty-continuation' ? [] : [{ kind, range, instruction: undefined }],
  );
  if (isTemplate(dockerfile)) return found;
  found.push(
    ...validatorProblems(dockerfile).flatMap((problem) => confirmedProblem(dockerfile, problem) ?? []),
    ...repeatedDirectives(dockerfile),
    ...refusedParts(dockerfile),
  );
  return found.sort((one, other) => one.range.start - other.range.start || one.range.end - other.range.end);
}

/** Lines that only a template engine reads: those of Jinja, Go templates, ERB. */
const isTemplate = ({ text }: Dockerfile): boolean => /^[ \t]*(?:\{\{|\{%|<%)/m.test(text);

function repeatedDirectives({ directives }: Dockerfile): readonly SyntaxProblem[] {
  const names = new Set<string>();
  return directives.flatMap(({ name, range }): readonly SyntaxProblem[] => {
    const repeated = names.has(name);
    names.add(name);
    return repeated ? [{ kind: 'duplicate-directive', range, instruction: undefined }] : [];
  });
}
