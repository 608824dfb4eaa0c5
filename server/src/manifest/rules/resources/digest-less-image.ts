import { isRepository } from '../../../image/full-name';
import { everyContainer } from '../../model/every-container';
import { isLocalRegistry } from '../../model/moving-tag';
import { manifestRule } from '../../rule';

export default manifestRule({
  id: 'digest-less-image',
  chapter: 'resources',
  enabled: false,
  variants: {
    tagged: {
      severity: 'information',
      equals: ['checkov/CKV_K8S_43', 'kubescape/C-0306'],
      message: '`{image}` is named by a tag alone: whoever can push to its registry can change what runs',
    },
  },
  check(document, report) {
    for (const { image } of everyContainer(document)) {
      if (image === undefined || image.digest !== undefined || image.variable) continue;
      if (!isRepository(image.repository) || isLocalRegistry(image.registry)) continue;
      report({ variant: 'tagged', at: image.range, values: { image: image.text } });
    }
  },
});
