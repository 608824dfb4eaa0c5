/**
 * Programs that start another one as somebody else, wherever a text names them. Source: tianon/gosu, ncopa/su-exec, setpriv(1),
 * runuser(1), skarnet.org s6-setuidgid, smarden.org chpst and daemontools setuidgid.
 */
export const namesPrivilegeDrop = (text: string): boolean =>
  /(?:^|[^\w-])(?:gosu|su-exec|setpriv|setuidgid|s6-setuidgid|chpst|runuser|s6-overlay)(?![\w-])/.test(text);

const masters =
  /^(?:nginx|openresty|httpd|httpd-foreground|apache2|apache2-foreground|apachectl|apache2ctl|lighttpd|php-fpm[\d.]*|squid|sshd|crond?|postfix|dovecot|exim4?|named|unbound|dnsmasq|vsftpd|proftpd|chronyd|ntpd)$/;

/**
 * Whether a server needs root to open its port, to read its keys or to become whoever it works for, and then gives it up for
 * its workers or for itself. Source: each program's manual, as in web-servers.ts, network-daemons.ts and
 * mail-and-file-daemons.ts.
 */
export const givesRootUp = (program: string): boolean => masters.test(program);
