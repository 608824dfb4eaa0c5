import assert from 'node:assert/strict';
import { applyArgvEdits } from '../../../server/src/knowledge/argv-edits';
import type { Word } from '../../../server/src/knowledge/command-options';
import { daemonizes, type Surroundings } from '../../../server/src/knowledge/foreground';
import { serverPrograms } from '../../../server/src/knowledge/servers';

interface Background {
  readonly argv: readonly Word[];
  readonly about?: Surroundings;
  /** The command after the edits; absent when there must be none. */
  readonly becomes?: readonly Word[];
}

interface Foreground {
  readonly argv: readonly Word[];
  readonly about?: Surroundings;
}

interface Examples {
  readonly background: readonly Background[];
  readonly foreground: readonly Foreground[];
}

const debian: Surroundings = { family: 'debian' };
const alpine: Surroundings = { family: 'alpine' };
const redhat: Surroundings = { family: 'redhat' };

const words = (text: string): string[] => text.split(' ');
/** A command that goes to the background, and the one that stays. */
const back = (text: string, becomes?: string, about?: Surroundings): Background => ({
  argv: words(text),
  ...(becomes !== undefined && { becomes: words(becomes) }),
  ...(about && { about }),
});
const stays = (text: string, about?: Surroundings): Foreground => ({ argv: words(text), ...(about && { about }) });

