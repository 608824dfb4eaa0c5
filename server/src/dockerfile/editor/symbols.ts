import type { EditorSymbol } from '../../engine/editor';
import type { Dockerfile } from '../model/dockerfile';
import { stageSymbolAt } from './stage-symbol';
import { variableSymbolAt } from './variable-symbol';

/** The variable or the stage whose name is at an offset. */
export const symbolAt = (dockerfile: Dockerfile, offset: number): EditorSymbol | undefined =>
  variableSymbolAt(dockerfile, offset) ?? stageSymbolAt(dockerfile, offset);
