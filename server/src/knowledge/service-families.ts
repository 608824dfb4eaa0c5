import { baseName } from './command-options';

/** What a server is there for. Two of one family in an image are versions of one thing; two families are two services. */
export type ServiceFamily =
  | 'web'
  | 'application'
  | 'database'
  | 'cache'
  | 'queue'
  | 'mail'
  | 'ssh'
  | 'cron'
  | 'ftp'
  | 'dns';

interface FamilyRow {
  readonly family: ServiceFamily;
  /** What to call it in a message. */
  readonly label: string;
  /** Programs, by their names without a folder. */
  readonly programs: RegExp;
  /** Services as an init script is called. */
  readonly services: RegExp;
  /** Packages of distributions that bring the server, and not its client or its headers. Source: Debian, Alpine and Fedora package indexes. */
  readonly packages: RegExp;
}

const rows: readonly FamilyRow[] = [
  {
    family: 'web',
    label: 'web server',
    programs:
      /^(?:nginx|openresty|httpd|apache2|apachectl|apache2ctl|apache2-foreground|httpd-foreground|lighttpd|caddy|haproxy)$/,
    services: /^(?:nginx|openresty|httpd|apache2|lighttpd|caddy|haproxy)$/,
    packages: /^(?:nginx(?:-core|-full|-light|-extras)?|openresty|apache2|httpd|lighttpd|caddy|haproxy)$/,
  },
  {
    family: 'application',
    label: 'application server',
    programs: /^(?:php-fpm[\d.]*|php[\d.]*-fpm|gunicorn|uwsgi|unicorn|puma|catalina\.sh)$/,
    services: /^(?:php-?[\d.]*-?fpm[\d.]*|tomcat\d*|uwsgi)$/,
    packages: /^(?:php[\d.]*-fpm|tomcat\d*|uwsgi|gunicorn)$/,
  },
  {
    family: 'database',
    label: 'database',
    programs: /^(?:mysqld|mysqld_safe|mariadbd|mariadbd-safe|postgres|pg_ctl|pg_ctlcluster|mongod|couchdb|influxd)$/,
    services: /^(?:mysqld?|mariadb|postgresql(?:-\d+)?|mongod|mongodb|couchdb|influxdb)$/,
    packages:
      /^(?:(?:default-)?mysql-server(?:-[\d.]+)?|mariadb-server(?:-[\d.]+)?|postgresql-server|postgresql-\d+(?:\.\d+)?|mongodb-org(?:-server)?|mongodb-server|couchdb)$/,
  },
  {
    family: 'cache',
    label: 'cache',
    programs: /^(?:redis-server|valkey-server|keydb-server|memcached)$/,
    services: /^(?:redis(?:-server)?|valkey(?:-server)?|memcached)$/,
    packages: /^(?:redis-server|valkey-server|memcached)$/,
  },
  {
    family: 'queue',
    label: 'message broker',
    programs: /^(?:rabbitmq-server|mosquitto|nats-server|kafka-server-start\.sh)$/,
    services: /^(?:rabbitmq-server|mosquitto)$/,
    packages: /^(?:rabbitmq-server|mosquitto|nats-server)$/,
  },
  {
    family: 'mail',
    label: 'mail server',
    programs: /^(?:postfix|exim4?|dovecot|sendmail)$/,
    services: /^(?:postfix|exim4?|dovecot|sendmail)$/,
    packages: /^(?:postfix|exim4(?:-daemon-(?:light|heavy))?|dovecot-(?:core|imapd|pop3d))$/,
  },
  {
    family: 'ssh',
    label: 'SSH server',
    programs: /^(?:sshd|dropbear)$/,
    services: /^(?:sshd?|dropbear)$/,
    packages: /^(?:openssh-server|openssh-sshd|dropbear)$/,
  },
  {
    family: 'cron',
    label: 'scheduler',
    programs: /^(?:crond?|cronie|supercronic|anacron|atd)$/,
    services: /^(?:crond?|cronie|atd)$/,
    packages: /^(?:cron|cronie)$/,
  },
  {
    family: 'ftp',
    label: 'FTP server',
    programs: /^(?:vsftpd|proftpd|pure-ftpd)$/,
    services: /^(?:vsftpd|proftpd|pure-ftpd)$/,
    packages: /^(?:vsftpd|proftpd(?:-basic|-core)?|pure-ftpd)$/,
  },
  {
    family: 'dns',
    label: 'name server',
    programs: /^(?:named|dnsmasq|unbound|coredns)$/,
    services: /^(?:named|bind9|dnsmasq|unbound)$/,
    packages: /^(?:bind9|dnsmasq|unbound)$/,
  },
];

/** What services of a kind are called. */
export const serviceLabels: readonly string[] = rows.map(({ label }) => label);

export type Service = Pick<FamilyRow, 'family' | 'label'>;

/** The family of a program that serves; a path is fine. */
export const serviceOfProgram = (program: string): Service | undefined =>
  rows.find(({ programs }) => programs.test(baseName(program)));

/** The family of what `service NAME start` starts. */
export const serviceNamed = (name: string): Service | undefined =>
  rows.find(({ services }) => services.test(name.replace(/\.service$/, '')));

/** The family of the server that a package brings; a version behind it (`nginx=1.28*`) is looked past. */
export const serviceOfPackage = (name: string): Service | undefined =>
  rows.find(({ packages }) => packages.test(name.replace(/[=~<>:].*$/, '')));