/** Examples for every row, by its id. */
const examples: Readonly<Record<string, Examples>> = {
  nginx: {
    background: [
      { argv: ['nginx'], becomes: ['nginx', '-g', 'daemon off;'], about: debian },
      { argv: ['/usr/sbin/nginx', '-g', 'pid /tmp/x'], becomes: ['/usr/sbin/nginx', '-g', 'pid /tmp/x; daemon off;'] },
      { argv: ['nginx', '-g', 'daemon on;'], becomes: ['nginx', '-g', 'daemon off;'] },
      {
        argv: ['nginx', '-g', 'daemon on; worker_processes 1;'],
        becomes: ['nginx', '-g', 'worker_processes 1; daemon off;'],
      },
      { argv: ['nginx', '-c', undefined], becomes: ['nginx', '-c', undefined, '-g', 'daemon off;'] },
      { argv: ['nginx-debug'], becomes: ['nginx-debug', '-g', 'daemon off;'] },
      { argv: ['nginx', '-c', '-t.conf'], becomes: ['nginx', '-c', '-t.conf', '-g', 'daemon off;'] },
    ],
    foreground: [
      { argv: ['nginx', '-g', 'daemon off;'] },
      { argv: ['nginx', '-gdaemon off;'] },
      stays('nginx -t'),
      stays('nginx -tq'),
      stays('nginx -s quit'),
      { argv: ['nginx', undefined] },
      {
        argv: ['nginx'],
        about: { ...debian, configuration: [{ text: 'echo "daemon off;" >> /etc/nginx/nginx.conf' }] },
      },
    ],
  },
  'busybox-httpd': {
    background: [
      back('httpd -p 8080 -h /www', 'httpd -p 8080 -h /www -f', alpine),
      back('busybox httpd -p 80', 'busybox httpd -p 80 -f'),
    ],
    foreground: [
      stays('httpd -f -p 80', alpine),
      stays('httpd -fv -p 80', alpine),
      stays('busybox httpd -f'),
      stays('httpd -i', alpine),
    ],
  },
  httpd: {
    background: [
      back('httpd', 'httpd -DFOREGROUND', redhat),
      back('httpd -k start', 'httpd -k start -DFOREGROUND', redhat),
      back('httpd', 'httpd -DFOREGROUND', { ...alpine, packages: ['apache2'] }),
      back('httpd', 'httpd -DFOREGROUND', { ...alpine, repository: 'httpd' }),
      back('apache2 -k start', 'apache2 -k start -DFOREGROUND', debian),
    ],
    foreground: [
      stays('httpd -DFOREGROUND'),
      stays('httpd -D FOREGROUND'),
      stays('httpd -DNO_DETACH'),
      stays('httpd -X'),
      stays('httpd -t'),
      stays('httpd -k stop'),
      stays('apache2 -D FOREGROUND', debian),
    ],
  },
  apache2ctl: {
    background: [
      {
        argv: ['apache2ctl', 'start'],
        about: debian,
        becomes: ['/bin/sh', '-c', '. /etc/apache2/envvars && exec apache2 -DFOREGROUND'],
      },
      {
        argv: ['apachectl', '-k', 'start'],
        about: { family: 'ubuntu' },
        becomes: ['/bin/sh', '-c', '. /etc/apache2/envvars && exec apache2 -DFOREGROUND'],
      },
    ],
    foreground: [
      stays('apache2ctl -D FOREGROUND', debian),
      stays('apache2ctl configtest', debian),
      stays('apachectl stop', debian),
    ],
  },
  apachectl: {
    background: [
      back('apachectl start', 'httpd -DFOREGROUND', redhat),
      back('apachectl', 'httpd -DFOREGROUND', { ...debian, repository: 'httpd' }),
    ],
    foreground: [stays('apachectl -DFOREGROUND', redhat), stays('apachectl -t', redhat)],
  },
  'apachectl-anywhere': {
    background: [back('apachectl start')],
    foreground: [stays('apachectl -D FOREGROUND')],
  },
  lighttpd: {
    background: [back('lighttpd -f /etc/lighttpd/lighttpd.conf', 'lighttpd -f /etc/lighttpd/lighttpd.conf -D')],
    foreground: [stays('lighttpd -D -f x'), stays('lighttpd -tt -f x'), stays('lighttpd -Df x')],
  },
  'php-fpm': {
    background: [
      back('php-fpm8.2', 'php-fpm8.2 -F', debian),
      back('php-fpm -D', 'php-fpm -F', { ...debian, repository: 'php', tag: '8.4-fpm' }),
      back('php-fpm83 -O', 'php-fpm83 -O -F', alpine),
      back('php7.4-fpm --daemonize', 'php7.4-fpm -F'),
    ],
    foreground: [
      stays('php-fpm', { ...debian, repository: 'php', tag: '8.4-fpm' }),
      stays('php-fpm', { ...alpine, repository: 'wordpress', tag: 'php8.4-fpm-alpine' }),
      stays('php-fpm'),
      stays('php-fpm -F', debian),
      stays('php-fpm --nodaemonize', debian),
      stays('php-fpm -t', debian),
      stays('php-fpm', {
        ...debian,
        configuration: [{ path: '/etc/php/8.2/fpm/php-fpm.conf', text: 'daemonize = no\n' }],
      }),
    ],
  },
  gunicorn: {
    background: [
      back('gunicorn --daemon -b 0.0.0.0:80 app:app', 'gunicorn -b 0.0.0.0:80 app:app'),
      back('gunicorn -D app:app', 'gunicorn app:app'),
      { argv: words('gunicorn app:app'), about: { environment: { GUNICORN_CMD_ARGS: '--bind=:80 --daemon' } } },
      { argv: ['gunicorn', '-D', undefined], becomes: ['gunicorn', undefined] },
    ],
    foreground: [stays('gunicorn app:app'), stays('gunicorn -kDummy app:app'), stays('gunicorn -n D app:app')],
  },
  unicorn: {
    background: [back('unicorn -D -c unicorn.rb', 'unicorn -c unicorn.rb'), back('rainbows --daemonize', 'rainbows')],
    foreground: [stays('unicorn -c unicorn.rb'), stays('unicorn -E DEV')],
  },
  thin: {
    background: [back('thin start -d -p 3000', 'thin start -p 3000')],
    foreground: [stays('thin start -p 3000'), stays('thin stop -d')],
  },
  puma: { background: [back('puma -d -p 80', 'puma -p 80')], foreground: [stays('puma -C config/puma.rb')] },
  sidekiq: {
    background: [back('sidekiq -d -L log/sidekiq.log', 'sidekiq')],
    foreground: [stays('sidekiq -q default')],
  },
  'rails-server': {
    background: [
      back('rails server -d -b 0.0.0.0', 'rails server -b 0.0.0.0'),
      back('bin/rails s --daemon', 'bin/rails s'),
    ],
    foreground: [stays('rails server -b 0.0.0.0')],
  },
  passenger: {
    background: [back('passenger start --daemonize', 'passenger start')],
    foreground: [stays('passenger start')],
  },
  uwsgi: {
    background: [
      back('uwsgi --ini app.ini --daemonize /var/log/uwsgi.log', 'uwsgi --ini app.ini'),
      back('uwsgi --daemonize2=/x --http :80', 'uwsgi --http :80'),
      {
        argv: words('uwsgi --ini uwsgi.ini'),
        about: { configuration: [{ path: '/app/uwsgi.ini', text: '[uwsgi]\ndaemonize = /x\n' }] },
      },
    ],
    foreground: [stays('uwsgi --ini app.ini')],
  },
  celery: {
    background: [
      back('celery -A proj worker --detach -l info', 'celery -A proj worker -l info'),
      back('celery -A proj beat --detach', 'celery -A proj beat'),
      back('celery worker -D --pidfile=x', 'celery worker'),
      back('celery multi start w1 --pidfile=x'),
      back('celery -A proj multi restart w1'),
    ],
    foreground: [stays('celery multi stop w1'), stays('celery -A proj worker -l info'), stays('celery -A proj beat')],
  },
  catalina: {
    background: [
      back('/usr/local/tomcat/bin/catalina.sh start', '/usr/local/tomcat/bin/catalina.sh run'),
      back('catalina.sh jpda start', 'catalina.sh jpda run'),
    ],
    foreground: [stays('catalina.sh run')],
  },
  'tomcat-startup': {
    background: [
      back('/usr/local/tomcat/bin/startup.sh', '/usr/local/tomcat/bin/catalina.sh run'),
      back('bin/startup.sh', 'bin/catalina.sh run', { repository: 'tomcat' }),
    ],
    foreground: [stays('/app/startup.sh'), stays('./startup.sh', debian)],
  },
  jetty: {
    background: [back('/opt/jetty/bin/jetty.sh run', 'java -jar /opt/jetty/start.jar'), back('jetty.sh start')],
    foreground: [stays('jetty.sh check')],
  },
  pm2: {
    background: [
      back('pm2 start app.js -i 2', 'pm2-runtime start app.js -i 2'),
      back('pm2 restart app', 'pm2-runtime start app'),
    ],
    foreground: [stays('pm2 start app.js --no-daemon'), stays('pm2-runtime app.js'), stays('pm2 logs')],
  },
  forever: { background: [back('forever start app.js', 'forever app.js')], foreground: [stays('forever app.js')] },
  redis: {
    background: [
      back('redis-server --daemonize yes', 'redis-server --daemonize no'),
      back('valkey-server --daemonize=yes', 'valkey-server --daemonize=no'),
      {
        argv: words('redis-server /etc/redis.conf'),
        about: { configuration: [{ path: '/etc/redis.conf', text: 'daemonize yes\n' }] },
      },
    ],
    foreground: [stays('redis-server'), stays('redis-server --daemonize no'), stays('redis-server /etc/redis.conf')],
  },
  memcached: {
    background: [
      back('memcached -d -m 64', 'memcached -m 64'),
      back('memcached -dv', 'memcached -v'),
      back('memcached --daemon', 'memcached'),
    ],
    foreground: [stays('memcached -m 64'), stays('memcached -u d')],
  },
  mongod: {
    background: [
      back('mongod --fork --logpath /var/log/mongod.log --bind_ip_all', 'mongod --bind_ip_all'),
      back('mongos --fork --syslog', 'mongos'),
    ],
    foreground: [stays('mongod --bind_ip_all'), stays('mongod --logpath x')],
  },
  mysqld: {
    background: [back('mysqld --daemonize --user=mysql', 'mysqld --user=mysql'), back('mysqld -D', 'mysqld')],
    foreground: [stays('mysqld --user=mysql'), stays('mariadbd --user=mysql')],
  },
  pg_ctl: {
    background: [
      back('pg_ctl start -D /data -l /tmp/log', 'postgres -D /data'),
      back('/usr/lib/postgresql/17/bin/pg_ctl -D /data -w start', '/usr/lib/postgresql/17/bin/postgres -D /data'),
      back('pg_ctl --pgdata=/data start', 'postgres -D /data'),
      { argv: ['pg_ctl', 'start', '-D', undefined], becomes: ['postgres', '-D', undefined] },
      { argv: ['pg_ctl', 'start', '-D', '/data', '-o', '-p 5433'] },
    ],
    foreground: [stays('pg_ctl stop -D /data'), stays('pg_ctl -D /data status'), stays('postgres -D /data')],
  },
  pg_ctlcluster: {
    background: [back('pg_ctlcluster 15 main start', 'pg_ctlcluster --foreground 15 main start')],
    foreground: [stays('pg_ctlcluster --foreground 15 main start'), stays('pg_ctlcluster 15 main stop')],
  },
  cassandra: {
    background: [back('cassandra -R', 'cassandra -R -f')],
    foreground: [stays('cassandra -f'), stays('cassandra -v')],
  },
  elasticsearch: {
    background: [back('bin/elasticsearch -d -p pid', 'bin/elasticsearch')],
    foreground: [stays('elasticsearch'), stays('elasticsearch -E node.name=d')],
  },
  opensearch: { background: [back('opensearch -d', 'opensearch')], foreground: [stays('opensearch')] },
  rabbitmq: {
    background: [back('rabbitmq-server -detached', 'rabbitmq-server')],
    foreground: [stays('rabbitmq-server')],
  },
  kafka: {
    background: [
      back('kafka-server-start.sh -daemon config/server.properties', 'kafka-server-start.sh config/server.properties'),
    ],
    foreground: [stays('kafka-server-start.sh config/server.properties')],
  },
  zookeeper: {
    background: [
      back('zkServer.sh start', 'zkServer.sh start-foreground'),
      back('zkServer.sh --config /c start', 'zkServer.sh --config /c start-foreground'),
    ],
    foreground: [stays('zkServer.sh start-foreground'), stays('zkServer.sh status')],
  },
  activemq: { background: [back('activemq start', 'activemq console')], foreground: [stays('activemq console')] },
  neo4j: { background: [back('neo4j start', 'neo4j console')], foreground: [stays('neo4j console')] },
  nexus: { background: [back('bin/nexus start', 'bin/nexus run')], foreground: [stays('nexus run')] },
  solr: {
    background: [back('solr start -p 8983', 'solr start -p 8983 -f')],
    foreground: [stays('solr start -f'), stays('solr create -c x')],
  },
  ejabberdctl: {
    background: [back('ejabberdctl start', 'ejabberdctl foreground')],
    foreground: [stays('ejabberdctl foreground')],
  },
  mosquitto: {
    background: [
      back('mosquitto -d -c /etc/m.conf', 'mosquitto -c /etc/m.conf'),
      back('mosquitto -dv', 'mosquitto -v'),
    ],
    foreground: [stays('mosquitto -c /etc/m.conf')],
  },
  sshd: {
    background: [
      back('/usr/sbin/sshd', '/usr/sbin/sshd -D -e'),
      back('/usr/sbin/sshd -p 2222', '/usr/sbin/sshd -p 2222 -D -e'),
      back('sshd -e', 'sshd -e -D'),
    ],
    foreground: [stays('/usr/sbin/sshd -D'), stays('sshd -De'), stays('sshd -i'), stays('sshd -t'), stays('sshd -G')],
  },
  cron: {
    background: [
      back('cron', 'cron -f', debian),
      back('cron -L 15', 'cron -L 15 -f', debian),
      back('cron -n', 'cron -n -f', debian),
    ],
    foreground: [stays('cron -f', debian), stays('cron -fL 2', debian)],
  },
  'busybox-crond': {
    background: [
      back('crond', 'crond -f -d 8', alpine),
      back('crond -b -l 2', 'crond -l 2 -f', alpine),
      back('crond -L /dev/stdout', 'crond -L /dev/stdout -f', alpine),
    ],
    foreground: [stays('crond -f', alpine), stays('crond -fd 8', alpine), stays('crond -l 2 -f', alpine)],
  },
  cronie: {
    background: [back('crond', 'crond -n', redhat), back('cron', 'cron -n', { family: 'suse' })],
    foreground: [stays('crond -n', redhat), stays('crond -f', redhat), stays('crond -V', redhat)],
  },
  'crond-anywhere': {
    background: [back('crond', 'crond -f'), back('crond', 'crond -f', { ...alpine, packages: ['cronie'] })],
    foreground: [stays('crond -f'), stays('crond -n'), stays('cron -f')],
  },
  rsyslogd: {
    background: [back('rsyslogd', 'rsyslogd -n')],
    foreground: [stays('rsyslogd -n'), stays('rsyslogd -N1')],
  },
  'syslog-ng': {
    background: [back('syslog-ng', 'syslog-ng -F')],
    foreground: [stays('syslog-ng -F'), stays('syslog-ng --foreground')],
  },
  supervisord: {
    background: [back('supervisord -c /etc/supervisord.conf', 'supervisord -c /etc/supervisord.conf -n')],
    foreground: [
      stays('supervisord -n'),
      stays('supervisord --nodaemon'),
      stays('supervisord -nc /x'),
      {
        argv: words('supervisord -c /etc/supervisord.conf'),
        about: { configuration: [{ path: '/etc/supervisord.conf', text: '[supervisord]\nnodaemon=true\n' }] },
      },
    ],
  },
  haproxy: {
    background: [
      back('haproxy -D -f /h.cfg', 'haproxy -f /h.cfg -db'),
      {
        argv: words('haproxy -f /etc/haproxy/haproxy.cfg'),
        about: { ...alpine, configuration: [{ path: '/etc/haproxy/haproxy.cfg', text: 'global\n  daemon\n' }] },
        becomes: words('haproxy -f /etc/haproxy/haproxy.cfg -db'),
      },
    ],
    foreground: [
      stays('haproxy -f /h.cfg'),
      stays('haproxy -D -db -f /h.cfg'),
      stays('haproxy -c -f /h.cfg'),
      stays('haproxy -D -f /h.cfg', { family: 'debian', repository: 'haproxy', tag: 'latest' }),
      { argv: ['haproxy', '-D', undefined] },
    ],
  },
  varnishd: {
    background: [back('varnishd -f /etc/varnish/default.vcl', 'varnishd -f /etc/varnish/default.vcl -F')],
    foreground: [stays('varnishd -F -a :80'), stays('varnishd -d'), stays('varnishd -C -f x')],
  },
  squid: {
    background: [back('squid -f x', 'squid -f x --foreground')],
    foreground: [stays('squid --foreground'), stays('squid -N'), stays('squid -z'), stays('squid -NYCd 1')],
  },
  dnsmasq: {
    background: [back('dnsmasq', 'dnsmasq -k')],
    foreground: [stays('dnsmasq -k'), stays('dnsmasq --no-daemon'), stays('dnsmasq -kq')],
  },
  named: {
    background: [back('named -u bind', 'named -u bind -g'), back('named -F', 'named -F -g')],
    foreground: [stays('named -g'), stays('named -fu bind')],
  },
  unbound: {
    background: [back('unbound -c /x', 'unbound -c /x -d')],
    foreground: [
      stays('unbound -d'),
      stays('unbound -dd'),
      {
        argv: ['unbound'],
        about: { configuration: [{ path: '/etc/unbound/unbound.conf', text: 'server:\n  do-daemonize: no\n' }] },
      },
    ],
  },
  postfix: {
    background: [back('postfix start', 'postfix start-fg')],
    foreground: [stays('postfix start-fg'), stays('postfix check')],
  },
  exim: {
    background: [back('exim4 -bd -q30m', 'exim4 -bdf -q30m')],
    foreground: [stays('exim -bdf'), stays('exim -bp')],
  },
  dovecot: {
    background: [back('dovecot', 'dovecot -F')],
    foreground: [stays('dovecot -F'), stays('dovecot -n'), stays('dovecot stop')],
  },
  vsftpd: {
    background: [
      back('vsftpd -obackground=YES'),
      {
        argv: ['vsftpd', '/etc/vsftpd.conf'],
        about: { configuration: [{ path: '/etc/vsftpd.conf', text: 'listen=YES\nbackground=YES\n' }] },
      },
    ],
    foreground: [stays('vsftpd'), stays('vsftpd /etc/vsftpd.conf')],
  },
  proftpd: {
    background: [back('proftpd -c /x', 'proftpd -c /x -n')],
    foreground: [stays('proftpd -n'), stays('proftpd -t')],
  },
  'pure-ftpd': { background: [back('pure-ftpd -B', 'pure-ftpd')], foreground: [stays('pure-ftpd')] },
  samba: {
    background: [
      back('smbd', 'smbd --foreground --no-process-group'),
      back('nmbd --no-process-group', 'nmbd --no-process-group --foreground'),
    ],
    foreground: [stays('smbd --foreground'), stays('smbd -FS'), stays('winbindd -i')],
  },
  slapd: {
    background: [back('slapd -h ldap:///', 'slapd -h ldap:/// -d 0')],
    foreground: [stays('slapd -d 0'), stays('slapd -d256'), stays('slapd -T test')],
  },
  ntpd: {
    background: [back('ntpd -p pool.ntp.org', 'ntpd -p pool.ntp.org -n')],
    foreground: [stays('ntpd -n'), stays('ntpd -d'), stays('ntpd -q')],
  },
  chronyd: {
    background: [back('chronyd', 'chronyd -d')],
    foreground: [stays('chronyd -d'), stays('chronyd -n'), stays('chronyd -Q')],
  },
  snmpd: {
    background: [back('snmpd -c /x', 'snmpd -c /x -f')],
    foreground: [stays('snmpd -f -Lo'), stays('snmpd -H')],
  },
  dhcpd: {
    background: [back('dhcpd -cf /x eth0', 'dhcpd -f -cf /x eth0')],
    foreground: [stays('dhcpd -f eth0'), stays('dhcpd -d'), stays('dhcpd -t')],
  },
  zabbix: {
    background: [back('zabbix_agentd', 'zabbix_agentd -f')],
    foreground: [stays('zabbix_agentd -f'), stays('zabbix_agentd --foreground'), stays('zabbix_agentd -p')],
  },
  radiusd: {
    background: [back('radiusd', 'radiusd -f -l stdout'), back('freeradius -l /x', 'freeradius -l /x -f')],
    foreground: [stays('radiusd -X'), stays('freeradius -f'), stays('radiusd -C')],
  },
  keepalived: {
    background: [
      back('keepalived', 'keepalived -n -l'),
      back('keepalived --log-console', 'keepalived --log-console -n'),
    ],
    foreground: [stays('keepalived -nl'), stays('keepalived --dont-fork'), stays('keepalived -t')],
  },
  openvpn: {
    background: [
      back('openvpn --daemon vpn --config /x', 'openvpn --config /x'),
      back('openvpn --daemon --config /x', 'openvpn --config /x'),
    ],
    foreground: [stays('openvpn --config /x')],
  },
  'avahi-daemon': { background: [back('avahi-daemon -D', 'avahi-daemon')], foreground: [stays('avahi-daemon')] },
  stunnel: {
    background: [back('stunnel /etc/stunnel/stunnel.conf')],
    foreground: [
      {
        argv: ['stunnel'],
        about: { configuration: [{ path: '/etc/stunnel/stunnel.conf', text: 'foreground = yes\n' }] },
      },
      stays('stunnel -version'),
    ],
  },
  monit: {
    background: [back('monit -c /x', 'monit -c /x -I')],
    foreground: [stays('monit -I'), stays('monit status'), stays('monit -Ic /x')],
  },
  privoxy: {
    background: [back('privoxy /etc/privoxy/config', 'privoxy --no-daemon /etc/privoxy/config')],
    foreground: [stays('privoxy --no-daemon x')],
  },
  rpcbind: {
    background: [back('rpcbind -w', 'rpcbind -w -f')],
    foreground: [stays('rpcbind -wf'), stays('rpcbind -f')],
  },
  cupsd: {
    background: [back('cupsd', 'cupsd -f')],
    foreground: [stays('cupsd -f'), stays('cupsd -t'), stays('cupsd -l')],
  },
  'dbus-daemon': {
    background: [
      back('dbus-daemon --system', 'dbus-daemon --system --nofork'),
      back('dbus-daemon --session --fork', 'dbus-daemon --session --nofork'),
    ],
    foreground: [stays('dbus-daemon --system --nofork'), stays('dbus-daemon --session')],
  },
  fail2ban: {
    background: [
      back('fail2ban-server -b start', 'fail2ban-server -f start'),
      back('fail2ban-server', 'fail2ban-server -f'),
    ],
    foreground: [stays('fail2ban-server -xf start'), stays('fail2ban-server -t')],
  },
  'fail2ban-client': {
    background: [back('fail2ban-client -x start', 'fail2ban-server -f -x start')],
    foreground: [stays('fail2ban-client status')],
  },
  znc: { background: [back('znc -d /z', 'znc -d /z -f')], foreground: [stays('znc --foreground'), stays('znc -c')] },
  inspircd: {
    background: [back('inspircd --config /x', 'inspircd --config /x --nofork')],
    foreground: [stays('inspircd --nofork'), stays('inspircd -F')],
  },
  'start-stop-daemon': {
    background: [back('start-stop-daemon --start --background --exec /app')],
    foreground: [stays('start-stop-daemon --start --exec /app'), stays('start-stop-daemon -K -b --exec /app')],
  },
  setsid: {
    background: [back('setsid -c /app/server -p 80', '/app/server -p 80')],
    foreground: [stays('setsid -w /app/server'), stays('setsid --wait /app')],
  },
  screen: {
    background: [back('screen -dmS name /app/server', '/app/server'), back('screen -d -m /app', '/app')],
    foreground: [stays('screen -DmS x /app'), stays('screen -S x /app')],
  },
  tmux: { background: [back('tmux new-session -d -s x app')], foreground: [stays('tmux attach')] },
};

