import type { OptionSchemas } from '../engine/options';
import type { Rule } from '../engine/rule';
import type { Manifest, ManifestDocument } from './model/manifest';

/** Declares a rule that reads one document at a time. */
export const manifestRule = <
  VariantName extends string,
  FixName extends string = never,
  NoteName extends string = never,
  Schemas extends OptionSchemas = Record<never, never>,
>(
  rule: Rule<ManifestDocument, VariantName, FixName, NoteName, Schemas>,
): Rule<ManifestDocument> => rule;

/** Declares a rule that reads all documents of a file together; its ranges count from the file's start. */
export const manifestFileRule = <
  VariantName extends string,
  FixName extends string = never,
  NoteName extends string = never,
  Schemas extends OptionSchemas = Record<never, never>,
>(
  rule: Rule<Manifest, VariantName, FixName, NoteName, Schemas>,
): Rule<Manifest> => rule;
