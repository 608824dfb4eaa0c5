import type { FixOffer } from '../../../engine/rule';
import type { LabelKind, Settings } from '../../../engine/settings';
import type { TextEdit, TextRange } from '../../../engine/text';
import { insertInstruction } from '../../edits/insert-instruction';
import { keywordFor } from '../../edits/keyword';
import type { Dockerfile, Property, Stage } from '../../model/dockerfile';
import { isLabelValue, sampleValues } from '../../model/label-values';
import { instructionsOf, instructionsOrTriggersOf } from '../../model/lookups';
import { dockerfileRule } from '../../rule';

export default dockerfileRule({
  id: 'label-schema',
  chapter: 'correctness',
  variants: {
    missing: {
      severity: 'information',
      equals: ['hadolint/DL3049'],
      message: 'This image has no label `{label}`, which the settings ask for',
    },
    superfluous: {
      severity: 'information',
      equals: ['hadolint/DL3050'],
      message: 'The label `{label}` is none of those that the settings allow',
    },
    empty: {
      severity: 'information',
      equals: ['hadolint/DL3051'],
      message: 'The label `{label}` is empty: who looks for it learns nothing',
    },
    url: {
      severity: 'information',
      equals: ['hadolint/DL3052'],
      message: 'The label `{label}` is to be a URL, and `{value}` is none',
    },
    rfc3339: {
      severity: 'information',
      equals: ['hadolint/DL3053'],
      message: 'The label `{label}` is to be a time such as `2026-01-31T12:00:00Z`, and `{value}` is none',
    },
    spdx: {
      severity: 'information',
      equals: ['hadolint/DL3054'],
      message: 'The label `{label}` is to be an SPDX licence such as `Apache-2.0`, and `{value}` is none',
    },
    hash: {
      severity: 'information',
      equals: ['hadolint/DL3055'],
      message: 'The label `{label}` is to be the hash of a commit, and `{value}` is none',
    },
    semver: {
      severity: 'information',
      equals: ['hadolint/DL3056'],
      message: 'The label `{label}` is to be a semantic version such as `1.2.0`, and `{value}` is none',
    },
    email: {
      severity: 'information',
      equals: ['hadolint/DL3058'],
      message: 'The label `{label}` is to be a mail address, and `{value}` is none',
    },
    key: {
      severity: 'hint',
      equals: ['hadolint/DL3048'],
      message:
        '`{label}` is no name for a label: lower case letters, digits, and single `.`, `-`, `_` and `/` between them',
    },
    reserved: {
      severity: 'hint',
      equals: ['hadolint/DL3048'],
      message: '`{label}` is in a namespace that Docker keeps for itself: its own tools may set or misread it',
    },
  },
  fixes: {
    add: { title: 'Add the label `{label}`', safety: 'placeholder' },
  },
  check(dockerfile, report, { settings }) {
    for (const label of instructionsOrTriggersOf(dockerfile, 'LABEL'))
      for (const property of label.properties) {
        const { name, value } = property;
        const problem = problemOf(property, settings);
        if (problem === undefined) continue;
        report({ ...problem, values: { label: name, value: value?.value ?? '' } });
      }
    for (const stage of dockerfile.stages) {
      if (!stage.shipped) continue;
      const labels = labelsOf(stage);
      for (const [label, kind] of Object.entries(settings.labelSchema)) {
        if (labels.has(label)) continue;
        const at = stage.from.image?.range ?? stage.from.keywordRange;
        report({ variant: 'missing', at, values: { label }, fixes: additions(dockerfile, stage, label, kind) });
      }
    }
  },
});

interface LabelProblem {
  readonly variant: Exclude<LabelKind, 'text'> | 'empty' | 'superfluous' | 'key' | 'reserved';
  readonly at: TextRange;
}

function problemOf(
  { name, nameRange: at, value }: Property,
  { labelSchema, strictLabels }: Settings,
): LabelProblem | undefined {
  // What a variable stands for, the build decides.
  if (name === '' || name.includes('$')) return undefined;
  const kind = Object.hasOwn(labelSchema, name) ? labelSchema[name] : undefined;
  if (kind === undefined) {
    const variant = strictLabels ? 'superfluous' : keyProblem(name);
    return variant && { variant, at };
  }
  if (value !== undefined && value.variables.length > 0) return undefined;
  if (value === undefined || value.value === '') return { variant: 'empty', at };
  return kind === 'text' || isLabelValue(kind, value.value) ? undefined : { variant: kind, at: value.range };
}

/** Source: docs.docker.com/engine/manage-resources/labels, "Key format recommendations"; `_` and `/` as hadolint has it. */
function keyProblem(name: string): 'key' | 'reserved' | undefined {
  if (/^(?:com\.docker|io\.docker|org\.dockerproject)\./.test(name)) return 'reserved';
  return /^[a-z](?:[a-z\d._/-]*[a-z\d])?$/.test(name) && !/\.\.|--/.test(name) ? undefined : 'key';
}

/** The labels of an image, those of the stages that it is built from included. */
function labelsOf(stage: Stage): ReadonlySet<string> {
  const names = new Set<string>();
  for (
    let at: Stage | undefined = stage;
    at !== undefined;
    at = at.parent.kind === 'stage' ? at.parent.stage : undefined
  )
    for (const { properties } of instructionsOf(at, 'LABEL')) for (const { name } of properties) names.add(name);
  return names;
}

/** Below the labels that are there, else below `FROM`. */
function additions(dockerfile: Dockerfile, stage: Stage, label: string, kind: LabelKind): readonly FixOffer<'add'>[] {
  if (!/^[\w./-]+$/.test(label)) return [];
  const sample = sampleValues[kind];
  const written = `${keywordFor(dockerfile, 'LABEL')} ${label}="`;
  const after = instructionsOf(stage, 'LABEL').at(-1) ?? stage.from;
  const withPlaceholder = (edit: TextEdit): TextEdit => {
    const start = edit.newText.indexOf(written) + written.length;
    return { ...edit, placeholders: [{ start, end: start + sample.length }] };
  };
  return [
    { id: 'add', edits: () => insertInstruction(dockerfile, { after }, `${written}${sample}"`).map(withPlaceholder) },
  ];
}
