/** Programs that look after a machine: its power, its disks, its network, who is on it. Source: hadolint DL3001, procps, util-linux, net-tools. */
const administering: ReadonlySet<string> = new Set([
  ...['shutdown', 'reboot', 'halt', 'poweroff', 'telinit'],
  ...['top', 'htop', 'free', 'ps', 'vmstat', 'iostat', 'uptime'],
  ...['mount', 'umount', 'swapon', 'swapoff', 'modprobe', 'insmod'],
  ...['ifconfig', 'iptables', 'ip6tables', 'ufw', 'hostnamectl', 'timedatectl', 'loginctl'],
  ...['vim', 'vi', 'nano', 'emacs', 'ssh'],
]);

/** The same of programs that hadolint's DL3001 names. */
const named: ReadonlySet<string> = new Set(['free', 'kill', 'mount', 'ps', 'service', 'shutdown', 'ssh', 'top', 'vim']);

export const administersMachine = (program: string): boolean => administering.has(program);

/** Whether hadolint's DL3001 reports the program too. */
export const isNamedByHadolint = (program: string): boolean => named.has(program);

/** Packages for a person at a terminal. Source: Debian, Alpine and Fedora package indexes. */
const forPeople =
  /^(?:vim(?:-tiny|-nox|-enhanced|-minimal|-gtk3?)?|neovim|nano|emacs(?:-nox)?|joe|htop|btop|iotop|iftop|screen|tmux|mc|telnet|zsh|fish|bash-completion|man-db)$/;

/** Whether a package is there for somebody who works in the container; a version behind it is looked past. */
export const isForPeople = (name: string): boolean => forPeople.test(name.replace(/[=~<>:].*$/, ''));
