import type { FixOffer, Variant } from '../../../engine/rule';
import { textOf } from '../../../engine/text';
import { type SyntaxMendName, syntaxMends } from '../../edits/syntax-mends';
import type { Dockerfile } from '../../model/dockerfile';
import { type SyntaxProblem, type SyntaxProblemKind, syntaxProblems } from '../../model/syntax-problems';
import { dockerfileRule } from '../../rule';

const error = (message: string, equals: readonly string[] = []): Variant => ({ severity: 'error', message, equals });

const variants: Readonly<Record<SyntaxProblemKind, Variant>> = {
  'unknown-instruction': error('`{word}` is no instruction: the build stops here'),
  'before-from': error('`{word}` stands in front of the first `FROM`, where only `ARG` may: the build stops here', [
    'hadolint/DL3061',
  ]),
  'missing-argument': error('`{word}` has no argument: the build stops here'),
  'extra-argument': error('`{word}` is too much behind `{keyword}`: the build stops here'),
  'from-arguments': error('`FROM` takes an image, or an image, `AS` and a name, and not `{word}`'),
  as: error('`{word}` stands where only `AS` may: the build stops here'),
  'stage-name': error('`{word}` cannot name a stage: a letter, then letters, digits, `-`, `_` and `.`'),
  'image-reference': error('`{word}` cannot name an image: the build stops here'),
  'missing-destination': error('`{keyword}` needs a source and a destination: the build stops here'),
  'heredoc-destination': error('`{word}` is where the destination of `{keyword}` belongs: the build stops here'),
  'unknown-flag': error('`{keyword}` has no flag `{word}`: the build stops here'),
  'duplicate-flag': error('`{word}` is given twice: the build stops here'),
  'flag-value': error('`{word}` needs a value: the build stops here'),
  'flag-boolean': error('`{word}` is neither `true` nor `false`: the build stops here'),
  duration: error('`{word}` is no duration of a millisecond or more, such as `30s` or `1m30s`: the build stops here'),
  retries: error('`{word}` cannot count retries, which takes a whole number: the build stops here'),
  'from-value': error('`{word}` names no stage and no image, and variables stay as they are in `--from`'),
  'healthcheck-type': error('`{word}` stands where `HEALTHCHECK` has `CMD` or `NONE`: the build stops here'),
  'shell-words': error('`SHELL` takes a JSON array of words, and not `{word}`: the build stops here'),
  'missing-value': error('`{word}` has no value: `{keyword}` takes `NAME=value`'),
  'missing-equals': error('`{word}` has no `=`: `{keyword}` takes `NAME=value`, in quotes where that has blanks'),
  'missing-name': error('`{word}` has no name in front of its `=`: the build stops here'),
  'unclosed-quote': error('`{word}` opens a quote that nothing closes: the build stops here'),
  modifier: error('`{word}` is nothing that Docker can expand, whatever a shell makes of it: the build stops here'),
  mount: error('`{word}` is of a type, or has a key, that no mount has: the build stops here'),
  'escape-directive': error('`{word}` cannot escape: only a backslash or a backtick can'),
  'duplicate-directive': error('This directive is there already, further up: the build stops here'),
  'unterminated-heredoc': error('No line below is the end of `{word}`: the build stops here'),
  unreadable: error('Binary, UTF-16, or a line of more than 65,535 bytes: nothing can read this as a Dockerfile'),
};

export default dockerfileRule({
  id: 'dockerfile-syntax',
  chapter: 'correctness',
  variants,
  fixes: {
    mean: { title: 'Change `{word}` to `{meant}`', safety: 'behaviour', revealing: true },
    remove: { title: 'Remove `{word}`', safety: 'safe', revealing: true },
    insert: { title: 'Insert `{meant}` in front of `{word}`', safety: 'behaviour', revealing: true },
    array: { title: 'Write it as a JSON array: `{meant}`', safety: 'safe', revealing: true },
    quote: { title: 'Put quotes around `{meant}`', safety: 'behaviour', revealing: true },
    backslash: { title: 'Escape with a backslash', safety: 'behaviour', revealing: true },
    backtick: { title: 'Escape with a backtick', safety: 'behaviour', revealing: true },
  },
  check(dockerfile, report) {
    for (const problem of syntaxProblems(dockerfile)) {
      const { kind, range, instruction } = problem;
      const word = textOf(dockerfile.text, range);
      report({
        variant: kind,
        at: range,
        values: { word, keyword: instruction?.keywordText ?? '' },
        fixes: offers(dockerfile, problem),
      });
    }
  },
});

const offers = (dockerfile: Dockerfile, problem: SyntaxProblem): readonly FixOffer<SyntaxMendName>[] =>
  syntaxMends(dockerfile, problem).map(({ name, meant = '', safety, edits }) => ({
    id: name,
    values: { meant },
    ...(safety && { safety }),
    edits: () => edits,
  }));
