import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';

/** The change of a file as a unified diff that `git apply` and `patch -p1` take; empty when nothing changes. */
export const patchOf = (name: string, before: string, after: string): string =>
  before === after
    ? ''
    : createTwoFilesPatch(`a/${name}`, `b/${name}`, before, after, undefined, undefined, {
        context: 3,
        headerOptions: FILE_HEADERS_ONLY,
      });
