import type { EditorLanguage } from '../../engine/editor';
import type { Manifest } from '../model/manifest';
import { completionsAt, completionTriggers } from './completion';
import { documentation } from './completion/documentation';
import { hints } from './hints';
import { hoverAt } from './hover';
import { links } from './links';
import { outline } from './outline';
import { selectionsAt } from './selections';
import { symbolAt } from './symbols';

/** Other YAML is left to the editor, which then goes by itself. */
const isManifest = ({ documents }: Manifest): boolean => documents.some(({ document }) => document.recognised);

/** What an editor offers in a manifest. Folding by indentation, which editors do by themselves, is what it needs. */
export const manifestEditor: EditorLanguage<Manifest> = {
  id: 'manifest',
  completionTriggers,
  reference: 'kubernetes-documentation.json',
  completions: completionsAt,
  documentation,
  hover: hoverAt,
  outline: (manifest) => (isManifest(manifest) ? outline(manifest) : undefined),
  selections: (manifest, offset) => (isManifest(manifest) ? selectionsAt(manifest, offset) : undefined),
  symbolAt,
  links: (manifest) => (isManifest(manifest) ? links(manifest) : undefined),
  hints: (manifest, range) => (isManifest(manifest) ? hints(manifest, range) : undefined),
};
