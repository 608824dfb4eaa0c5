import { stagePurpose } from '../../knowledge/build-tools';
import type { Dockerfile, Stage } from './dockerfile';

/** Whether a stage is there to develop or to test in, by its own name or that of its file: `Dockerfile.dev`. */
export const isForDevelopment = ({ path }: Dockerfile, { name }: Stage): boolean =>
  isDevelopment(name ?? '') || isDevelopmentFile(path ?? '');

function isDevelopment(name: string): boolean {
  const purpose = stagePurpose(name);
  return purpose === 'development' || purpose === 'test';
}

/** Only a word that stands alone says what a file is for: `health-check.Dockerfile` checks nothing. */
function isDevelopmentFile(path: string): boolean {
  if (/(?:^|[\\/])\.devcontainer[\\/]/.test(path)) return true;
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  return name
    .replace(/^dockerfile[-_]/i, '')
    .split('.')
    .some((part) => /^[a-z0-9]+$/i.test(part) && isDevelopment(part));
}
