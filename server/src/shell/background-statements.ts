import { commandPlaces, isBackgrounded } from './commands';
import type { Script, Statement } from './syntax';

/** The statements of a script that run in the background, those inside others and inside functions not counted. */
export function backgroundStatements(script: Script): readonly Statement[] {
  const found = new Set<Statement>();
  for (const place of commandPlaces(script)) {
    if (place.substituted || !isBackgrounded(place) || place.enclosing.some(({ kind }) => kind === 'function'))
      continue;
    const outermost = place.path.find(({ terminator }) => terminator?.text === '&');
    if (outermost !== undefined) found.add(outermost);
  }
  return [...found];
}
