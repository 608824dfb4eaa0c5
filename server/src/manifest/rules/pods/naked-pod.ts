import { nakedPod } from '../../model/naked-pods';
import { manifestRule } from '../../rule';

export default manifestRule({
  id: 'naked-pod',
  chapter: 'pods',
  variants: {
    naked: {
      severity: 'hint',
      equals: ['kubescape/C-0073'],
      message: '`{name}` is gone for good when its node is drained or dies: nothing makes a bare Pod again',
    },
  },
  check(document, report) {
    for (const object of document.objects) {
      if (nakedPod(object) === undefined || object.kindNode === undefined) continue;
      report({ variant: 'naked', at: object.kindNode.range, values: { name: object.name ?? 'Pod' } });
    }
  },
});
