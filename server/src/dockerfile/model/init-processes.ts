import type { TextRange } from '../../engine/text';
import { fullName } from '../../image/full-name';
import {
  bootsInitSystem,
  type InitSystem,
  initSystemNamed,
  initSystems,
  machineImages,
} from '../../knowledge/init-systems';
import { type CopiedPath, copiedPaths } from './copied-paths';
import type { Dockerfile, Stage } from './dockerfile';
import { textIn } from './lookups';
import { chainOf, rootOf } from './stage-relations';
import { surroundingsOf } from './surroundings';

/** How an image comes to boot an init system. */
export type InitProcess =
  /** It is what the image runs. */
  | { readonly kind: 'process'; readonly label: string; readonly word: string; readonly range: TextRange }
  /** The parent boots it. */
  | { readonly kind: 'parent'; readonly word: string; readonly range: TextRange }
  /** It is installed, and services are configured for it. */
  | { readonly kind: 'configured'; readonly label: string; readonly word: string; readonly range: TextRange };

/** The init system in a stage's image, and where that shows; `undefined` for none, and for images of whole machines. */
export function initProcessOf(dockerfile: Dockerfile, stage: Stage): InitProcess | undefined {
  if (isMachine(dockerfile, stage)) return undefined;
  const { process, from } = stage;
  const [program] = process?.program ?? [];
  const chain = chainOf(stage);
  const hasS6Overlay = chain.some(({ range }) => textIn(dockerfile, range).includes('s6-overlay'));
  const system = program?.value === undefined ? undefined : initSystemNamed(program.value, { hasS6Overlay });
  if (system !== undefined && program?.value !== undefined && program.range !== undefined)
    return { kind: 'process', label: system.label, word: program.value, range: program.range };
  const { parent } = rootOf(stage);
  const image = rootOf(stage).from.image ?? from.image;
  const boots = parent.kind === 'image' && (system !== undefined || bootsInitSystem(fullName(parent.reference)));
  const inherits = process?.entrypoint === undefined && process?.cmd === undefined;
  if (boots && inherits && image !== undefined) return { kind: 'parent', word: image.text, range: image.range };
  return configured(dockerfile, stage, chain);
}

/** A supervisor that is installed beside configuration which is copied for it. */
function configured(dockerfile: Dockerfile, stage: Stage, chain: readonly Stage[]): InitProcess | undefined {
  const packages = surroundingsOf(dockerfile, stage).packages ?? [];
  const copied = chain.flatMap(copiedPaths);
  for (const system of initSystems) {
    if (!system.packages.some((name) => packages.includes(name))) continue;
    const file = copied.find((each) => isConfiguration(system, each));
    if (file === undefined) continue;
    return { kind: 'configured', label: system.label, word: file.source.value, range: file.source.range };
  }
  return undefined;
}

const isConfiguration = ({ configuration }: InitSystem, { path }: CopiedPath): boolean =>
  configuration?.test(path) === true;

/** Nested engines, virtual machines and test machines boot an init system on purpose. */
function isMachine({ path = '' }: Dockerfile, stage: Stage): boolean {
  const folders = path.split(/[\\/]/).slice(-3).join('/');
  const names = [folders, ...chainOf(stage).flatMap(({ name, from }) => [name ?? '', from.image?.text ?? ''])];
  return names.some((name) => machineImages.test(name));
}
