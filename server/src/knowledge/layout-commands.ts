/**
 * Programs that put files, links, accounts and settings in their places: done in an instant, and alike in every build.
 * Source: GNU coreutils, shadow and BusyBox manuals.
 */
export const layoutPrograms: ReadonlySet<string> = new Set([
  ...['mkdir', 'rmdir', 'touch', 'install', 'cp', 'mv', 'rm', 'ln', 'chown', 'chgrp', 'chmod', 'setfacl', 'truncate'],
  ...['echo', 'printf', 'tee', 'sed', 'true', ':', 'useradd', 'userdel', 'usermod', 'groupadd', 'groupdel', 'groupmod'],
  ...[
    'adduser',
    'addgroup',
    'deluser',
    'delgroup',
    'chpasswd',
    'passwd',
    'a2enmod',
    'a2dismod',
    'a2ensite',
    'a2dissite',
  ],
  ...['a2enconf', 'a2disconf', 'update-alternatives', 'alternatives', 'setcap', 'ldconfig', 'mkfifo'],
]);
