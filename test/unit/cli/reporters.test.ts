import assert from 'node:assert/strict';
import sarifSchema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';
import Ajv from 'ajv';
import draft4 from 'ajv/lib/refs/json-schema-draft-04.json';
import type { CheckedFile } from '../../../server/src/cli/checked-file';
import { Lines } from '../../../server/src/cli/lines';
import { reporters } from '../../../server/src/cli/reporters';
import { codeFrame } from '../../../server/src/cli/reporters/code-frame';
import type { ReportContext } from '../../../server/src/cli/reporters/reporter';
import { checkedFile, contextWith, findingAbout, hostWith } from './hosts';

/** Everything that a format prints for some files. */
function report(format: string, files: readonly CheckedFile[], given: Partial<ReportContext> = {}): string {
  const reporter = reporters[format]?.(contextWith(given));
  assert.ok(reporter);
  return files.map((file) => reporter.file(file)).join('') + reporter.end(files.length);
}

const text = 'FROM debian:12\nRUN apt-get update\nCMD a\n';
const fix = { id: 'merge', title: 'Merge it', values: {}, safety: 'safe' } as const;

const full = checkedFile(
  'a/Dockerfile',
  text,
  [
    findingAbout(text, 'debian', { severity: 'error', rule: 'unheard-of', message: 'A, b: 100%' }),
    findingAbout(text, 'apt-get update', {
      aliases: ['hadolint/DL3002'],
      fixes: [fix],
      related: [{ range: { start: text.indexOf('CMD'), end: text.indexOf('CMD') + 3 }, message: 'The command' }],
    }),
    findingAbout(text, 'a\n', { severity: 'hint', fixes: [{ ...fix, safety: 'behaviour' }] }),
  ],
  [{ range: { start: 15, end: 18 }, newText: 'run' }],
);

const outlandish = checkedFile('<&>/Dockerfile', text, [
  findingAbout(text, 'debian', { message: 'Of "a" & <b>,\nthen \u0000\ud800 it\'s over' }),
]);

describe('the pretty report', () => {
  it('shows findings with their lines', () =>
    assert.equal(
      report('pretty', [full, checkedFile('b/Dockerfile', '', [])]),
      [
        'a/Dockerfile:1:6 error A, b: 100% unheard-of',
        '  1 │ FROM debian:12',
        '    │      ^^^^^^',
        '',
        'a/Dockerfile:2:5 warning The message root-user',
        '  2 │ RUN apt-get update',
        '    │     ^^^^^^^^^^^^^^',
        '    see 3:1: The command',
        '    fix Merge it (--fix)',
        '',
        'a/Dockerfile:3:5 hint The message root-user',
        '  3 │ CMD a',
        '    │     ^',
        '    fix Merge it (--fix=all)',
        '',
        '3 findings (1 error, 1 warning, 1 hint) in 1 file, 1 fixable with --fix, 1 more with --fix=all',
        '',
      ].join('\n'),
    ));

  it('says when there is nothing to say', () => {
    assert.equal(report('pretty', [checkedFile('a', '', []), checkedFile('b', '', [])]), 'No findings in 2 files\n');
    assert.equal(report('pretty', []), 'There is no Dockerfile or manifest to check\n');
  });

  it('says what was mended', () => {
    const mended = { ...checkedFile('a', '', []), mended: [{ finding: findingAbout(text, 'a', {}), fix }] };
    assert.equal(
      report('pretty', [mended]),
      'a fixed Merge it root-user\n\nFixed 1 finding in 1 file. No findings in 1 file\n',
    );
  });

  it('links a rule to its page on a terminal', () => {
    const shown = report('pretty', [full], { terminal: { colors: true, links: true, width: 100 } });
    assert.ok(shown.includes('/dockerfile/rules/security/root-user.md\u001b\\'));
  });

  it('lets no text of a file steer the terminal', () => {
    const hostile = 'FROM \u001b[2Jx\n';
    const finding = findingAbout(hostile, '\u001b[2Jx', { message: '\u001b[2J' });
    assert.ok(!report('pretty', [checkedFile('\u001b[2J', hostile, [finding])]).includes('\u001b'));
  });
});

