import type { TextEdit } from '../../engine/text';
import { type Nesting, nestEntries } from '../edits/nest-entries';
import { together } from '../edits/together';
import type { Entry, ManifestDocument, Mapping } from '../model/manifest';
import {
  type Changes,
  different,
  type Migrate,
  unchanged,
  writtenEntry,
  writtenItems,
  writtenMapping,
} from './migration';

/** Where the fields of each source of `autoscaling/v2beta1` stand in `autoscaling/v2`. */
const sources: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  resource: {
    targetAverageUtilization: ['target', 'averageUtilization'],
    targetAverageValue: ['target', 'averageValue'],
  },
  containerResource: {
    targetAverageUtilization: ['target', 'averageUtilization'],
    targetAverageValue: ['target', 'averageValue'],
  },
  pods: {
    metricName: ['metric', 'name'],
    selector: ['metric', 'selector'],
    targetAverageValue: ['target', 'averageValue'],
  },
  object: {
    target: ['describedObject'],
    metricName: ['metric', 'name'],
    selector: ['metric', 'selector'],
    targetValue: ['target', 'value'],
    averageValue: ['target', 'averageValue'],
  },
  external: {
    metricName: ['metric', 'name'],
    metricSelector: ['metric', 'selector'],
    targetValue: ['target', 'value'],
    targetAverageValue: ['target', 'averageValue'],
  },
};

/** The `type` of a target, by the field that holds its value. */
const targetTypes: ReadonlyMap<string, string> = new Map([
  ['averageUtilization', 'Utilization'],
  ['averageValue', 'AverageValue'],
  ['value', 'Value'],
]);

/** A HorizontalPodAutoscaler of `autoscaling/v2beta1` as one of `autoscaling/v2`. */
export const migrateAutoscaler: Migrate = (object): Changes | undefined => {
  const spec = writtenMapping(object.node, 'spec');
  if (spec === 'none') return unchanged;
  const metrics = spec && writtenItems(spec, 'metrics');
  if (metrics === undefined) return undefined;
  const edits = together(...metrics.map((metric) => metricEdits(object.document, metric)));
  return edits?.length === 0 ? unchanged : different(edits);
};

function metricEdits(document: ManifestDocument, metric: Mapping): readonly TextEdit[] | undefined {
  const edits: (readonly TextEdit[] | undefined)[] = [];
  for (const [name, fields] of Object.entries(sources)) {
    const source = writtenMapping(metric, name);
    if (source === undefined) return undefined;
    if (source !== 'none') edits.push(sourceEdits(document, source, fields));
  }
  return together(...edits);
}

function sourceEdits(
  document: ManifestDocument,
  source: Mapping,
  fields: Readonly<Record<string, readonly string[]>>,
): readonly TextEdit[] | undefined {
  const nestings: Nesting[] = [];
  for (const [name, path] of Object.entries(fields)) {
    const entry = writtenEntry(source, name);
    if (entry === 'unknown') return undefined;
    if (entry !== undefined) nestings.push(nestingOf(entry, path));
  }
  // One value decides what the target's type is.
  const targets = nestings.filter(({ beside }) => beside !== undefined).length;
  if (nestings.length > 0 && targets !== 1) return isMigrated(source, nestings) ? [] : undefined;
  return nestEntries(document, source, nestings);
}

function nestingOf(entry: Entry, path: readonly string[]): Nesting {
  const type = targetTypes.get(path.at(-1) ?? '');
  return path[0] === 'target' && type !== undefined ? { entry, path, beside: [['type', type]] } : { entry, path };
}

/** `target` is also a field of the new version, beside `describedObject`. */
const isMigrated = (source: Mapping, nestings: readonly Nesting[]): boolean =>
  nestings.length === 1 &&
  nestings[0]?.entry.name === 'target' &&
  source.entries.some(({ name }) => name === 'describedObject');
