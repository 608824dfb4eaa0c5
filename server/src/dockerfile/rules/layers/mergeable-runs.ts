import { joinRunSequence } from '../../edits/join-run-sequence';
import { alikeRuns } from '../../model/alike-runs';
import { textIn } from '../../model/lookups';
import { dockerfileRule } from '../../rule';

export default dockerfileRule({
  id: 'mergeable-runs',
  chapter: 'layers',
  variants: {
    alike: {
      severity: 'information',
      equals: ['hadolint/DL3059'],
      message:
        '`{run}` and the `RUN` above make {count} layers, to be stored and pulled one by one, of what is one step',
    },
  },
  fixes: {
    merge: { title: 'Merge the {count} `RUN`s', safety: 'behaviour' },
  },
  notes: { first: 'The first of them' },
  check(dockerfile, report) {
    for (const stage of dockerfile.stages) {
      if (!stage.contributesLayers) continue;
      for (const runs of alikeRuns(dockerfile, stage)) {
        const [first, second] = runs;
        const edits = joinRunSequence(dockerfile, runs);
        if (first === undefined || second === undefined || edits === undefined) continue;
        report({
          variant: 'alike',
          at: second.keywordRange,
          values: { run: textIn(dockerfile, second.range), count: String(runs.length) },
          related: [{ at: first.keywordRange, note: 'first' }],
          fixes: [{ id: 'merge', edits: () => edits }],
        });
      }
    }
  },
});
