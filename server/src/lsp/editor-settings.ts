import type { EditorLanguage } from '../engine/editor';

/** What can be left to another extension: the names behind `plimsoll.features.`. */
export const editorFeatures = [
  'completion',
  'hover',
  'outline',
  'folding',
  'selectionRanges',
  'navigation',
  'highlights',
  'rename',
  'links',
  'inlayHints',
] as const;

export type EditorFeature = (typeof editorFeatures)[number];

/** By language, the features that another extension serves already; or those it serves in every language. */
export type ServedElsewhere = Readonly<Partial<Record<EditorLanguage['id'], readonly string[]>>>;

/** What the editor's settings say about the features around the findings. */
export interface EditorSettings {
  readonly features: Readonly<Record<string, unknown>>;
  readonly inlayHints: Readonly<Record<string, unknown>>;
}

/** Whether findings are shown that another extension shows at the same place by an equal check. */
export const sharesFindings = ({ features }: EditorSettings): boolean => features.sharedFindings === 'on';

/** Reads the members `features` and `inlayHints` of the editor's `plimsoll` settings. */
export const editorSettings = (configuration: unknown): EditorSettings => ({
  features: recordOf(configuration, 'features'),
  inlayHints: recordOf(configuration, 'inlayHints'),
});

function recordOf(value: unknown, name: string): Readonly<Record<string, unknown>> {
  const member = isRecord(value) ? value[name] : undefined;
  return isRecord(member) ? member : {};
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/**
 * Whether Plimsoll serves a feature of a language: `on`, `off`, or by default `auto`, which leaves it to another extension
 * where the client knows of one.
 */
export function isServed(
  feature: EditorFeature,
  language: EditorLanguage['id'],
  { features }: EditorSettings,
  servedElsewhere: ServedElsewhere,
): boolean {
  const wanted = features[feature];
  if (wanted === 'on' || wanted === true) return true;
  if (wanted === 'off' || wanted === false) return false;
  return servedElsewhere[language]?.includes(feature) !== true;
}

/** Whether hints of a kind are wanted; they are, unless somebody switched them off. */
export const isHintWanted = (id: string, { inlayHints }: EditorSettings): boolean => inlayHints[id] !== false;
