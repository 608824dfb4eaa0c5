import type { Family } from './families';

/** What to run in the foreground instead of starting a service by its name. */
export interface Service {
  readonly names: readonly string[];
  readonly pattern?: RegExp;
  /** Families on which the service has this name; every one when absent. */
  readonly families?: readonly Family[];
  readonly argv: readonly string[];
}

const debian: readonly Family[] = ['debian', 'ubuntu'];

/**
 * Service names as distributions give them. The first row that fits wins; services that are not here have no command that is right
 * everywhere. Source: facts about each program are in the server tables; names and paths are those of Debian's and Fedora's units.
 */
export const services: readonly Service[] = [
  { names: ['nginx', 'openresty'], argv: ['nginx', '-g', 'daemon off;'] },
  {
    names: ['apache2'],
    families: [...debian],
    argv: ['/bin/sh', '-c', '. /etc/apache2/envvars && exec apache2 -DFOREGROUND'],
  },
  { names: ['httpd', 'apache2'], families: ['redhat', 'alpine', 'suse', 'arch'], argv: ['httpd', '-DFOREGROUND'] },
  { names: ['httpd'], argv: ['httpd', '-DFOREGROUND'] },
  { names: ['lighttpd'], argv: ['lighttpd', '-D', '-f', '/etc/lighttpd/lighttpd.conf'] },
  { names: ['ssh', 'sshd'], argv: ['/usr/sbin/sshd', '-D', '-e'] },
  { names: ['cron'], families: [...debian], argv: ['cron', '-f'] },
  { names: ['crond'], families: ['alpine', 'busybox'], argv: ['crond', '-f', '-d', '8'] },
  { names: ['crond', 'cronie'], families: ['redhat', 'arch', 'suse'], argv: ['crond', '-n'] },
  { names: ['cron', 'crond'], argv: ['crond', '-f'] },
  { names: ['mysql', 'mysqld'], argv: ['mysqld', '--user=mysql'] },
  { names: ['mariadb'], argv: ['mariadbd', '--user=mysql'] },
  {
    names: ['redis-server', 'redis'],
    families: [...debian],
    argv: ['redis-server', '/etc/redis/redis.conf', '--daemonize', 'no'],
  },
  {
    names: ['redis-server', 'redis'],
    families: ['alpine'],
    argv: ['redis-server', '/etc/redis.conf', '--daemonize', 'no'],
  },
  { names: ['memcached'], families: [...debian], argv: ['memcached', '-u', 'memcache'] },
  { names: ['memcached'], families: ['redhat', 'alpine'], argv: ['memcached', '-u', 'memcached'] },
  { names: ['mongod', 'mongodb'], argv: ['mongod', '--config', '/etc/mongod.conf'] },
  { names: ['rabbitmq-server'], argv: ['rabbitmq-server'] },
  { names: ['cassandra'], argv: ['cassandra', '-f'] },
  { names: ['rsyslog', 'rsyslogd'], argv: ['rsyslogd', '-n'] },
  { names: ['syslog-ng'], argv: ['syslog-ng', '-F'] },
  {
    names: ['supervisor'],
    families: [...debian],
    argv: ['supervisord', '-n', '-c', '/etc/supervisor/supervisord.conf'],
  },
  { names: ['supervisord', 'supervisor'], argv: ['supervisord', '-n'] },
  { names: ['haproxy'], argv: ['haproxy', '-f', '/etc/haproxy/haproxy.cfg', '-db'] },
  { names: ['squid'], argv: ['squid', '--foreground'] },
  { names: ['dnsmasq'], argv: ['dnsmasq', '-k'] },
  { names: ['bind9', 'named'], families: [...debian], argv: ['named', '-g', '-u', 'bind'] },
  { names: ['named', 'bind'], argv: ['named', '-g', '-u', 'named'] },
  { names: ['unbound'], argv: ['unbound', '-d'] },
  { names: ['postfix'], argv: ['postfix', 'start-fg'] },
  { names: ['exim4'], argv: ['exim4', '-bdf'] },
  { names: ['exim'], argv: ['exim', '-bdf'] },
  { names: ['dovecot'], argv: ['dovecot', '-F'] },
  { names: ['vsftpd'], argv: ['vsftpd'] },
  { names: ['proftpd'], argv: ['proftpd', '-n'] },
  { names: ['smbd', 'smb'], argv: ['smbd', '--foreground', '--no-process-group'] },
  { names: ['nmbd', 'nmb'], argv: ['nmbd', '--foreground', '--no-process-group'] },
  { names: ['winbind'], argv: ['winbindd', '--foreground', '--no-process-group'] },
  { names: ['slapd'], argv: ['slapd', '-d', '0'] },
  { names: ['chrony', 'chronyd'], argv: ['chronyd', '-d'] },
  { names: ['snmpd'], argv: ['snmpd', '-f', '-Lo'] },
  { names: ['zabbix-agent'], argv: ['zabbix_agentd', '-f'] },
  { names: ['freeradius'], families: [...debian], argv: ['freeradius', '-f', '-l', 'stdout'] },
  { names: ['radiusd'], argv: ['radiusd', '-f', '-l', 'stdout'] },
  { names: ['keepalived'], argv: ['keepalived', '-n', '-l'] },
  { names: ['monit'], argv: ['monit', '-I'] },
  { names: ['cups', 'cupsd'], argv: ['cupsd', '-f'] },
  { names: ['dbus'], argv: ['dbus-daemon', '--system', '--nofork'] },
  { names: ['avahi-daemon'], argv: ['avahi-daemon'] },
  { names: ['fail2ban'], argv: ['fail2ban-server', '-f', 'start'] },
  { names: ['rpcbind'], argv: ['rpcbind', '-f'] },
  { names: ['docker'], argv: ['dockerd'] },
];

const phpService = /^php-?(\d+(?:\.\d+)?)?-?fpm(\d+)?$/;

/** The foreground command of a service, `.service` and a path to its script being taken off. */
export function foregroundOfService(name: string, family: Family = 'unknown'): readonly string[] | undefined {
  const plain = name.slice(name.lastIndexOf('/') + 1).replace(/\.service$/, '');
  const php = phpService.exec(plain);
  if (php !== null) return [`php-fpm${php[1] ?? php[2] ?? ''}`, '-F'];
  const fitting = services.filter((service) => service.names.includes(plain));
  const known = fitting.find((service) => service.families?.includes(family) ?? false);
  return (known ?? fitting.find((service) => service.families === undefined))?.argv;
}
