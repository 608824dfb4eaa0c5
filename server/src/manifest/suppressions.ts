import type { Suppression } from '../engine/suppression';
import { shifted } from '../engine/text';
import type { Manifest, ManifestDocument } from './model/manifest';
import { annotationSuppressions } from './suppressions/annotations';
import { commentSuppressions } from './suppressions/comments';

/** Suppressions of documents that did not change, by the document: their ranges count from its start. */
const known = new WeakMap<ManifestDocument, readonly Suppression[]>();

/** What a manifest's comments and annotations silence: our own, and those of the tools that users know. */
export function suppressionsOf(manifest: Manifest): readonly Suppression[] {
  return manifest.documents.flatMap(({ start, document }, index) => {
    const suppressions = known.get(document) ?? suppressionsIn(document);
    known.set(document, suppressions);
    return suppressions.map((suppression) => {
      const placed = start === 0 ? suppression : moved(suppression, start);
      const whole = index === 0 && aboveEverything(suppression, document);
      return whole ? { ...placed, reach: { start: 0, end: manifest.text.length } } : placed;
    });
  });
}

const suppressionsIn = (document: ManifestDocument): readonly Suppression[] => [
  ...commentSuppressions(document),
  ...annotationSuppressions(document),
];

function moved(suppression: Suppression, by: number): Suppression {
  const { ids } = suppression;
  return {
    ...suppression,
    ids: ids === 'all' ? ids : ids.map(({ id, range }) => ({ id, range: shifted(range, by) })),
    reach: shifted(suppression.reach, by),
    range: shifted(suppression.range, by),
  };
}

/** `# plimsoll-disable` above the first key of a file is about the file; its reach is then the whole first document. */
const aboveEverything = ({ owner, reach }: Suppression, { text }: ManifestDocument): boolean =>
  owner === 'plimsoll' && reach.start === 0 && reach.end === text.length;
