import { rendered, templates } from '../../../engine/message';
import type { FixOffer } from '../../../engine/rule';
import { shifted } from '../../../engine/text';
import { inFile } from '../../edits/in-file';
import { type RightType, rightType } from '../../edits/right-type';
import type { Node } from '../../model/manifest';
import { manifestFileRule } from '../../rule';
import { customTypes } from '../../schema/custom-types';
import type { FieldType } from '../../schema/field-types';
import { mismatchesOf, type WrongValue } from '../../schema/mismatches';

type VariantName = 'number' | 'switch' | 'text' | 'list' | 'mapping';

export default manifestFileRule({
  id: 'wrong-type',
  chapter: 'validity',
  variants: {
    number: {
      severity: 'error',
      message: '`{field}` takes a {wanted}, and `{value}` is {given}: the API server refuses the object',
    },
    switch: {
      severity: 'error',
      message: '`{field}` takes true or false, and `{value}` is {given}: the API server refuses the object',
    },
    text: {
      severity: 'error',
      message: '`{field}` takes text, and {given}: the API server refuses the object',
    },
    list: {
      severity: 'error',
      message: '`{field}` takes a list, and this is {given}: the API server refuses the object',
    },
    mapping: {
      severity: 'error',
      message: '`{field}` takes a mapping, and this is {given}: the API server refuses the object',
    },
  },
  fixes: {
    unquote: { title: 'Take the quotes off `{value}`', safety: 'safe', revealing: true },
    quote: { title: 'Put quotes around `{value}`', safety: 'safe', revealing: true },
    number: { title: 'Write `{written}` instead of `{value}`', safety: 'safe', revealing: true },
    reshape: { title: 'Write it as a {shape}', safety: 'safe', revealing: true },
    text: { title: 'Make `{field}` the text of its file', safety: 'safe', revealing: true },
    lift: { title: 'Write the labels right under `{outer}`', safety: 'safe', revealing: true },
  },
  phrases: {
    shape: ['list', 'mapping'],
    wanted: ['whole number', 'number or a name', 'number or a percentage', 'quantity', 'number'],
  },
  check(manifest, report) {
    const custom = customTypes(manifest);
    for (const { document, start } of manifest.documents)
      for (const mismatch of mismatchesOf(document, custom)) {
        if (mismatch.kind !== 'wrongValue') continue;
        const variant = variantOf(mismatch.expected);
        if (variant === undefined) continue;
        const { node, entry, expected } = mismatch;
        report({
          variant,
          at: shifted(node.kind === 'scalar' ? node.range : keyOf(mismatch), start),
          values: {
            field: fieldName(mismatch),
            outer: entry.name,
            value: node.kind === 'scalar' ? node.source : '',
            given: variant === 'text' ? givenForText(node) : given(node),
            wanted: wanted(mismatch),
            shape: expected.kind === 'list' ? 'list' : 'mapping',
          },
          fixes: () => offers(rightType(mismatch), start),
        });
      }
  },
});

const offers = (right: RightType | undefined, start: number): readonly FixOffer<RightType['fix']>[] =>
  right === undefined
    ? []
    : [
        {
          id: right.fix,
          values: { written: right.written ?? '' },
          safety: right.guessed === true ? 'behaviour' : 'safe',
          edits: () => inFile(right.edits, start),
        },
      ];

/** `labels.version`, `ports[]`, `replicas`. */
function fieldName({ entry, within }: WrongValue): string {
  if (within === undefined) return entry.name;
  return 'mapping' in within ? `${entry.name}.${within.entry.name}` : `${entry.name}[]`;
}

/** The key that a collection stands under, or the dash and the first words of an item. */
function keyOf({ within, entry, node }: WrongValue): { readonly start: number; readonly end: number } {
  if (within === undefined) return entry.key.range;
  return 'mapping' in within ? within.entry.key.range : { start: node.range.start, end: firstEnd(node) };
}

function firstEnd(node: Node): number {
  if (node.kind === 'mapping') return node.entries[0]?.key.range.end ?? node.range.end;
  return node.kind === 'sequence' ? node.range.start + 1 : node.range.end;
}

function variantOf(expected: FieldType): VariantName | undefined {
  switch (expected.kind) {
    case 'list':
      return 'list';
    case 'object':
    case 'map':
      return 'mapping';
    case 'scalar':
      return expected.scalar === 'string' ? 'text' : expected.scalar === 'boolean' ? 'switch' : 'number';
    default:
      return undefined;
  }
}

function wanted({ expected, entry }: WrongValue): string {
  if (expected.kind !== 'scalar') return '';
  switch (expected.scalar) {
    case 'integer':
      return 'whole number';
    case 'intOrString':
      return /port$/i.test(entry.name) ? 'number or a name' : 'number or a percentage';
    case 'quantity':
      return 'quantity';
    default:
      return 'number';
  }
}

const texts = templates({
  reads: 'YAML reads `{source}` as {given}',
  is: 'this is {given}',
  mapping: 'a mapping',
  list: 'a list',
  number: 'a number',
  boolean: 'true or false',
  text: 'text',
  quoted: 'text in quotes',
});

function givenForText(node: Node): string {
  const found = { given: given(node) };
  return node.kind === 'scalar' ? rendered(texts.reads, { source: node.source, ...found }) : rendered(texts.is, found);
}

function given(node: Node): string {
  if (node.kind === 'mapping') return rendered(texts.mapping, {});
  if (node.kind === 'sequence') return rendered(texts.list, {});
  switch (node.type) {
    case 'integer':
    case 'float':
      return rendered(texts.number, {});
    case 'boolean':
      return rendered(texts.boolean, {});
    default:
      return rendered(node.style === 'plain' ? texts.text : texts.quoted, {});
  }
}
