import type { EditorLanguage } from '../../engine/editor';
import type { Dockerfile } from '../model/dockerfile';
import { completionsAt, completionTriggers } from './completion';
import { documentation } from './completion/documentation';
import { mayBeginBuild } from './completion/multistage';
import { folds } from './folding';
import { hints } from './hints';
import { hoverAt } from './hover';
import { links } from './links';
import { outline } from './outline';
import { selectionsAt } from './selections';
import { symbolAt } from './symbols';

/** What an editor offers in a Dockerfile. */
export const dockerfileEditor: EditorLanguage<Dockerfile> = {
  id: 'dockerfile',
  completionTriggers,
  completions: completionsAt,
  asksForProject: mayBeginBuild,
  documentation,
  hover: hoverAt,
  outline,
  folds,
  selections: selectionsAt,
  symbolAt,
  links,
  hints,
};
