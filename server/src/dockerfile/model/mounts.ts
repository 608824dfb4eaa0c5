import type { Flag, Mount } from './dockerfile';

/** Reads the `--mount` flags of a `RUN` (moby/buildkit frontend/dockerfile/instructions/commands_runmount.go). */
export const mountsOf = (flags: readonly Flag[]): readonly Mount[] =>
  flags.filter(({ name, value }) => name === 'mount' && value !== undefined).map(mountOf);

function mountOf(flag: Flag): Mount {
  const options: Record<string, string> = {};
  for (const field of (flag.value ?? '').split(',')) {
    const equals = field.indexOf('=');
    const key = (equals === -1 ? field : field.slice(0, equals)).trim().toLowerCase();
    if (key !== '') options[key] = equals === -1 ? 'true' : field.slice(equals + 1);
  }
  const { type = 'bind', from } = options;
  const target = options.target ?? options.dst ?? options.destination;
  const source = options.source ?? options.src;
  return { type, target, from, source, options, flag };
}
