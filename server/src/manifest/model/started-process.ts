import { fullName } from '../../image/full-name';
import { entrypointWrapper } from '../../knowledge/entrypoint-wrappers';
import { knownImage } from '../../knowledge/images';
import { unwrap } from '../../shell/wrappers';
import { fieldOf } from './lookup';
import type { Container, ContainerProcess } from './manifest';

/**
 * What a container starts. Without `command` that is what `args` say where the image is known to run them: it has no entry
 * point, or one that is a script and executes what it is given.
 */
export function startedProcess(container: Container): ContainerProcess | undefined {
  if (container.process !== undefined) return container.process;
  const known = processes.get(container);
  if (known !== undefined) return known.found;
  const found = ofArguments(container);
  processes.set(container, { found });
  return found;
}

/** Many rules ask for it, and a script has to be parsed. */
const processes = new WeakMap<Container, { readonly found: ContainerProcess | undefined }>();

function ofArguments(container: Container): ContainerProcess | undefined {
  const { node, args } = container;
  if (fieldOf(node, 'command') !== undefined || args === undefined) return undefined;
  const [first] = args;
  if (first?.value === undefined || first.value.startsWith('-') || !runsArguments(container)) return undefined;
  return { argv: args, ...unwrap(args) };
}

function runsArguments({ image }: Container): boolean {
  if (image === undefined || image.variable) return false;
  return entrypointWrapper(image.text) !== undefined || knownImage(fullName(image), image.tag)?.entrypoint === null;
}