describe('a code frame', () => {
  const frame = (source: string, about: string, width = 60): string[] => {
    const start = source.indexOf(about);
    const terminal = { colors: false, links: false, width };
    return [...codeFrame(new Lines(source), { start, end: start + about.length }, terminal)];
  };

  it('puts carets under wide characters and tabs', () => {
    assert.deepEqual(frame('\t日本 x', 'x'), ['  1 │     日本 x', '    │          ^']);
    assert.deepEqual(frame('ab 日本', '日本'), ['  1 │ ab 日本', '    │    ^^^^']);
  });

  it('shows the first line of a range over several', () =>
    assert.deepEqual(frame('RUN a \\\n  b', 'a \\\n  b'), ['  1 │ RUN a \\', '    │     ^^^']));

  it('shows an empty range, and one at the end', () => {
    assert.deepEqual(frame('abc', ''), ['  1 │ abc', '    │ ^']);
    const terminal = { colors: false, links: false, width: 60 };
    assert.deepEqual(codeFrame(new Lines('a\n'), { start: 2, end: 2 }, terminal), ['  2 │', '    │ ^']);
  });

  for (const [name, source, about] of [
    ['around its middle', `${'a'.repeat(500_000)}needle${'b'.repeat(500_000)}`, 'needle'],
    ['at its start', `needle${'b'.repeat(1_000_000)}`, 'needle'],
    ['at its end', `${'a'.repeat(1_000_000)}needle`, 'needle'],
    ['of which all is meant', 'x'.repeat(1_000_000), 'x'.repeat(1_000_000)],
    ['of emoji', `${'😀'.repeat(10_000)}needle${'😀'.repeat(10_000)}`, 'needle'],
  ] as const)
    it(`cuts a long line ${name}`, () => {
      const [line = '', carets = ''] = frame(source, about);
      assert.ok(line.length < 80 && carets.length < 120, `${line.length} ${carets.length}`);
      assert.ok(line.includes(about.slice(0, 6)));
      assert.match(carets, /\^/);
      assert.doesNotMatch(line, /\p{Surrogate}/u);
    });
});

describe('the JSON report', () => {
  it('has the documented shape', () =>
    assert.deepEqual(JSON.parse(report('json', [full, checkedFile('b', '', [])])), {
      findings: [
        {
          file: 'a/Dockerfile',
          rule: 'unheard-of',
          severity: 'error',
          range: { start: { line: 0, character: 5 }, end: { line: 0, character: 11 } },
          message: 'A, b: 100%',
          aliases: [],
          fix: null,
        },
        {
          file: 'a/Dockerfile',
          rule: 'root-user',
          severity: 'warning',
          range: { start: { line: 1, character: 4 }, end: { line: 1, character: 18 } },
          message: 'The message',
          aliases: ['hadolint/DL3002'],
          fix: { safety: 'safe', title: 'Merge it' },
        },
        {
          file: 'a/Dockerfile',
          rule: 'root-user',
          severity: 'hint',
          range: { start: { line: 2, character: 4 }, end: { line: 3, character: 0 } },
          message: 'The message',
          aliases: [],
          fix: { safety: 'behaviour', title: 'Merge it' },
        },
      ],
      files: 2,
    }));

  it('holds for nothing and for several files', () => {
    assert.deepEqual(JSON.parse(report('json', [])), { findings: [], files: 0 });
    const parsed: { findings: unknown[]; files: number } = JSON.parse(report('json', [full, full]));
    assert.deepEqual([parsed.findings.length, parsed.files], [6, 2]);
  });
});

describe('the GitHub report', () => {
  it('writes commands that nothing can break out of', () => {
    const strange = 'a%,b:c.Dockerfile';
    const finding = findingAbout(text, 'debian', { severity: 'information', message: '100%\n::error::x' });
    assert.equal(
      report('github', [checkedFile(strange, text, [finding])]),
      '::notice file=a%25%2Cb%3Ac.Dockerfile,line=1,endLine=1,col=6,endColumn=12,title=root-user::100%25%0A::error::x\n',
    );
  });

  it('names no columns for several lines', () =>
    assert.equal(
      report('github', [checkedFile('a', text, [findingAbout(text, '12\nRUN', {})])]),
      '::warning file=a,line=1,endLine=2,title=root-user::The message\n',
    ));

  it('names files from the root of the repository', () => {
    const { host } = hostWith({ folder: '/w/sub', environment: { GITHUB_WORKSPACE: '/w' } });
    const file = { ...checkedFile('Dockerfile', text, [findingAbout(text, '12', {})]), path: '/w/sub/Dockerfile' };
    assert.match(report('github', [file], { host }), /^::warning file=sub\/Dockerfile,/);
  });
});