describe('knowledge/foreground', () => {
  it('has examples for every row and no others', () => {
    assert.deepEqual(Object.keys(examples).sort(), serverPrograms.map((program) => program.id).sort());
  });

  for (const program of serverPrograms) {
    const rows = examples[program.id];
    describe(program.id, () => {
      it('names its source and has examples of both kinds', () => {
        assert.ok(program.source.length > 5);
        assert.ok((rows?.background.length ?? 0) > 0 && (rows?.foreground.length ?? 0) > 0);
      });
      for (const { argv, about, becomes } of rows?.background ?? []) {
        it(`goes to the background: ${argv.join(' ')}`, () => {
          const verdict = daemonizes(argv, about);
          assert.ok(verdict, 'no verdict');
          assert.equal(verdict.source, program.source);
          assert.match(verdict.why, /^[^\n]{10,140}[^.\n]$/);
          const after = verdict.foreground && applyArgvEdits(argv, verdict.foreground);
          assert.deepEqual(after, becomes);
          if (after !== undefined) assert.equal(daemonizes(after, about), undefined, 'the foreground form daemonises');
        });
      }
      for (const { argv, about } of rows?.foreground ?? []) {
        it(`stays: ${argv.join(' ')}`, () => {
          assert.equal(daemonizes(argv, about), undefined);
        });
      }
    });
  }

  it('does not touch the words that stay: edits are as small as they can be', () => {
    const verdict = daemonizes(['mongod', '--fork', '--logpath', '/x', '--bind_ip_all']);
    assert.deepEqual(verdict?.foreground, [
      { kind: 'remove', index: 1, count: 1 },
      { kind: 'remove', index: 2, count: 2 },
    ]);
  });

  it('says how sure it is', () => {
    const certainty = (argv: string[], about?: Surroundings) => daemonizes(argv, about)?.certainty;
    assert.equal(certainty(['nginx'], { family: 'debian', repository: 'nginx' }), 'sure');
    assert.equal(certainty(['nginx']), 'likely');
    assert.equal(certainty(['nginx', '-c', '/app/nginx.conf'], debian), 'likely');
    const seen = [{ path: '/app/nginx.conf', text: 'events {}' }];
    assert.equal(certainty(['nginx', '-c', '/app/nginx.conf'], { family: 'debian', configuration: seen }), 'sure');
    assert.equal(certainty(['supervisord', '-c', '/x.conf'], debian), 'likely');
    assert.equal(certainty(['gunicorn', '-D', 'app:app']), 'sure');
    assert.equal(certainty(['puma', '-d']), 'likely');
  });

  it('says why', () => {
    assert.equal(daemonizes(['nginx'])?.why, 'nginx goes to the background unless `daemon off;` is set');
    assert.equal(daemonizes(['gunicorn', '--daemon', 'a'])?.why, '`--daemon` sends gunicorn to the background');
    assert.equal(
      daemonizes(['redis-server', '--daemonize', 'yes'])?.why,
      '`--daemonize yes` sends redis-server to the background',
    );
    assert.equal(
      daemonizes(['/x/catalina.sh', 'start'])?.why,
      '`catalina.sh start` leaves Tomcat in the background and ends',
    );
    const configuration = [{ path: '/etc/haproxy/haproxy.cfg', text: 'global\n    daemon\n' }];
    assert.equal(
      daemonizes(['haproxy', '-f', 'x'], { configuration })?.why,
      '`daemon` in haproxy.cfg sends haproxy to the background',
    );
  });

  describe('services started by name', () => {
    const becomes = (text: string, about?: Surroundings): Word[] | undefined => {
      const verdict = daemonizes(words(text), about);
      assert.ok(verdict, `no verdict for ${text}`);
      assert.equal(verdict.certainty, 'sure');
      return verdict.foreground && applyArgvEdits(words(text), verdict.foreground);
    };

    it('writes the foreground command of the server', () => {
      assert.deepEqual(becomes('service nginx start'), ['nginx', '-g', 'daemon off;']);
      assert.deepEqual(becomes('/etc/init.d/ssh start'), ['/usr/sbin/sshd', '-D', '-e']);
      assert.deepEqual(becomes('systemctl start httpd.service', redhat), ['httpd', '-DFOREGROUND']);
      assert.deepEqual(becomes('systemctl enable --now sshd'), ['/usr/sbin/sshd', '-D', '-e']);
      assert.deepEqual(becomes('rc-service crond start', alpine), ['crond', '-f', '-d', '8']);
      assert.deepEqual(becomes('invoke-rc.d cron restart', debian), ['cron', '-f']);
      assert.deepEqual(becomes('service php8.2-fpm start', debian), ['php-fpm8.2', '-F']);
    });

    it('writes only what stays in the foreground itself', () => {
      for (const name of [
        'nginx',
        'apache2',
        'ssh',
        'cron',
        'redis-server',
        'supervisor',
        'haproxy',
        'postfix',
        'slapd',
        'dbus',
      ]) {
        const command = becomes(`service ${name} start`, debian);
        assert.ok(command, name);
        assert.equal(daemonizes(command, debian), undefined, name);
      }
    });

    it('has no edit for what it does not know, for several, and for what is not literal', () => {
      assert.equal(becomes('service postgresql start'), undefined);
      assert.equal(becomes('systemctl start nginx php-fpm'), undefined);
      assert.equal(daemonizes(['service', undefined, 'start'])?.foreground, undefined);
    });

    it('leaves other actions alone', () => {
      for (const text of [
        'service nginx status',
        'service --status-all',
        'systemctl status nginx',
        '/etc/init.d/nginx stop',
        'systemctl enable x',
      ]) {
        assert.equal(daemonizes(words(text)), undefined, text);
      }
    });
  });

  it('is silent about everything else', () => {
    for (const argv of [
      [],
      [undefined],
      [''],
      ['node', 'server.js'],
      ['busybox'],
      ['busybox', undefined],
      ['java', '-d'],
    ]) {
      assert.equal(daemonizes(argv), undefined);
    }
  });
});
