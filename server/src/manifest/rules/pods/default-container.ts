import { soleFix } from '../../../engine/sole-fix';
import { insertPath } from '../../edits/insert-key';
import { defaultContainer } from '../../model/container-function';
import { labelOf } from '../../model/every-container';
import { secondMain } from '../../model/second-main';
import { manifestRule } from '../../rule';

export default manifestRule({
  id: 'default-container',
  chapter: 'pods',
  variants: {
    helper: {
      severity: 'hint',
      message: '`kubectl logs` and `exec` go to `{first}`, which stands first, and not to `{main}`',
    },
  },
  fixes: {
    annotate: { title: 'Tell kubectl that `{main}` is the default container', safety: 'safe' },
  },
  notes: { main: 'The main container' },
  check(document, report) {
    for (const workload of document.objects.flatMap(({ workloads }) => workloads)) {
      const found = secondMain(workload);
      if (found === undefined) continue;
      const { first, main, name, metadata } = found;
      report({
        variant: 'helper',
        at: first.nameNode?.range ?? first.imageNode?.range ?? first.node.range,
        values: { first: labelOf(first), main: name },
        related: [{ at: main.nameNode?.range ?? main.node.range, note: 'main' }],
        fixes: soleFix('annotate', () => insertPath(document, metadata, ['annotations', defaultContainer], name), {
          main: name,
        }),
      });
    }
  },
});
