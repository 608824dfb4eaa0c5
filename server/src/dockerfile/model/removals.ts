import type { Argument } from '../../shell/command-line';
import type { Dockerfile, RunCommand } from './dockerfile';
import { alternatives } from './packages';
import { folderOf, pathFrom } from './paths';
import { directoryOf, writtenPath } from './working-directory';

/** What a command deletes. */
export interface Removal {
  /** Files, and folders with all that is in them; see `pathFrom`. */
  readonly paths: readonly string[];
  /** The files of a folder whose names fit. */
  readonly patterns: readonly { readonly folder: string; readonly name: RegExp }[];
  /** It deletes something else that is not written out. */
  readonly unknown: boolean;
}

/** What `rm` and `find -delete` delete; `undefined` for every other command. */
export function removalOf(dockerfile: Dockerfile, command: RunCommand): Removal | undefined {
  const operands = operandsOf(command);
  return operands && removalIn(dockerfile, command, operands);
}

/** What `mv` takes away from its place. */
export const movedBy = (dockerfile: Dockerfile, command: RunCommand): Removal =>
  removalIn(
    dockerfile,
    command,
    command.words.slice(1, -1).filter(({ text }) => !text.startsWith('-')),
  );

function removalIn(dockerfile: Dockerfile, command: RunCommand, operands: readonly Argument[]): Removal {
  const directory = directoryOf(dockerfile, command);
  const paths: string[] = [];
  const patterns: { folder: string; name: RegExp }[] = [];
  let unknown = false;
  for (const { value, text } of operands) {
    for (const path of value === undefined ? alternatives(text.replace(/["']/g, '')) : [value]) {
      // What stays of a folder without its files weighs nothing.
      const whole = value === undefined ? path.replace(/(^|\/)\*$/, '$1.') : path;
      const written = writtenPath({ value: value === undefined ? undefined : whole, text: whole });
      if (written !== undefined) {
        paths.push(pathFrom(directory, written));
        continue;
      }
      const last = whole.slice(whole.lastIndexOf('/') + 1);
      const folder = writtenPath({ value: undefined, text: whole.slice(0, whole.length - last.length) });
      const name = patternOf(last);
      if (folder === undefined || name === undefined) unknown = true;
      else patterns.push({ folder: folderOf(pathFrom(directory, `${folder}x`)), name });
    }
  }
  return { paths, patterns, unknown };
}

/** Whether a file is among what is deleted. */
export const isRemovedBy = ({ paths, patterns }: Removal, file: string): boolean =>
  paths.some((path) => file === path || file.startsWith(path === '/' ? path : `${path}/`)) ||
  patterns.some(({ folder, name }) => folderOf(file) === folder && name.test(file.slice(folder.length + 1)));

function operandsOf({ name, words }: RunCommand): readonly Argument[] | undefined {
  const rest = words.slice(1);
  if (name === 'rm' || name === 'unlink') return rest.filter(({ text }) => !text.startsWith('-'));
  if (name !== 'find' || !rest.some(({ value }) => value === '-delete')) return undefined;
  const first = rest.findIndex(({ text }) => /^[-(!\\]/.test(text));
  // With a condition only some of the files go.
  const conditions = rest.slice(first).filter(({ value }) => value !== '-delete' && value !== '-depth');
  return conditions.length > 0 ? undefined : rest.slice(0, first);
}

/** A name with `*` and `?` as a regular expression. */
function patternOf(name: string): RegExp | undefined {
  if (!/[*?]/.test(name) || /[`(){}[\]\\~$]/.test(name) || name.length > longestPattern) return undefined;
  const parts = name.split(/\*+/).map((part) => part.replace(/[.+^|]/g, '\\$&').replace(/\?/g, '[^/]'));
  return parts.length > mostStars ? undefined : new RegExp(`^${parts.join('[^/]*')}$`);
}

/** Longer ones are not worth the time that they take. */
const longestPattern = 200;
const mostStars = 5;