interface SarifLog {
  readonly version: string;
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly Record<string, unknown>[] } };
    readonly results: readonly (Record<string, unknown> & { partialFingerprints: Record<string, string> })[];
  }[];
}

describe('the SARIF report', () => {
  const log = (files: readonly CheckedFile[], given: Partial<ReportContext> = {}): SarifLog =>
    JSON.parse(report('sarif', files, given));
  const printsOf = (source: string, abouts: readonly string[]): string[] =>
    (
      log([
        checkedFile(
          'a',
          source,
          abouts.map((about) => findingAbout(source, about, {})),
        ),
      ]).runs[0]?.results ?? []
    ).map((result) => result.partialFingerprints['plimsollFinding/v1'] ?? '');

  it('tells rules with their pages', () => {
    const page = (rule: string): string => `# ${rule}\n\nThe summary.\n\n## Why\n`;
    const [unknown, known] = log([full], { page }).runs[0]?.tool.driver.rules ?? [];
    assert.deepEqual(unknown, { id: 'unheard-of' });
    assert.deepEqual(known, {
      id: 'root-user',
      shortDescription: { text: 'The summary.' },
      helpUri: 'https://github.com/plimsoll/plimsoll/blob/main/server/src/dockerfile/rules/security/root-user.md',
      help: { text: page('root-user'), markdown: page('root-user') },
      defaultConfiguration: { enabled: true, level: 'warning' },
      properties: { tags: ['dockerfile', 'security'] },
    });
  });

  it('is as its schema says, whatever is found', () => {
    const isValid = new Ajv({ schemaId: 'auto', format: false }).addMetaSchema(draft4).compile(sarifSchema);
    for (const files of [[], [full], [outlandish, full]])
      assert.ok(isValid(log(files)), JSON.stringify(isValid.errors, undefined, 1));
    assert.equal(isValid({ version: '2.1.0', runs: [{}] }), false);
  });

  it('tells findings with places from 1 and fixes', () => {
    const { version, runs } = log([full]);
    assert.equal(version, '2.1.0');
    const { partialFingerprints, ...result } = runs[0]?.results[1] ?? { partialFingerprints: {} };
    assert.match(partialFingerprints['plimsollFinding/v1'] ?? '', /^[0-9a-f]{32}$/);
    const artifactLocation = { uri: 'a/Dockerfile', uriBaseId: '%SRCROOT%' };
    assert.deepEqual(result, {
      ruleId: 'root-user',
      ruleIndex: 1,
      level: 'warning',
      message: { text: 'The message' },
      locations: [
        { physicalLocation: { artifactLocation, region: { startLine: 2, startColumn: 5, endLine: 2, endColumn: 19 } } },
      ],
      relatedLocations: [
        {
          id: 0,
          physicalLocation: { artifactLocation, region: { startLine: 3, startColumn: 1, endLine: 3, endColumn: 4 } },
          message: { text: 'The command' },
        },
      ],
      fixes: [
        {
          description: { text: 'Merge it' },
          artifactChanges: [
            {
              artifactLocation,
              replacements: [
                {
                  deletedRegion: { startLine: 2, startColumn: 1, endLine: 2, endColumn: 4 },
                  insertedContent: { text: 'run' },
                },
              ],
            },
          ],
        },
      ],
      properties: { aliases: ['hadolint/DL3002'] },
    });
  });

  it('offers no fix that needs a person', () => {
    const needing = findingAbout(text, 'a', { fixes: [{ ...fix, safety: 'placeholder' }] });
    const [result] =
      log([checkedFile('a', text, [needing], [{ range: { start: 0, end: 1 }, newText: 'x' }])]).runs[0]?.results ?? [];
    assert.equal(result?.fixes, undefined);
  });

  it('keeps fingerprints when lines move or are indented', () => {
    const before = printsOf('FROM a\nRUN x\nRUN x y\n', ['x', 'x y']);
    const after = printsOf('# more\n\nFROM a\n  RUN x\n\nRUN x y\n', ['x', 'x y']);
    assert.deepEqual(after, before);
    assert.equal(new Set(before).size, 2);
  });

  it('tells apart findings that look the same', () => {
    const source = 'RUN x\nRUN x\n';
    const second = { ...findingAbout(source, 'x', {}), range: { start: 10, end: 11 } };
    const results = log([checkedFile('a', source, [findingAbout(source, 'x', {}), second])]).runs[0]?.results ?? [];
    assert.equal(new Set(results.map((result) => result.partialFingerprints['plimsollFinding/v1'])).size, 2);
  });

  it('writes names as addresses', () => {
    const uriOf = (name: string): unknown => {
      const found = /"uri":"([^"]+)"/.exec(
        JSON.stringify(log([checkedFile(name, text, [findingAbout(text, 'a', {})])])),
      );
      return found?.[1];
    };
    assert.equal(uriOf('a b/ü#.Dockerfile'), 'a%20b/%C3%BC%23.Dockerfile');
    assert.equal(uriOf('/abs/Dockerfile'), 'file:///abs/Dockerfile');
    assert.equal(uriOf('C:/abs/Dockerfile'), 'file:///C:/abs/Dockerfile');
    assert.equal(uriOf('\ud800.Dockerfile'), '%EF%BF%BD.Dockerfile');
  });
});

