import type { WrapperKind } from './command-line';

/** How a wrapper's own arguments look, in front of the command that it runs. */
export interface WrapperForm {
  readonly kind: WrapperKind;
  /** Options that take a value. */
  readonly valued?: readonly string[];
  /** Operands before the command, such as a user's name. */
  readonly operands?: number;
  /** Takes `NAME=value` before the command. */
  readonly assignments?: true;
  /** With one of these options it runs no command. */
  readonly inert?: readonly string[];
}

const TINI: WrapperForm = {
  kind: 'init',
  valued: ['-p', '-e'],
  inert: ['-h', '--help', '--version', '--license', '-l'],
};
const USER_FIRST: WrapperForm = { kind: 'user', operands: 1 };

/** By base name. From the programs' manuals. */
export const WRAPPERS: ReadonlyMap<string, WrapperForm> = new Map<string, WrapperForm>([
  ['tini', TINI],
  ['tini-static', TINI],
  ['docker-init', TINI],
  ['catatonit', { kind: 'init' }],
  ['dumb-init', { kind: 'init', valued: ['-r', '--rewrite'], inert: ['-h', '--help', '-V', '--version'] }],
  ['exec', { kind: 'exec', valued: ['-a'] }],
  ['command', { kind: 'exec', inert: ['-v', '-V'] }],
  [
    'env',
    {
      kind: 'environment',
      valued: ['-u', '--unset', '-C', '--chdir'],
      assignments: true,
      inert: ['-S', '--split-string'],
    },
  ],
  ['gosu', USER_FIRST],
  ['su-exec', USER_FIRST],
  ['setuidgid', USER_FIRST],
  ['s6-setuidgid', USER_FIRST],
  [
    'setpriv',
    {
      kind: 'user',
      valued: [
        '--ambient-caps',
        '--inh-caps',
        '--bounding-set',
        '--ruid',
        '--euid',
        '--rgid',
        '--egid',
        '--reuid',
        '--regid',
        '--groups',
        '--securebits',
        '--pdeathsig',
        '--selinux-label',
        '--apparmor-profile',
        '--ptracer',
      ],
      inert: ['-d', '--dump', '--list-caps'],
    },
  ],
  [
    'chpst',
    {
      kind: 'user',
      valued: [
        '-u',
        '-U',
        '-b',
        '-/',
        '-C',
        '-e',
        '-n',
        '-l',
        '-L',
        '-m',
        '-d',
        '-s',
        '-a',
        '-o',
        '-p',
        '-f',
        '-c',
        '-r',
        '-t',
      ],
    },
  ],
  ['nice', { kind: 'priority', valued: ['-n', '--adjustment'] }],
  [
    'ionice',
    {
      kind: 'priority',
      valued: ['-c', '--class', '-n', '--classdata'],
      inert: ['-p', '--pid', '-P', '--pgid', '-u', '--uid'],
    },
  ],
  ['stdbuf', { kind: 'priority', valued: ['-i', '--input', '-o', '--output', '-e', '--error'] }],
  ['timeout', { kind: 'timeout', valued: ['-k', '--kill-after', '-s', '--signal'], operands: 1 }],
  ['nohup', { kind: 'nohup' }],
  [
    'sudo',
    {
      kind: 'sudo',
      valued: [
        '-u',
        '--user',
        '-g',
        '--group',
        '-h',
        '--host',
        '-p',
        '--prompt',
        '-C',
        '--close-from',
        '-D',
        '--chdir',
        '-R',
        '--chroot',
        '-r',
        '--role',
        '-t',
        '--type',
        '-T',
        '--command-timeout',
        '-U',
        '--other-user',
      ],
      assignments: true,
      inert: ['-l', '--list', '-v', '--validate', '-e', '--edit', '-K', '--remove-timestamp'],
    },
  ],
  ['doas', { kind: 'sudo', valued: ['-u', '-a', '-C'] }],
]);

/** Shells that take a script by `-c`. */
export const SHELLS: ReadonlySet<string> = new Set(['sh', 'bash', 'ash', 'dash', 'zsh', 'ksh', 'mksh']);

/** Shell options with a value of their own. */
export const VALUED_SHELL_OPTIONS: ReadonlySet<string> = new Set(['--rcfile', '--init-file']);
