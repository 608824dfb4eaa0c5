import type { FixOffer } from '../../../engine/rule';
import { insertion, lineEnd, rangeOf, type TextRange } from '../../../engine/text';
import { fitsNested, isEditable } from '../../edits/command-place';
import type { Dockerfile, RunCommand } from '../../model/dockerfile';
import { textIn } from '../../model/lookups';
import { type DynamicBuild, dynamicBuilds, emptyParent } from '../../model/static-linking';
import { dockerfileRule } from '../../rule';

export default dockerfileRule({
  id: 'dynamic-binary-on-empty-parent',
  chapter: 'stages',
  variants: {
    go: {
      severity: 'warning',
      message:
        '`{build}` links against libc where it uses `net` or cgo, and `{parent}` has none: the container cannot start',
    },
    other: {
      severity: 'warning',
      message: '`{build}` links against libc, and `{parent}` has none: the container cannot start',
    },
  },
  fixes: {
    static: { title: 'Build with `CGO_ENABLED=0`', safety: 'behaviour' },
  },
  notes: { copy: 'It is copied into an image without a C library' },
  check(dockerfile, report) {
    const seen = new Set<number>();
    for (const stage of dockerfile.stages) {
      const parent = stage.shipped || stage.unused ? emptyParent(stage) : undefined;
      if (parent === undefined) continue;
      for (const build of dynamicBuilds(dockerfile, stage)) {
        const at = placeOf(dockerfile, build.command);
        if (at === undefined || seen.has(at.start)) continue;
        seen.add(at.start);
        const copied = build.copy.sources[0]?.range ?? build.copy.keywordRange;
        report({
          variant: build.language === 'go' ? 'go' : 'other',
          at,
          values: { build: textIn(dockerfile, at), parent },
          related: [{ at: copied, note: 'copy' }],
          fixes: mends(dockerfile, build),
        });
      }
    }
  },
});

/** `go build`: the program with its subcommand. */
function placeOf({ text }: Dockerfile, { words: [program, subcommand], name }: RunCommand): TextRange | undefined {
  const start = program?.range;
  const end = subcommand?.range;
  if (start === undefined) return undefined;
  const hasSubcommand = name === 'go' || name === 'cargo';
  return hasSubcommand && end !== undefined && end.end <= lineEnd(text, start.start)
    ? rangeOf(start.start, end.end)
    : start;
}

function mends(dockerfile: Dockerfile, { language, asked, command }: DynamicBuild): readonly FixOffer<'static'>[] {
  const variable = 'CGO_ENABLED=0 ';
  if (language !== 'go' || asked || !isEditable(command) || !fitsNested(dockerfile, command, variable)) return [];
  return [{ id: 'static', edits: () => [insertion(command.place.command.range.start, variable)] }];
}
