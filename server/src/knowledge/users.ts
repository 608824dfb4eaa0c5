import { baseName, type CommandSyntax, splitCommand, type Word } from './command-options';
import type { Family } from './families';

/** A command that creates or changes an account or a group. */
export interface UserCommand {
  readonly kind: 'user' | 'group' | 'change';
  readonly program: 'useradd' | 'adduser' | 'groupadd' | 'addgroup' | 'usermod' | 'groupmod';
  /** `undefined` when not literal. */
  readonly name: Word;
  /** Number given by option, as written. */
  readonly id: Word;
  /** Primary group given by option: a name or a number. */
  readonly group: Word;
  readonly system: boolean;
  /** Index of the word behind which an option may be inserted: the program's name. */
  readonly index: number;
  /** Index of the number given by option. */
  readonly idIndex?: number;
  /** `useradd -l`: no entries in lastlog and faillog, whose size follows the number. */
  readonly noLogInit: boolean;
}

interface Syntax extends CommandSyntax {
  readonly id: readonly string[];
  readonly group: readonly string[];
  readonly system: readonly string[];
}

/** Source: Debian 12 useradd(8), groupadd(8). */
const shadowUser: Syntax = {
  clusters: true,
  valueOptions: [
    ...['-b', '-c', '-d', '-e', '-f', '-g', '-G', '-k', '-K', '-p', '-R', '-P', '-s', '-u', '-Z', '-F'],
    ...['--base-dir', '--comment', '--home-dir', '--home', '--expiredate', '--inactive', '--gid', '--groups', '--skel'],
    ...['--key', '--password', '--root', '--prefix', '--shell', '--uid', '--selinux-user', '--login'],
  ],
  id: ['-u', '--uid'],
  group: ['-g', '--gid'],
  system: ['-r', '--system'],
};
const shadowGroup: Syntax = {
  clusters: true,
  valueOptions: [
    '-g',
    '--gid',
    '-K',
    '--key',
    '-p',
    '--password',
    '-R',
    '--root',
    '-P',
    '--prefix',
    '-n',
    '--new-name',
    '-U',
  ],
  id: ['-g', '--gid'],
  group: [],
  system: ['-r', '--system'],
};
/** Debian's adduser(8): long options, here and there with one dash. */
const debianUser: Syntax = {
  valueOptions: [
    '--uid',
    '--gid',
    '--ingroup',
    '--home',
    '--shell',
    '--gecos',
    '--comment',
    '--firstuid',
    '--lastuid',
    '--conf',
    '--firstgid',
    '--lastgid',
  ],
  id: ['--uid', '-u', '-uid'],
  group: ['--gid', '--ingroup', '-G'],
  system: ['--system', '-S'],
};
/** mirror/busybox:loginutils/adduser.c, addgroup.c */
const busyboxUser: Syntax = {
  clusters: true,
  valueOptions: ['-h', '-g', '-s', '-G', '-u', '-k', '--home', '--gecos', '--shell', '--ingroup', '--uid', '--skel'],
  id: ['-u', '--uid'],
  group: ['-G', '--ingroup'],
  system: ['-S', '--system'],
};
const busyboxGroup: Syntax = {
  clusters: true,
  valueOptions: ['-g', '--gid'],
  id: ['-g', '--gid'],
  group: [],
  system: ['-S', '--system'],
};

/** Reads `useradd`, `adduser`, `groupadd`, `addgroup`, `usermod` and `groupmod`. `undefined` for every other command. */
export function readUserCommand(words: readonly Word[], family: Family = 'unknown'): UserCommand | undefined {
  const program = words[0] === undefined ? '' : baseName(words[0]);
  switch (program) {
    case 'useradd':
      return read('user', program, words, shadowUser);
    case 'usermod':
      return read('change', program, words, shadowUser);
    case 'groupadd':
      return read('group', program, words, shadowGroup);
    case 'groupmod':
      return read('change', program, words, shadowGroup);
    case 'adduser':
      return read(
        'user',
        program,
        words,
        isDebian(words, family) ? debianUser : family === 'redhat' ? shadowUser : busyboxUser,
      );
    case 'addgroup':
      return read(
        'group',
        program,
        words,
        isDebian(words, family) ? { ...debianUser, id: ['--gid', '-g'], group: [] } : busyboxGroup,
      );
    default:
      return undefined;
  }
}

