import { baseName } from './command-options';

/**
 * Programs that do a small thing and end: nobody sends them a signal, and none of them is what a container is there for.
 * Source: POSIX utilities, GNU coreutils, procps.
 */
const brief: ReadonlySet<string> = new Set(
  [
    'basename cat cut date dirname du echo env find getent grep head hostname id ls printf',
    'chgrp chmod chown cp install ln mkdir mktemp mv rm rmdir stat touch',
    'kill sed sleep sort sysctl tee tr true uname wc whoami',
    'bunzip2 bzcat gunzip gzip tar unzip zcat',
    'curl git nc nslookup wget',
  ].flatMap((line) => line.split(' ')),
);

/** Whether a program, by its name or path, does a small thing and ends. */
export const isBrief = (program: string): boolean => brief.has(baseName(program));
