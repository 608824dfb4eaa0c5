import { Composer, type ParsedNode, Schema, type YAMLParseError } from 'yaml';
import type { TextRange } from '../../engine/text';
import { joinedFlowLines } from './flow-lines';
import type { YamlComment } from './manifest';
import { tokensOf } from './yaml-tokens';

/** A document as the yaml package reads it, its source tokens kept. */
export interface Composition {
  readonly contents: ParsedNode | null;
  readonly errors: readonly YAMLParseError[];
  readonly comments: readonly YamlComment[];
  /** `{{` stands where only a template can have it. */
  readonly doubledBraces: boolean;
  /** Blanks with a tab in them where a key may begin. */
  readonly tabs: readonly TextRange[];
  /** Lines were joined for the yaml package: values of several lines are to be read from the text itself. */
  readonly joined: boolean;
}

/** Everything is read as text: which type it has is decided by go-yaml's rules, not by YAML 1.2's. */
const schema = new Schema({ schema: 'failsafe', resolveKnownTags: false });

/**
 * Reads a document's text; what the yaml package refuses and kubectl takes is read as kubectl reads it.
 * @param masked whether template actions were blanked in it
 * @returns `undefined` for collections that are nested too deep
 */
export function compose(text: string, masked: boolean): Composition | undefined {
  const composition = composeOnce(text, masked);
  if (composition === undefined || composition.errors.length === 0) return composition;
  const joined = joinedFlowLines(text);
  const again = joined === undefined ? undefined : composeOnce(joined, masked);
  return again?.errors.length === 0 ? { ...again, comments: composition.comments, joined: true } : composition;
}

function composeOnce(text: string, masked: boolean): Composition | undefined {
  const cut = tokensOf(text);
  if (cut === undefined) return undefined;
  const composer = new Composer({ schema, uniqueKeys: false, keepSourceTokens: true });
  const documents = [...composer.compose(cut.tokens, true, text.length)];
  const document = documents.find((each) => each.contents !== null) ?? documents[0];
  const errors = (document?.errors ?? []).filter((error) => !masked || !blankedLines.test(error.message));
  return { ...cut, contents: document?.contents ?? null, errors, joined: false };
}

/** Lines that become blank by masking may be longer than a block scalar's first line is indented. */
const blankedLines = /^Block scalars with more-indented leading empty lines/;
