import { removeFlag } from '../../edits/remove-flag';
import { runsOf, textIn } from '../../model/lookups';
import { dockerfileRule } from '../../rule';

export default dockerfileRule({
  id: 'insecure-build-step',
  chapter: 'security',
  variants: {
    insecure: {
      severity: 'warning',
      message:
        '`{flag}` runs this step with every privilege of the builder: what it downloads can take the machine over',
    },
  },
  fixes: {
    sandbox: { title: 'Remove `{flag}`: run the step in the sandbox', safety: 'behaviour' },
  },
  check(dockerfile, report) {
    for (const run of runsOf(dockerfile)) {
      const flag = run.flags.find(({ name, value }) => name === 'security' && value === 'insecure');
      if (flag === undefined) continue;
      const edits = removeFlag(dockerfile, run, flag);
      report({
        variant: 'insecure',
        at: flag.range,
        values: { flag: textIn(dockerfile, flag.range) },
        fixes: edits === undefined ? [] : [{ id: 'sandbox', edits: () => edits }],
      });
    }
  },
});
