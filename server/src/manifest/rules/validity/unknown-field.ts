import type { FixOffer } from '../../../engine/rule';
import { shifted, type TextEdit } from '../../../engine/text';
import { wasField } from '../../../knowledge/field-versions';
import { minorOf } from '../../../knowledge/kubernetes-version';
import { inFile } from '../../edits/in-file';
import { putRight } from '../../edits/put-right';
import type { Manifest } from '../../model/manifest';
import { manifestFileRule } from '../../rule';
import { customTypes } from '../../schema/custom-types';
import { type FieldMeaning, fieldMeaning } from '../../schema/field-meaning';
import { type DatedField, isWellFormed, mismatchesOf, type UnknownField } from '../../schema/mismatches';
import { nameOf, pathName } from '../../schema/rightful-place';

type FixName = 'rename' | 'move' | 'upgrade' | 'remove';

export default manifestFileRule({
  id: 'unknown-field',
  chapter: 'validity',
  variants: {
    misspelled: {
      severity: 'warning',
      message: '`{field}` is no field of `{holder}`, `{meant}` is: as it stands it is refused, or ignored in silence',
    },
    foreign: {
      severity: 'warning',
      message:
        '`{field}` is no field of `{holder}`, where it is called `{meant}`: it is refused, or ignored in silence',
    },
    misplaced: {
      severity: 'warning',
      message: '`{field}` belongs in `{meant}`: in `{holder}` it is refused, or ignored in silence',
    },
    unknown: {
      severity: 'warning',
      message: '`{field}` is no field of `{holder}`: it is refused, or ignored in silence',
    },
    newer: {
      severity: 'warning',
      message: '`{field}` came with `{meant}`: in `{version}` it is refused, or ignored in silence',
    },
    tooNew: {
      severity: 'warning',
      message: 'Kubernetes {version} has no `{field}`, which came with 1.{since}: it is refused, or ignored in silence',
    },
    off: {
      severity: 'information',
      message: 'Kubernetes {version} drops `{field}` unless somebody has switched the feature `{gate}` on',
    },
  },
  fixes: {
    rename: { title: 'Rename `{field}` to `{meant}`', safety: 'behaviour', revealing: true },
    move: { title: 'Move `{field}` to `{meant}`', safety: 'behaviour', revealing: true },
    upgrade: { title: 'Make the object `{meant}`, which has `{field}`', safety: 'behaviour', revealing: true },
    remove: { title: 'Remove `{field}`, which does nothing here', safety: 'behaviour' },
  },
  check(manifest, report, { settings: { kubernetesVersion } }) {
    const minor = minorOf(kubernetesVersion);
    for (const { mismatch, start } of fieldsIn(manifest)) {
      const { place, entry } = mismatch;
      const at = shifted(entry.key.range, start);
      const field = entry.name;
      if (mismatch.kind === 'datedField') {
        const { added, on, gate } = mismatch.version;
        const values = { field, version: kubernetesVersion, since: String(added), gate: gate ?? '' };
        if (added > minor) report({ variant: 'tooNew', at, values });
        else if (on !== undefined && on > minor && gate !== undefined) report({ variant: 'off', at, values });
      } else if (!wasField(place.type.name, field, minor)) {
        const meaning = fieldMeaning(mismatch);
        if (meaning.kind !== 'misspelled' && meaning.kind !== 'foreign' && !isWellFormed(place.object.document))
          continue;
        if (meaning.kind === 'slipped' && meaning.first !== entry) continue;
        const meant = wordFor(meaning);
        const name = nameOf(place);
        const holder = name === meant ? pathName(place) : name;
        const values = { field, holder, meant, version: place.object.apiVersion };
        report({ variant: variantOf(meaning), at, values, fixes: () => offers(mismatch, meaning, start) });
      }
    }
  },
});

interface Placed {
  readonly mismatch: UnknownField | DatedField;
  readonly start: number;
}

function fieldsIn(manifest: Manifest): readonly Placed[] {
  const custom = customTypes(manifest);
  return manifest.documents.flatMap(({ document, start }) =>
    mismatchesOf(document, custom).flatMap((mismatch): readonly Placed[] =>
      mismatch.kind === 'unknownField' || mismatch.kind === 'datedField' ? [{ mismatch, start }] : [],
    ),
  );
}

function variantOf({ kind }: FieldMeaning): 'misspelled' | 'foreign' | 'misplaced' | 'newer' | 'unknown' {
  if (kind === 'slipped') return 'misplaced';
  return kind === 'needless' ? 'unknown' : kind;
}

function wordFor(meaning: FieldMeaning): string {
  switch (meaning.kind) {
    case 'misspelled':
      return meaning.field.name;
    case 'foreign':
      return meaning.path.join('.');
    case 'misplaced':
      return meaning.place.name;
    case 'slipped':
      return meaning.name;
    case 'newer':
      return meaning.apiVersion;
    default:
      return '';
  }
}

const fixes: Readonly<Record<FieldMeaning['kind'], FixName | undefined>> = {
  misspelled: 'rename',
  foreign: 'rename',
  misplaced: 'move',
  slipped: 'move',
  newer: 'upgrade',
  needless: 'remove',
  unknown: undefined,
};

function offers(field: UnknownField, meaning: FieldMeaning, start: number): readonly FixOffer<FixName>[] {
  const id = fixes[meaning.kind];
  const made: readonly TextEdit[] | undefined = putRight(field, meaning);
  return id === undefined || made === undefined ? [] : [{ id, edits: () => inFile(made, start) }];
}
