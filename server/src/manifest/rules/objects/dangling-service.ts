import { shifted, type TextEdit } from '../../../engine/text';
import { inFile } from '../../edits/in-file';
import { replaceScalar } from '../../edits/replace-scalar';
import { together } from '../../edits/together';
import { fileServices } from '../../model/file-services';
import { asScalar } from '../../model/lookup';
import type { ManifestDocument } from '../../model/manifest';
import { type MeantPods, meantPods } from '../../model/meant-pods';
import { manifestFileRule } from '../../rule';

export default manifestFileRule({
  id: 'dangling-service',
  chapter: 'objects',
  variants: {
    dangling: {
      severity: 'warning',
      equals: ['kube-linter/dangling-service', 'kube-score/service-targets-pod'],
      message: 'No pods here have `{label}`: `{service}` has nowhere to send its traffic, but `{workload}` is there',
    },
  },
  fixes: {
    select: { title: 'Select the pods of `{workload}`', safety: 'behaviour' },
  },
  notes: { meant: 'These pods may be meant' },
  check(manifest, report) {
    for (const service of fileServices(manifest)) {
      const meant = meantPods(service);
      const [first] = meant?.differences ?? [];
      if (meant === undefined || first === undefined) continue;
      const { workload, start } = meant.placed;
      const { object } = workload;
      const name = object.name ?? object.kind;
      const edits = selecting(service.object.document, meant);
      report({
        variant: 'dangling',
        at: shifted(first.entry.range, service.start),
        values: { label: `${first.key}: ${first.value}`, service: service.object.name ?? 'Service', workload: name },
        related: [{ at: shifted((object.kindNode ?? object.node).range, start), note: 'meant' }],
        fixes:
          edits === undefined
            ? []
            : [{ id: 'select', values: { workload: name }, edits: () => inFile(edits, service.start) }],
      });
    }
  },
});

/** Only where the pods have a label by each of the keys. */
function selecting(document: ManifestDocument, { differences }: MeantPods): readonly TextEdit[] | undefined {
  return together(
    ...differences.map(({ entry, wanted }) => {
      const scalar = asScalar(entry.value);
      return scalar === undefined || wanted === undefined ? undefined : replaceScalar(document, scalar, wanted);
    }),
  );
}