/** Options that only one of the two programs has decide where the family is not known. */
function isDebian(words: readonly Word[], family: Family): boolean {
  if (family === 'debian' || family === 'ubuntu') return true;
  return (
    family === 'unknown' &&
    words.some((word) => word !== undefined && /^--(?:disabled|no-create-home|group$|force)/.test(word))
  );
}

function read(
  kind: UserCommand['kind'],
  program: UserCommand['program'],
  words: readonly Word[],
  syntax: Syntax,
): UserCommand {
  const { options, operands } = splitCommand(words, 1, syntax);
  const id = options.filter((option) => syntax.id.includes(option.name) && option.hasValue).at(-1);
  const group = options.filter((option) => syntax.group.includes(option.name) && option.hasValue).at(-1);
  return {
    kind,
    program,
    // `adduser USER GROUP` and `addgroup USER GROUP` name the user first.
    name: (program === 'useradd' || program === 'usermod' ? operands.at(-1) : operands[0])?.word,
    id: id?.value,
    group: group?.value,
    system: options.some((option) => syntax.system.includes(option.name)),
    index: 0,
    ...(id && { idIndex: id.index + id.count - 1 }),
    noLogInit: options.some((option) => option.name === '-l' || option.name === '--no-log-init'),
  };
}

/** A number above which lastlog grows by gigabytes unless `useradd -l` is given. Source: moby/moby#5419, hadolint DL3046. */
export const largestSparseId = 99_999;

/** The number for an unprivileged account where none is taken: above the ranges that distributions give out. */
export const suggestedId = 10_001;

/**
 * Commands that create an account with a fixed number and nothing else, by family; joined with ` && `.
 * Sources: as above. Minimal Red Hat images lack shadow-utils, so there the number is written without an account.
 */
export function createUserCommands(
  family: Family,
  name: string,
  id: number = suggestedId,
): readonly string[] | undefined {
  switch (family) {
    case 'debian':
    case 'ubuntu':
    case 'redhat':
    case 'suse':
    case 'arch':
      return [
        `groupadd --system --gid ${id} ${name}`,
        `useradd --system --uid ${id} --gid ${name} --no-create-home --shell /usr/sbin/nologin ${name}`,
      ];
    case 'alpine':
    case 'wolfi':
    case 'busybox':
      return [`addgroup -S -g ${id} ${name}`, `adduser -S -D -H -u ${id} -G ${name} ${name}`];
    default:
      return undefined;
  }
}

interface SystemAccount {
  readonly name: string;
  readonly families?: readonly Family[];
  readonly uid: number;
  readonly gid: number;
}

/**
 * Accounts that the base system itself brings.
 * Sources: Debian base-passwd:passwd.master; Alpine main/alpine-baselayout:passwd; Fedora setup:uidgid
 */
export const systemAccounts: readonly SystemAccount[] = [
  { name: 'root', uid: 0, gid: 0 },
  {
    name: 'nobody',
    families: ['debian', 'ubuntu', 'alpine', 'busybox', 'wolfi', 'redhat', 'distroless'],
    uid: 65534,
    gid: 65534,
  },
  { name: 'www-data', families: ['debian', 'ubuntu'], uid: 33, gid: 33 },
  { name: 'www-data', families: ['alpine'], uid: 82, gid: 82 },
  { name: 'daemon', families: ['debian', 'ubuntu'], uid: 1, gid: 1 },
  { name: 'bin', families: ['debian', 'ubuntu'], uid: 2, gid: 2 },
  { name: 'mail', families: ['debian', 'ubuntu'], uid: 8, gid: 8 },
  { name: 'backup', families: ['debian', 'ubuntu'], uid: 34, gid: 34 },
  { name: 'nonroot', families: ['distroless'], uid: 65532, gid: 65532 },
];

/** An account that every image of this family has. */
export function systemAccount(name: string, family: Family): SystemAccount | undefined {
  return systemAccounts.find((account) => account.name === name && (account.families?.includes(family) ?? true));
}

/** Whether a USER value or `runAsUser` means root: `root`, `0`, `root:x`, `0:0`. */
export function isRoot(user: string): boolean {
  return /^(?:root|0+)(?::|$)/.test(user);
}

/** Whether a USER value is a number, which alone satisfies `runAsNonRoot`. Source: kubernetes/kubernetes:pkg/kubelet/kuberuntime/security_context_others.go */
export function isNumericUser(user: string): boolean {
  return /^\d+(?::|$)/.test(user);
}