describe('the GitLab report', () => {
  it('is a list of Code Quality issues', () => {
    const issues: Record<string, unknown>[] = JSON.parse(report('gitlab', [full]));
    assert.deepEqual(
      issues.map(({ fingerprint, ...issue }) => issue),
      [
        ['A, b: 100%', 'unheard-of', 'critical', 1],
        ['The message', 'root-user', 'major', 2],
        ['The message', 'root-user', 'info', 3],
      ].map(([description, check_name, severity, line]) => ({
        description,
        check_name,
        severity,
        location: { path: 'a/Dockerfile', lines: { begin: line, end: line === 3 ? 4 : line } },
      })),
    );
    assert.equal(new Set(issues.map(({ fingerprint }) => fingerprint)).size, 3);
  });

  it('tells equal findings of two files apart', () => {
    const files = ['a', 'b'].map((name) => checkedFile(name, text, [findingAbout(text, 'CMD', {})]));
    const issues: { fingerprint: string }[] = JSON.parse(report('gitlab', files));
    assert.notEqual(issues[0]?.fingerprint, issues[1]?.fingerprint);
  });
});

describe('the Checkstyle report', () => {
  it('has an element for each file', () =>
    assert.equal(
      report('checkstyle', [full, checkedFile('b', '', [])]),
      `<?xml version="1.0" encoding="UTF-8"?>
<checkstyle version="4.3">
  <file name="a/Dockerfile">
    <error line="1" column="6" severity="error" message="A, b: 100%" source="plimsoll.unheard-of"/>
    <error line="2" column="5" severity="warning" message="The message" source="plimsoll.root-user"/>
    <error line="3" column="5" severity="info" message="The message" source="plimsoll.root-user"/>
  </file>
  <file name="b"/>
</checkstyle>
`,
    ));

  it('holds whatever a message holds, and nothing that no XML may', () => {
    const written = report('checkstyle', [outlandish]);
    assert.ok(written.includes('message="Of &#34;a&#34; &#38; &#60;b&#62;,&#10;then  it&#39;s over"'));
    assert.ok(written.includes('<file name="&#60;&#38;&#62;/Dockerfile">'));
  });
});

describe('the JUnit report', () => {
  it('has a suite for each file and a failed test for each finding', () =>
    assert.equal(
      report('junit', [checkedFile('a', text, [findingAbout(text, 'CMD', {})]), checkedFile('b', '', [])]),
      `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="plimsoll" tests="2" failures="1" errors="0">
  <testsuite name="a" tests="1" failures="1" errors="0">
    <testcase name="root-user at 3:1" classname="a">
      <failure message="The message" type="warning">
        a:3:1 warning: The message
      </failure>
    </testcase>
  </testsuite>
  <testsuite name="b" tests="1" failures="0" errors="0">
    <testcase name="no findings" classname="b"/>
  </testsuite>
</testsuites>
`,
    ));
});
