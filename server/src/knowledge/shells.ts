/** Shells by how they end a script. */
export type ShellKind = 'bash' | 'busybox' | 'dash';

/** What stands around the last command of a script. */
export interface ScriptEnd {
  /** It is inside `if`, `{ }` or the like. */
  readonly nested: boolean;
  readonly redirected: boolean;
  /** What follows it in the script: nothing, line ends and blanks, or more. */
  readonly behind: 'nothing' | 'blanks' | 'more';
}

/**
 * Whether a shell that got its script by `-c` gives up its place to the last command, as `exec` would make it do. Source:
 * measured with bash 5.2.15 (since 5.1 also for the last of several commands: its NEWS), BusyBox 1.35.0 and dash 0.5.12.
 */
export function givesWay(shell: ShellKind, { nested, redirected, behind }: ScriptEnd): boolean {
  switch (shell) {
    case 'bash':
      return !nested && !redirected && behind !== 'more';
    case 'busybox':
      return behind === 'nothing';
    case 'dash':
      return false;
  }
}
