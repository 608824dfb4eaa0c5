import type { ImageReference } from '../../image/reference';
import type { Shell, ShellInForce } from './dockerfile';

/** What Docker takes where no `SHELL` says otherwise. */
export const defaultShell: ShellInForce = { words: ['/bin/sh', '-c'], posix: true, instruction: undefined };

/** The same for a Windows image. */
export const windowsShell: ShellInForce = { words: ['cmd', '/S', '/C'], posix: false, instruction: undefined };

const posixShells = new Set(['sh', 'bash', 'dash', 'ash', 'ksh', 'ksh93', 'mksh', 'zsh', 'rbash']);

/** Whether a program is a shell whose language the shell rules know, by its name without a folder. */
export const isPosixShell = (name: string): boolean => posixShells.has(name.replace(/\.exe$/i, ''));

/** Whether a command line starts such a shell: `/bin/bash -o pipefail -c`, `busybox sh -c`, `/usr/bin/env bash -c`. */
export function startsPosixShell(words: readonly string[]): boolean {
  for (const word of words) {
    const name = word.slice(Math.max(word.lastIndexOf('/'), word.lastIndexOf('\\')) + 1);
    if (isPosixShell(name)) return true;
    if (name !== 'busybox' && name !== 'env' && !word.startsWith('-') && !/^\w+=/.test(word)) return false;
  }
  return false;
}

/** The shell that a `SHELL` instruction sets. */
export function shellSetBy(instruction: Shell): ShellInForce | undefined {
  if (instruction.command.form !== 'exec') return undefined;
  const words = instruction.command.words.map(({ value }) => value);
  return words.length === 0 ? undefined : { words, posix: startsPosixShell(words), instruction };
}

/**
 * The shell of an image: `cmd` for one of Windows, as far as its name tells.
 * @param platform of `FROM --platform=`
 */
export const shellOfImage = (image: ImageReference | undefined, platform: string | undefined): ShellInForce =>
  isWindows(image, platform) ? windowsShell : defaultShell;

function isWindows(image: ImageReference | undefined, platform: string | undefined): boolean {
  if (platform !== undefined && /^windows(?:\/|$)/i.test(platform)) return true;
  if (image === undefined) return false;
  const name = `${image.registry ?? ''}/${image.repository}`.toLowerCase();
  return (
    name.startsWith('mcr.microsoft.com/windows') ||
    /(?:nanoserver|servercore)/.test(name) ||
    /(?:nanoserver|servercore|ltsc20\d\d)/i.test(image.tag ?? '')
  );
}

/** The shell that a comment such as `# hadolint shell=powershell` declares. */
export function shellDeclaredBy(comment: string): ShellInForce | undefined {
  const name = /^hadolint\s+shell\s*=\s*(\S+)/.exec(comment)?.[1];
  return name === undefined
    ? undefined
    : { words: [name, '-c'], posix: startsPosixShell([name]), instruction: undefined };
}
