import type { TextEdit } from '../../engine/text';
import type { Argument } from '../../shell/command-line';
import type { Dockerfile } from '../model/dockerfile';
import type { PackageOperation } from '../model/packages';
import { removeArguments } from './argument';
import { removeCommand } from './remove-command';

/** Takes a package out of an install, and the whole command when it installs nothing else. */
export const removePackage = (
  dockerfile: Dockerfile,
  { packages, command }: PackageOperation,
  name: Argument,
): readonly TextEdit[] | undefined =>
  packages.length > 1 ? removeArguments(dockerfile, [name]) : removeCommand(dockerfile, command);
