import { soleFix } from '../../../engine/sole-fix';
import { shifted } from '../../../engine/text';
import { askForLabels } from '../../edits/ask-for-labels';
import { inFile } from '../../edits/in-file';
import { filePods } from '../../model/file-pods';
import { fileServices } from '../../model/file-services';
import { meantPods } from '../../model/meant-items';
import { manifestFileRule } from '../../rule';

export default manifestFileRule({
  id: 'dangling-service',
  chapter: 'objects',
  variants: {
    dangling: {
      severity: 'warning',
      equals: ['kube-linter/dangling-service', 'kube-score/service-targets-pod', 'kubescape/C-0293'],
      message: 'No pods here have `{label}`: `{service}` has nowhere to send its traffic, but `{workload}` is there',
    },
  },
  fixes: {
    select: { title: 'Select the pods of `{workload}`', safety: 'behaviour', revealing: true },
  },
  notes: { meant: 'These pods may be meant' },
  check(manifest, report) {
    for (const service of fileServices(manifest)) {
      const meant = meantPods(filePods(manifest), service, { named: true });
      const [first] = meant?.differences ?? [];
      if (meant === undefined || first === undefined) continue;
      const { object, start } = meant.item;
      const name = object.name ?? object.kind;
      report({
        variant: 'dangling',
        at: shifted(first.entry.range, service.start),
        values: { label: `${first.key}: ${first.value}`, service: service.object.name ?? 'Service', workload: name },
        related: [{ at: shifted((object.kindNode ?? object.node).range, start), note: 'meant' }],
        fixes: soleFix(
          'select',
          () => inFile(askForLabels(service.object.document, meant.differences), service.start),
          { workload: name },
        ),
      });
    }
  },
});
