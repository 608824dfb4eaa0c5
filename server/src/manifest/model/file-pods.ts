import { remembered } from '../../engine/remembered';
import { type LabelIndex, type Labelled, labelIndex } from './label-index';
import type { Manifest, Workload } from './manifest';
import { labelsOfPods } from './pod-labels';

/** The pods of a workload, as selectors find them, and where its document starts in the file. */
export interface FilePods extends Labelled {
  readonly workload: Workload;
  readonly start: number;
}

/** The workloads of a file, by the labels of their pods. */
export const filePods = remembered((manifest: Manifest): LabelIndex<FilePods> => {
  const found: FilePods[] = [];
  for (const { document, start } of manifest.documents)
    for (const object of document.objects)
      for (const workload of object.workloads) found.push({ object, workload, start, labels: labelsOfPods(workload) });
  return labelIndex(found);
});
