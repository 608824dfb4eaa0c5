import { overlaps } from '../../engine/text';
import type { ManifestDocument } from '../model/manifest';
import { type TypedScalar, typedScalars } from '../schema/typed-scalars';
import { invalidAddress } from './addresses';
import { invalidChoice } from './choices';
import { invalidEncoding } from './encoded';
import { invalidImage } from './images';
import type { InvalidValue } from './invalid-value';
import { invalidKeys } from './keys';
import { invalidKind } from './kinds';
import { invalidName } from './named-values';
import { invalidNumber } from './numbers';
import { invalidQuantity } from './quantities';
import { invalidSchedule } from './schedules';
import { invalidShare } from './shares';

/**
 * The values of a document that are of the right type, and still are refused or mean what nobody meant.
 * @param minor of the Kubernetes version that the manifest is for
 */
export const invalidValues = (document: ManifestDocument, minor: number): readonly InvalidValue[] => [
  ...document.objects.flatMap((object) => [...list(invalidKind(object)), ...invalidKeys(object)]),
  ...typedScalars(document)
    .filter(({ node }) => !isMistyped(document, node))
    .flatMap((scalar) => list(invalidScalar(scalar, minor))),
];

/** Of quotes and blanks that are none, `yaml-syntax` speaks. */
const isMistyped = ({ problems }: ManifestDocument, { range }: TypedScalar['node']): boolean =>
  problems.some(
    (problem) => (problem.code === 'SMART_QUOTE' || problem.code === 'NBSP') && overlaps(problem.range, range),
  );

const invalidScalar = (scalar: TypedScalar, minor: number): InvalidValue | undefined =>
  invalidChoice(scalar) ??
  invalidNumber(scalar) ??
  invalidQuantity(scalar) ??
  invalidName(scalar, minor) ??
  invalidShare(scalar) ??
  invalidSchedule(scalar, minor) ??
  invalidEncoding(scalar) ??
  invalidImage(scalar) ??
  invalidAddress(scalar);

const list = (value: InvalidValue | undefined): readonly InvalidValue[] => (value === undefined ? [] : [value]);
