import { stagePurpose } from '../../knowledge/build-tools';
import type { Dockerfile, Stage } from './dockerfile';

/** Whether a stage is there to develop or to test in, by its own name or that of its file: `Dockerfile.dev`. */
export const isForDevelopment = ({ path }: Dockerfile, { name }: Stage): boolean =>
  isDevelopment(name ?? '') || isDevelopment(fileName(path ?? '')) || /(?:^|[\\/])\.devcontainer[\\/]/.test(path ?? '');

function isDevelopment(name: string): boolean {
  const purpose = stagePurpose(name);
  return purpose === 'development' || purpose === 'test';
}

const fileName = (path: string): string => path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
