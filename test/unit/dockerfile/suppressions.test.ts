import assert from 'node:assert/strict';
import { parseDockerfile } from '../../../server/src/dockerfile/model/parse';
import { suppressionsOf } from '../../../server/src/dockerfile/suppressions';
import type { Suppression } from '../../../server/src/engine/suppression';

const cut = (text: string, { start, end }: Suppression['reach']): string => text.slice(start, end);

/** Owner, ids, and the text in reach; `file` for all of it. */
const read = (text: string): readonly (readonly [string, readonly string[] | 'all', string])[] =>
  suppressionsOf(parseDockerfile(text)).map(({ owner, ids, reach }) => [
    owner,
    ids === 'all' ? 'all' : ids.map(({ id }) => id),
    reach.start === 0 && reach.end === text.length ? 'file' : cut(text, reach),
  ]);

describe('suppressions in a Dockerfile', () => {
  it('are not seen where there are none', () => {
    assert.deepEqual(read('# a comment\nFROM a\n# hadolint is great\nRUN b\n'), []);
  });

  describe('of Plimsoll', () => {
    it('silence the instruction on the next line', () => {
      const text = 'FROM a\n# plimsoll-disable-next-line one, hadolint/DL3008 -- a reason, two\nRUN b \\\n  c\nRUN d\n';
      assert.deepEqual(read(text), [['plimsoll', ['one', 'hadolint/DL3008'], 'RUN b \\\n  c']]);
      const [suppression] = suppressionsOf(parseDockerfile(text));
      assert.ok(suppression !== undefined && suppression.ids !== 'all');
      assert.equal(cut(text, suppression.range), '# plimsoll-disable-next-line one, hadolint/DL3008 -- a reason, two');
      assert.deepEqual(
        suppression.ids.map(({ range }) => cut(text, range)),
        ['one', 'hadolint/DL3008'],
      );
    });

    it('silence the next line between continued lines', () => {
      assert.deepEqual(read('FROM a\nRUN b \\\n  # plimsoll-disable-next-line one\n  c \\\n  d\n'), [
        ['plimsoll', ['one'], '  c \\'],
      ]);
    });

    it('silence through further comments', () => {
      assert.deepEqual(
        read('FROM a\n# plimsoll-disable-next-line one\n# plimsoll-disable-next-line two\nRUN b\n').map(
          ([, ids, reach]) => [ids, reach],
        ),
        [
          [['one'], '# plimsoll-disable-next-line two\nRUN b'],
          [['two'], 'RUN b'],
        ],
      );
    });

    it('silence no more than a blank line', () => {
      assert.deepEqual(read('FROM a\n# plimsoll-disable-next-line one\n\nRUN b\n'), [['plimsoll', ['one'], '']]);
    });

    it('silence the file from above the first instruction', () => {
      assert.deepEqual(read('# syntax=x\n# plimsoll-disable one two\n\nARG A\nFROM a\n'), [
        ['plimsoll', ['one', 'two'], 'file'],
      ]);
    });

    it('silence the instruction below, or around, elsewhere', () => {
      assert.deepEqual(read('FROM a\n# plimsoll-disable one\n\nRUN b\nRUN c\n'), [['plimsoll', ['one'], 'RUN b']]);
      assert.deepEqual(read('FROM a\nRUN b \\\n# plimsoll-disable one\n c\n'), [
        ['plimsoll', ['one'], 'RUN b \\\n# plimsoll-disable one\n c'],
      ]);
      assert.deepEqual(read('FROM a\n# plimsoll-disable one\n'), [['plimsoll', ['one'], '# plimsoll-disable one']]);
    });

    it('silence everything without ids', () => {
      assert.deepEqual(read('FROM a\n# plimsoll-disable-next-line\nRUN b\n#plimsoll-disable -- why\nRUN c\n'), [
        ['plimsoll', 'all', 'RUN b'],
        ['plimsoll', 'all', 'RUN c'],
      ]);
    });

    it('must be spelt right', () => {
      assert.deepEqual(
        read('FROM a\n# plimsoll-disabled one\n# plimsoll-disable-line one\n# see plimsoll-disable one\nRUN b\n'),
        [],
      );
    });
  });

  describe('of hadolint', () => {
    it('silence the instruction on the next line', () => {
      assert.deepEqual(read('FROM a\n# hadolint ignore = DL3008 ,SC2086 # reason\nRUN b\nRUN c\n'), [
        ['hadolint', ['hadolint/DL3008', 'hadolint/SC2086'], 'RUN b'],
      ]);
    });

    it('are void with a blank line, another comment or an instruction between', () => {
      assert.deepEqual(read('FROM a\n# hadolint ignore=DL3008\n\nRUN b\n'), []);
      assert.deepEqual(read('FROM a\n# hadolint ignore=DL3008\n# other\nRUN b\n'), []);
      assert.deepEqual(read('FROM a\n# hadolint ignore=DL3008\n# hadolint ignore=DL3009\nRUN b\n'), [
        ['hadolint', ['hadolint/DL3009'], 'RUN b'],
      ]);
      assert.deepEqual(read('FROM a\nRUN b \\\n# hadolint ignore=DL3008\n c\n'), []);
    });

    it('are void with a character that no code has', () => {
      for (const list of ['DL3008, foo', 'dl3008', 'DL3008 reason', 'DL3008;DL3009', 'DL3008,', ''])
        assert.deepEqual(read(`FROM a\n# hadolint ignore=${list}\nRUN b\n`), [], list);
      assert.deepEqual(read('FROM a\n# Hadolint ignore=DL3008\nRUN b\n'), []);
    });

    it('silence a stage from above its FROM', () => {
      assert.deepEqual(read('# hadolint stage ignore=DL3008\nFROM a\nRUN b\nFROM c\n'), [
        ['hadolint', ['hadolint/DL3008'], 'FROM a\nRUN b'],
      ]);
      assert.deepEqual(read('FROM a\n# hadolint stage ignore=DL3008\nRUN b\n'), []);
    });

    it('silence the file from anywhere', () => {
      assert.deepEqual(read('FROM a\nRUN b\n# hadolint global ignore=DL3008,DL3009\n'), [
        ['hadolint', ['hadolint/DL3008', 'hadolint/DL3009'], 'file'],
      ]);
    });
  });

  describe('of BuildKit', () => {
    it('silence the file from among the directives', () => {
      const text = '# syntax=x\n# check=skip=StageNameCasing,JSONArgsRecommended;error=true reason\nFROM a\n';
      assert.deepEqual(read(text), [
        ['buildkit', ['buildkit/StageNameCasing', 'buildkit/JSONArgsRecommended'], 'file'],
      ]);
      const [suppression] = suppressionsOf(parseDockerfile(text));
      assert.ok(suppression !== undefined && suppression.ids !== 'all');
      assert.deepEqual(
        suppression.ids.map(({ range }) => cut(text, range)),
        ['StageNameCasing', 'JSONArgsRecommended'],
      );
    });

    it('name every check by all', () => {
      const [suppression] = read('# check=skip=all\nFROM a\n');
      assert.equal(suppression?.[1].length, 22);
      assert.ok(suppression[1] !== 'all' && suppression[1].every((id) => id.startsWith('buildkit/')));
    });

    it('are void with an option that is unknown', () => {
      assert.deepEqual(read('# check=skip=StageNameCasing;what=ever\nFROM a\n'), []);
      assert.deepEqual(read('# check=error=true\nFROM a\n'), []);
    });

    it('silence the instruction below, blank lines or not', () => {
      assert.deepEqual(read('FROM a\n# check=skip=JSONArgsRecommended // why\n\n# more\nCMD b\nCMD c\n'), [
        ['buildkit', ['buildkit/JSONArgsRecommended'], 'CMD b'],
      ]);
    });

    it('are cut off by an empty comment, and only the first of several counts', () => {
      assert.deepEqual(read('FROM a\n# check=skip=JSONArgsRecommended\n#\nCMD b\n'), []);
      assert.deepEqual(read('FROM a\n# check=skip=UndefinedVar\n#\n# check=skip=JSONArgsRecommended\nCMD b\n'), [
        ['buildkit', ['buildkit/JSONArgsRecommended'], 'CMD b'],
      ]);
      assert.deepEqual(read('FROM a\n# check=skip=UndefinedVar\n# check=skip=JSONArgsRecommended\nCMD b\n'), [
        ['buildkit', ['buildkit/UndefinedVar'], 'CMD b'],
      ]);
    });

    it('are not seen in an indented comment, between continued lines or behind the last instruction', () => {
      assert.deepEqual(read('FROM a\n  # check=skip=JSONArgsRecommended\nCMD b\n'), []);
      assert.deepEqual(read('FROM a\nCMD b \\\n# check=skip=JSONArgsRecommended\n c\n'), []);
      assert.deepEqual(read('FROM a\nCMD b\n# check=skip=JSONArgsRecommended\n'), []);
    });

    it('silence no check of the whole file above an instruction', () => {
      assert.deepEqual(read('ARG A\n# check=skip=DuplicateStageName,StageNameCasing\nFROM a AS B\n'), [
        ['buildkit', ['buildkit/StageNameCasing'], 'FROM a AS B'],
      ]);
      assert.deepEqual(read('ARG A\n# check=skip=ReservedStageName\nFROM a\n'), []);
    });
  });

  describe('of other tools', () => {
    it('trivy: for the instruction on the next line, with or without AVD-', () => {
      assert.deepEqual(read('FROM a\n#trivy:ignore:DS-0002 trivy:ignore:AVD-DS-0005:exp:2030-01-01\nUSER root\n'), [
        ['trivy', ['trivy/DS-0002', 'trivy/DS-0005'], 'USER root'],
      ]);
      assert.deepEqual(read('FROM a\n# trivy:ignore:DS002\n# tfsec:ignore:DS-0003\nUSER root\n'), [
        ['trivy', ['trivy/DS-0002'], 'USER root'],
        ['trivy', ['trivy/DS-0003'], 'USER root'],
      ]);
      assert.deepEqual(read('FROM a\n# trivy:ignore:DS-0002\n# other\nUSER root\n'), []);
      assert.equal(read('FROM a\n# trivy:ignore:*\nUSER root\n')[0]?.[1].length, 40);
    });

    it('checkov: for the file', () => {
      assert.deepEqual(
        read(
          'FROM a\n#checkov:skip=CKV_DOCKER_2,CKV2_DOCKER_1:no need\n# bridgecrew:skip=CKV_DOCKER_3\nRUN a \\\n# cortex:skip=CKV_DOCKER_7:x\n b\n',
        ),
        [
          ['checkov', ['checkov/CKV_DOCKER_2', 'checkov/CKV2_DOCKER_1'], 'file'],
          ['checkov', ['checkov/CKV_DOCKER_3'], 'file'],
          ['checkov', ['checkov/CKV_DOCKER_7'], 'file'],
        ],
      );
    });

    it('KICS: for the file, an instruction or the rest of a stage', () => {
      assert.deepEqual(read('# kics-scan ignore\nFROM a\n'), [['kics', 'all', 'file']]);
      assert.deepEqual(read('# kics-scan disable=AB-1,cd-2\nFROM a\n'), [['kics', ['kics/ab-1', 'kics/cd-2'], 'file']]);
      assert.deepEqual(read('FROM a\n# kics-scan ignore-line\nRUN b\nRUN c\n'), [['kics', 'all', 'RUN b']]);
      assert.deepEqual(read('FROM x\n# kics-scan ignore-block\nFROM a\nRUN b\nFROM c\n'), [
        ['kics', 'all', 'FROM a\nRUN b'],
      ]);
      assert.deepEqual(read('# kics-scan enable=ab\nFROM a\n'), []);
    });

    it('Semgrep: by the last part of a rule id, on the next line', () => {
      assert.deepEqual(read('FROM a\n# nosemgrep: dockerfile.security.missing-user.missing-user\nCMD b\n'), [
        ['semgrep', ['semgrep/missing-user'], 'CMD b'],
      ]);
      assert.deepEqual(read('FROM a\n# nosemgrep\nCMD b\n'), []);
    });

    it('tally: for the next instruction or the file', () => {
      assert.deepEqual(
        read('FROM a\n# tally ignore=hadolint/DL3008, StageNameCasing,sc2086,shellcheck/SC2001;reason=x\n\nRUN b\n'),
        [['tally', ['hadolint/DL3008', 'buildkit/StageNameCasing', 'hadolint/SC2086', 'hadolint/SC2001'], 'RUN b']],
      );
      assert.deepEqual(read('# Tally global ignore=all\nFROM a\n'), [['tally', 'all', 'file']]);
    });

    it('dockerfile-utils and Sonar: for the instruction on the next line', () => {
      assert.deepEqual(read('FROM a\n# dockerfile-utils: ignore\nRUN b\n# NOSONAR why\nRUN c\n'), [
        ['dockerfile-utils', 'all', 'RUN b'],
        ['sonar', 'all', 'RUN c'],
      ]);
      assert.deepEqual(read('FROM a\n# dockerfile-utils: ignore it\nRUN b\n'), []);
    });
  });
});
