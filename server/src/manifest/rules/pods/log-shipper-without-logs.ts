import { labelOf } from '../../model/every-container';
import { idleShippers } from '../../model/idle-shippers';
import { manifestRule } from '../../rule';

export default manifestRule({
  id: 'log-shipper-without-logs',
  chapter: 'pods',
  variants: {
    shipper: {
      severity: 'warning',
      message:
        '`{container}` shares no volume with another container: it runs, and there is nothing that it could ship',
    },
    follower: {
      severity: 'warning',
      message: '`{container}` follows `{file}`, which no other container can write to: nothing ever comes of it',
    },
  },
  check(document, report) {
    for (const { container, file } of document.objects.flatMap(({ workloads }) => workloads.flatMap(idleShippers))) {
      const at = file?.range ?? container.nameNode?.range ?? container.imageNode?.range ?? container.node.range;
      const values = { container: labelOf(container), file: file?.value ?? '' };
      report({ variant: file === undefined ? 'shipper' : 'follower', at, values });
    }
  },
});
