import type { OptionSchema } from '../../../engine/options';
import { everyContainer, labelOf } from '../../model/every-container';
import { asScalar, lookupAt } from '../../model/lookup';
import { quantityIn, quantityOf } from '../../model/quantity';
import { type ComputeResource, statesResources } from '../../model/requested-resources';
import { manifestRule } from '../../rule';

const bound = (which: string): OptionSchema & { readonly type: 'string' } => ({
  type: 'string',
  default: '',
  description: `The ${which} that a container may request or be limited to, as a quantity; empty for any`,
});

export default manifestRule({
  id: 'resource-range',
  chapter: 'resources',
  enabled: false,
  variants: {
    below: {
      severity: 'information',
      message: '`{container}` states {amount} of {resource} ({list}); {bound} is the least here',
    },
    above: {
      severity: 'information',
      message: '`{container}` states {amount} of {resource} ({list}); {bound} is the most here',
    },
  },
  options: {
    minimumCpu: bound('least CPU'),
    maximumCpu: bound('most CPU'),
    minimumMemory: bound('least memory'),
    maximumMemory: bound('most memory'),
  },
  phrases: { resource: ['CPU', 'memory'] },
  check(document, report, { options }) {
    const bounds: readonly Bounds[] = [
      { resource: 'cpu', least: options.minimumCpu, most: options.maximumCpu },
      { resource: 'memory', least: options.minimumMemory, most: options.maximumMemory },
    ];
    for (const container of everyContainer(document).filter(statesResources))
      for (const { resource, least, most } of bounds)
        for (const list of ['requests', 'limits'] as const) {
          const { presence, entry } = lookupAt(container.node, ['resources', list, resource]);
          const scalar = asScalar(entry?.value);
          const amount = quantityOf(scalar);
          if (presence !== 'yes' || scalar === undefined || amount === undefined) continue;
          const values = {
            container: labelOf(container),
            amount: scalar.source,
            resource: resource === 'cpu' ? 'CPU' : resource,
            list,
          };
          if (amount < (quantityIn(least) ?? Number.NEGATIVE_INFINITY))
            report({ variant: 'below', at: scalar.range, values: { ...values, bound: least } });
          if (amount > (quantityIn(most) ?? Number.POSITIVE_INFINITY))
            report({ variant: 'above', at: scalar.range, values: { ...values, bound: most } });
        }
  },
});

interface Bounds {
  readonly resource: ComputeResource;
  readonly least: string;
  readonly most: string;
}
