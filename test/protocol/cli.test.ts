import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync, statSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { type Ended, Workspace } from './cli-process';

const rule = 'split-package-update';
const only = ['--select', rule];

/** The guidance's own first example, with one finding of one rule, which has a safe fix. */
const split = 'FROM debian:12\nRUN apt-get update\nRUN apt-get install -y curl\n';
const joined = 'FROM debian:12\nRUN apt-get update && apt-get install -y curl\n';
const clean = 'FROM debian:12\n';

interface JsonReport {
  readonly findings: readonly { readonly file: string; readonly rule: string; readonly severity: string }[];
  readonly files: number;
}

const reportOf = ({ output }: Ended): JsonReport => JSON.parse(output);

describe('the command line', function () {
  // Each test starts processes, on a machine that may be busy.
  this.timeout(30_000);
  let workspace = new Workspace();

  /** A workspace of these files in place of the one before. */
  function given(files: Readonly<Record<string, string | Buffer>>): Workspace {
    workspace.remove();
    workspace = new Workspace(files);
    return workspace;
  }

  const textOf = (name: string): string => readFileSync(join(workspace.folder, name), 'utf8');

  after(() => workspace.remove());

  describe('many files', () => {
    const names = Array.from({ length: 200 }, (_, index) => `${String(index).padStart(3, '0')}/Dockerfile`);
    const many = (text: (index: number) => string): Record<string, string> =>
      Object.fromEntries(names.map((name, index) => [name, text(index)]));

    it('reports in the order of their names, whoever checked them', () => {
      given(many((index) => (index % 3 === 0 ? clean : `${'#\n'.repeat(index)}${split}`)));
      const { findings, files } = reportOf(workspace.run(['check', '--format', 'json', ...only]));
      assert.equal(files, names.length);
      assert.deepEqual(
        findings.map(({ file }) => file),
        names.filter((_, index) => index % 3 !== 0),
      );
    });

    it('fixes each of them', () => {
      given(many(() => split));
      const { status, output } = workspace.run(['check', '--fix', ...only]);
      assert.equal(status, 0);
      assert.match(output, /Fixed 200 findings in 200 files/);
      for (const name of names) assert.equal(textOf(name), joined);
    });

    it('says what is wrong in a settings file once', () => {
      given({ ...many(() => split), '.plimsoll.yaml': 'rules: 1\n' });
      const { status, errors } = workspace.run(['check', ...only]);
      assert.equal(status, 2);
      assert.equal(errors.match(/\.plimsoll\.yaml:1:/g)?.length, 1);
    });

    it('shows in SARIF what each fix would write', () => {
      given(many(() => split));
      const { runs } = JSON.parse(workspace.run(['check', '--format', 'sarif', ...only]).output);
      assert.equal(runs[0].results.filter(({ fixes }: { fixes?: unknown[] }) => fixes?.length === 1).length, 200);
    });
  });

  describe('usage', () => {
    for (const words of [
      ['--help'],
      ['-h'],
      ['check', '--help'],
      ['help', 'check'],
      ['explain', '--help'],
      ['--version'],
    ])
      it(`answers ${words.join(' ')}`, () => {
        const { status, output, errors } = workspace.run(words);
        assert.deepEqual([status, errors], [0, '']);
        assert.match(output, /^(plimsoll|Finds|NAME\n)/);
      });

    const wrong: [words: string[], errors: RegExp][] = [
      [[], /plimsoll check/],
      [['chekc'], /no command chekc; did you mean check\?/],
      [['Dockerfile'], /to check it, plimsoll check Dockerfile/],
      [['check', '--fxi'], /did you mean --fix\?/],
      [['check', '--format', 'xml'], /--format cannot be `xml`/],
      [['explain'], /needs the id of a rule/],
      [['explain', 'split-package-updates'], /did you mean split-package-update\?/],
      [['rules', '--format', 'sarif'], /--format cannot be/],
    ];
    for (const [words, errors] of wrong)
      it(`refuses plimsoll ${words.join(' ')}`, () => {
        const ended = workspace.run(words);
        assert.deepEqual([ended.status, ended.output], [2, '']);
        assert.match(ended.errors, errors);
      });

    it('answers to a pipe that is closed early', () => {
      const { status, errors } = workspace.run(['rules', '--format', 'json']);
      assert.deepEqual([status, errors], [0, '']);
    });
  });

  describe('plimsoll rules', () => {
    it('lists the rules as JSON', () => {
      const rules: Record<string, unknown>[] = JSON.parse(workspace.run(['rules', '--format', 'json']).output);
      for (const listed of rules)
        assert.deepEqual(Object.keys(listed), ['id', 'domain', 'chapter', 'severity', 'aliases', 'fix']);
      const found = rules.find(({ id }) => id === rule);
      assert.deepEqual(
        [found?.domain, found?.chapter, found?.severity, found?.fix],
        ['dockerfile', 'layers', 'warning', 'safe'],
      );
      assert.equal(new Set(rules.map(({ id }) => id)).size, rules.length);
    });

    it('lists them for people', () =>
      assert.match(workspace.run(['rules']).output, /^dockerfile: [\s\S]*split-package-update +warning +safe/m));
  });

  describe('plimsoll explain', () => {
    it('shows a page by its id', () => assert.match(workspace.run(['explain', rule]).output, /split-package-update/));

    it('shows a page by what another tool calls it', () => {
      const { status, output } = workspace.run(['explain', 'CKV_DOCKER_5']);
      assert.equal(status, 0);
      assert.match(output, /split-package-update/);
    });
  });

  describe('exit statuses', () => {
    it('0 without findings', () => {
      const { status, output } = given({ Dockerfile: clean }).run(['check', ...only]);
      assert.deepEqual([status, output], [0, 'No findings in 1 file\n']);
    });

    it('1 with findings', () => assert.equal(given({ Dockerfile: split }).run(['check', ...only]).status, 1));

    it('0 with findings below the limit', () => {
      given({ Dockerfile: split });
      assert.equal(workspace.run(['check', ...only, '--fail-on', 'error']).status, 0);
      assert.equal(workspace.run(['check', ...only, '--fail-on', 'none']).status, 0);
    });

    it('2 for a file that is not there, and the rest is checked', () => {
      const ended = given({ Dockerfile: split }).run(['check', 'nope', 'Dockerfile', '--format', 'json', ...only]);
      assert.equal(ended.status, 2);
      assert.equal(ended.errors, 'plimsoll: nope: no such file or folder\n');
      assert.equal(reportOf(ended).findings.length, 1);
    });

    it('2 for an unknown rule, and the others are run', () => {
      const ended = given({ Dockerfile: split }).run([
        'check',
        '--select',
        `split-package-updat,${rule}`,
        '--format=json',
      ]);
      assert.equal(ended.status, 2);
      assert.match(ended.errors, /no rule split-package-updat; did you mean split-package-update\?/);
      assert.equal(reportOf(ended).findings.length, 1);
    });

    it('0 in a folder with nothing to check', () => {
      const { status, output } = given({ 'a.txt': '', 'values.yaml': 'a: 1\n' }).run(['check']);
      assert.deepEqual([status, output], [0, 'There is no Dockerfile or manifest to check\n']);
    });
  });

  describe('what is checked', () => {
    it('is what git does not ignore', () => {
      const files = {
        '.gitignore': 'out/\n',
        Dockerfile: split,
        'out/Dockerfile': split,
        'node_modules/a/Dockerfile': split,
      };
      const report = reportOf(given(files).run(['check', '--format', 'json', ...only]));
      assert.deepEqual([report.findings.map(({ file }) => file), report.files], [['Dockerfile'], 1]);
    });

    it('is what is named, always', () => {
      given({ '.gitignore': 'out/\n', '.plimsoll.yaml': 'ignore: out\n', 'out/Dockerfile': split });
      assert.equal(workspace.run(['check', 'out/Dockerfile', ...only]).status, 1);
      assert.equal(workspace.run(['check', 'out', ...only]).status, 0);
    });

    it('is what a selected alias names', () => {
      given({ Dockerfile: split });
      const [found] = reportOf(workspace.run(['check', '--select', 'trivy/DS-0017', '--format', 'json'])).findings;
      assert.equal(found?.rule, rule);
      assert.deepEqual(
        reportOf(workspace.run(['check', '--select', 'unused-suppression', '--format', 'json'])).findings,
        [],
      );
    });

    it('is not what cannot be a Dockerfile or a manifest, which is said', () => {
      const { status, errors } = given({ 'README.md': '# Title\n' }).run(['check', 'README.md']);
      assert.deepEqual(
        [status, errors],
        [0, 'plimsoll: README.md: neither a Dockerfile nor a manifest, so not checked\n'],
      );
    });
  });

  describe('bad input', () => {
    const survives: [name: string, content: string | Buffer][] = [
      ['an empty file', ''],
      ['a line of 1 MB', `FROM a\nRUN ${'x '.repeat(500_000)}\n`],
      ['a line of 1 MB without blanks', `FROM a\nRUN ${'x'.repeat(1_000_000)}\n`],
      ['only line ends', '\n'.repeat(100_000)],
      ['a file that is cut off', 'FROM a\nRUN echo "'],
      ['emoji', 'FROM a\nRUN echo 😀\n'],
    ];
    for (const [name, content] of survives)
      it(`checks ${name}`, () => {
        const started = performance.now();
        const ended = given({ Dockerfile: content }).run(['check', 'Dockerfile', '--format', 'json']);
        assert.notEqual(ended.status, 2, ended.errors);
        assert.equal(reportOf(ended).files, 1);
        assert.ok(performance.now() - started < 10_000);
      });

    const refused: [name: string, content: Buffer, reason: string][] = [
      ['NUL bytes', Buffer.from('FROM a\0\n'), 'it is a binary file'],
      ['UTF-16', Buffer.from('\uFEFFFROM a\n', 'utf16le'), 'it is UTF-16: save it as UTF-8'],
      ['invalid UTF-8', Buffer.from('FROM \xe9\n', 'latin1'), 'it is not UTF-8'],
    ];
    for (const [name, content, reason] of refused)
      it(`refuses ${name}, and goes on`, () => {
        const ended = given({ Dockerfile: content, 'b.Dockerfile': split }).run(['check', '--format', 'json', ...only]);
        assert.deepEqual([ended.status, ended.errors], [2, `plimsoll: Dockerfile: ${reason}\n`]);
        assert.equal(reportOf(ended).findings[0]?.file, 'b.Dockerfile');
      });

    it('leaves out a huge file, and says so', () => {
      given({ 'a.yaml': '', Dockerfile: clean });
      truncateSync(join(workspace.folder, 'a.yaml'), 6 * 1024 * 1024);
      const { status, errors } = workspace.run(['check', ...only]);
      assert.deepEqual([status, errors], [0, 'plimsoll: a.yaml: larger than 5 MB (6.0 MB), so not checked\n']);
    });

    it('says that a link leads nowhere, and is not caught in a loop of links', () => {
      given({ 'sub/Dockerfile': clean });
      symlinkSync('nowhere', join(workspace.folder, 'Dockerfile'));
      symlinkSync('..', join(workspace.folder, 'sub/loop'));
      assert.equal(workspace.run(['check', ...only]).status, 0);
      const { status, errors } = workspace.run(['check', 'Dockerfile']);
      assert.deepEqual([status, errors], [2, 'plimsoll: Dockerfile: no such file or folder\n']);
    });

    it('refuses a folder as a settings file', () => {
      const { status, errors } = given({ Dockerfile: clean, 'a/b': '' }).run(['check', '--config', 'a', ...only]);
      assert.deepEqual([status, errors], [2, 'plimsoll: a: it is a folder\n']);
    });
  });

  describe('settings', () => {
    const settings = (text: string, ...words: string[]): Ended =>
      given({ Dockerfile: split, '.plimsoll.yaml': text }).run(['check', 'Dockerfile', '--format', 'json', ...words]);

    it('switch a rule off', () => {
      const { findings } = reportOf(settings(`rules: { ${rule}: off }\n`));
      assert.ok(!findings.some((finding) => finding.rule === rule));
    });

    it('give a rule another severity', () => {
      const { findings } = reportOf(settings(`extends: none\nrules: { ${rule}: error }\n`));
      assert.deepEqual(
        findings.map((finding) => [finding.rule, finding.severity]),
        [[rule, 'error']],
      );
    });

    it('that are broken are told with their place, and the rest of them holds', () => {
      const ended = settings(`extends: none\nruels: {}\nrules:\n  ${rule}: on\n`);
      assert.equal(ended.status, 2);
      assert.equal(ended.errors, 'plimsoll: .plimsoll.yaml:2:1: There is no setting `ruels` here: it has no effect\n');
      assert.equal(reportOf(ended).findings.length, 1);
    });

    it('that cannot be read at all are told', () => {
      const ended = settings('rules: [\n');
      assert.equal(ended.status, 2);
      assert.match(ended.errors, /^plimsoll: \.plimsoll\.yaml:1:8: This cannot be read/);
    });

    it('are told once for many files', () => {
      given({ 'a/Dockerfile': clean, 'b/Dockerfile': clean, '.plimsoll.yaml': 'x: 1\n' });
      assert.equal(workspace.run(['check']).errors.match(/no setting/g)?.length, 1);
    });

    it('of other tools are obeyed', () => {
      given({ Dockerfile: split, '.trivyignore': 'DS017\n', '.hadolint.yaml': 'failure-threshold: error\n' });
      const ended = workspace.run(['check', '--format', 'json']);
      assert.ok(!reportOf(ended).findings.some((finding) => finding.rule === rule));
      assert.equal(ended.status, 0);
    });

    it('can be named', () => {
      given({ Dockerfile: split, '.plimsoll.yaml': 'extends: all\n', 'ci.yaml': 'extends: none\n' });
      assert.deepEqual(
        reportOf(workspace.run(['check', '--config', 'ci.yaml', '--format', 'json', 'Dockerfile'])).findings,
        [],
      );
    });

    it('are checked when they are named as a file', () => {
      given({ '.plimsoll.yaml': 'extends: al\n' });
      const ended = workspace.run(['check', '.plimsoll.yaml', '--format', 'json']);
      assert.deepEqual([ended.status, ended.errors, reportOf(ended).findings[0]?.rule], [1, '', 'invalid-setting']);
      assert.equal(workspace.run(['check', '.plimsoll.yaml', '--fix=all']).status, 0);
      assert.equal(textOf('.plimsoll.yaml'), 'extends: all\n');
    });
  });

  describe('--fix', () => {
    it('mends the file, says so, and does nothing the second time', () => {
      given({ Dockerfile: split });
      const first = workspace.run(['check', '--fix', ...only]);
      assert.equal(first.status, 0);
      assert.match(first.output, /^Dockerfile fixed .*\n\nFixed 1 finding in 1 file\. No findings in 1 file\n$/);
      assert.equal(textOf('Dockerfile'), joined);
      const { mtimeMs } = statSync(join(workspace.folder, 'Dockerfile'));
      assert.equal(workspace.run(['check', '--fix', ...only]).output, 'No findings in 1 file\n');
      assert.equal(statSync(join(workspace.folder, 'Dockerfile')).mtimeMs, mtimeMs);
    });

    it('keeps line ends, the byte order mark and the permissions', () => {
      given({ Dockerfile: `\uFEFF${split.replaceAll('\n', '\r\n')}` });
      chmodSync(join(workspace.folder, 'Dockerfile'), 0o755);
      workspace.run(['check', '--fix', ...only]);
      assert.equal(textOf('Dockerfile'), `\uFEFF${joined.replaceAll('\n', '\r\n')}`);
      assert.equal(statSync(join(workspace.folder, 'Dockerfile')).mode & 0o777, 0o755);
    });

    it('makes only safe fixes unless all are wanted', () => {
      given({ '.plimsoll.yaml': 'extends: al\n' });
      assert.equal(workspace.run(['check', '.plimsoll.yaml', '--fix']).status, 1);
      assert.equal(textOf('.plimsoll.yaml'), 'extends: al\n');
    });

    it('leaves what moves things between objects to an editor', () => {
      const pod = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
      env:
        - name: SESSION_SECRET
          value: battery-staple
`;
      given({ 'pod.yaml': pod });
      const ended = workspace.run(['check', '--fix=all', '--select', 'literal-secret']);
      assert.equal(ended.status, 1);
      assert.match(ended.output, /fix Move `SESSION_SECRET` to the Secret `web-secret` \(in an editor\)/);
      assert.equal(textOf('pod.yaml'), pod);
    });

    it('says on the side what it did when the report is for a machine', () => {
      const ended = given({ Dockerfile: split }).run(['check', '--fix', '--format', 'json', ...only]);
      assert.deepEqual([ended.errors, reportOf(ended).findings], ['plimsoll: fixed 1 finding\n', []]);
    });
  });

  describe('--diff', () => {
    it('shows a patch and writes nothing', () => {
      given({ Dockerfile: split });
      const { status, output, errors } = workspace.run(['check', '--diff', ...only]);
      assert.equal(
        output,
        '--- a/Dockerfile\n+++ b/Dockerfile\n@@ -1,3 +1,2 @@\n FROM debian:12\n-RUN apt-get update\n' +
          '-RUN apt-get install -y curl\n+RUN apt-get update && apt-get install -y curl\n',
      );
      assert.deepEqual([status, errors, textOf('Dockerfile')], [1, 'plimsoll: would fix 1 finding\n', split]);
    });

    it('is empty when nothing would change', () => {
      const { status, output } = given({ Dockerfile: clean }).run(['check', '--diff', ...only]);
      assert.deepEqual([status, output], [0, '']);
    });

    it('marks a missing line end', () =>
      assert.match(
        given({ Dockerfile: split.trimEnd() }).run(['check', '--diff', ...only]).output,
        /No newline at end of file/,
      ));
  });

  describe('--stdin', () => {
    it('checks what comes in, under the name that is given', () => {
      const words = ['check', '--stdin', '--stdin-filename', 'a/Dockerfile', '--format', 'json', ...only];
      const ended = given({ 'a/.plimsoll.yaml': `rules: { ${rule}: hint }\n` }).run(words, { input: split });
      const [found] = reportOf(ended).findings;
      assert.deepEqual([ended.status, found?.file, found?.severity], [0, 'a/Dockerfile', 'hint']);
    });

    it('tells by the text what it is', () => {
      assert.equal(workspace.run(['check', '--stdin', ...only], { input: split }).status, 1);
      assert.match(workspace.run(['check', '--stdin'], { input: 'words\n' }).errors, /<stdin>: neither/);
    });

    it('writes the fixed text to the standard output, and nothing else', () => {
      const { status, output, errors } = workspace.run(['check', '--stdin', '--fix', ...only], { input: split });
      assert.deepEqual([status, output], [0, joined]);
      assert.match(errors, /No findings in 1 file/);
    });

    it('gives back what it cannot check', () =>
      assert.equal(workspace.run(['check', '--stdin', '--fix'], { input: 'words\n' }).output, 'words\n'));

    it('shows a patch', () =>
      assert.match(
        workspace.run(['check', '--stdin', '--diff', ...only], { input: split }).output,
        /^--- a\/<stdin>\n/,
      ));

    it('refuses bytes that are no text', () => {
      const { status, errors } = workspace.run(['check', '--stdin'], { input: Buffer.from([0xff, 0xfe, 0, 1]) });
      assert.deepEqual([status, errors], [2, 'plimsoll: <stdin>: it is UTF-16: save it as UTF-8\n']);
    });
  });

  describe('reports', () => {
    const report = (...words: string[]): string =>
      given({ Dockerfile: split }).run(['check', ...only, ...words], { environment: {} }).output;

    it('are plain where there is no terminal, and coloured when asked for', () => {
      assert.match(report(), /^Dockerfile:2:5 warning .*split-package-update\n {2}2 │ RUN apt-get update\n/);
      assert.ok(!report().includes('\u001b'));
      assert.ok(report('--color').includes('\u001b[33mwarning'));
      const forced = workspace.run(['check', ...only], { environment: { FORCE_COLOR: '1' } });
      assert.ok(forced.output.includes('\u001b['));
    });

    it('are commands for GitHub', () =>
      assert.match(
        report('--format', 'github'),
        /^::warning file=Dockerfile,line=2,endLine=2,col=5,endColumn=19,title=split/,
      ));

    it('are SARIF', () => {
      const log: { runs: { results: { ruleId: string; fixes: unknown[] }[] }[] } = JSON.parse(
        report('--format', 'sarif'),
      );
      const [result] = log.runs[0]?.results ?? [];
      assert.deepEqual([result?.ruleId, result?.fixes.length], [rule, 1]);
    });
  });

  describe('--baseline', () => {
    const file = '.plimsoll-baseline.json';
    const renewed = ['check', ...only, '--baseline', file, '--renew-baseline'];
    const held = ['check', ...only, '--baseline', file, '--format', 'json'];

    it('leaves out what was there, wherever it moved, and reports what is new', () => {
      given({ 'a/Dockerfile': split, 'b/Dockerfile': clean });
      const { status, output, errors } = workspace.run(renewed);
      assert.deepEqual([status, output, errors], [0, '', `plimsoll: ${file} holds 1 finding now\n`]);
      workspace.write('a/Dockerfile', `# moved\n\n${split}`);
      const same = workspace.run(held);
      assert.deepEqual([same.status, reportOf(same).findings], [0, []]);
      assert.match(same.errors, /1 finding of .* left out/);
      workspace.write('b/Dockerfile', split);
      const more = workspace.run(held);
      assert.deepEqual([more.status, reportOf(more).findings.map((found) => found.file)], [1, ['b/Dockerfile']]);
    });

    it('counts a second finding of the same text as new', () => {
      given({ Dockerfile: split });
      workspace.run(renewed);
      workspace.write('Dockerfile', `${split}${split}`);
      assert.equal(reportOf(workspace.run(held)).findings.length, 1);
    });

    it('says what is gone', () => {
      given({ Dockerfile: split });
      workspace.run(renewed);
      workspace.write('Dockerfile', clean);
      assert.match(workspace.run(held).errors, /1 finding of .* gone: --renew-baseline forgets them/);
    });

    const broken: [what: string, content: string | undefined, errors: RegExp][] = [
      ['is not there', undefined, /no such file.*--renew-baseline makes one/],
      ['is no JSON', '{', /it is no baseline/],
      ['is something else', '{"version": 2, "files": {}}', /it is no baseline/],
    ];
    for (const [what, content, errors] of broken)
      it(`refuses one that ${what}, and checks all the same`, () => {
        given({ Dockerfile: split, ...(content === undefined ? {} : { [file]: content }) });
        const ended = workspace.run(held);
        assert.deepEqual([ended.status, reportOf(ended).findings.length], [2, 1]);
        assert.match(ended.errors, errors);
      });
  });

  describe('plimsoll init', () => {
    it('makes settings that change nothing, once', () => {
      given({ Dockerfile: split, '.hadolint.yaml': 'ignored: [DL3006]\n' });
      const before = workspace.run(['check']);
      const { status, output } = workspace.run(['init']);
      assert.deepEqual([status, output], [0, 'Made .plimsoll.yaml\n.hadolint.yaml counts as before\n']);
      assert.deepEqual(workspace.run(['check']), before);
      workspace.write('.plimsoll.yaml', 'extends: all\n');
      const again = workspace.run(['init']);
      assert.equal(again.status, 2);
      assert.match(again.errors, /is there already; --force replaces it/);
      assert.equal(textOf('.plimsoll.yaml'), 'extends: all\n');
      assert.equal(workspace.run(['init', '--force']).status, 0);
      assert.notEqual(textOf('.plimsoll.yaml'), 'extends: all\n');
    });
  });

  describe('plimsoll completion', () => {
    for (const shell of ['bash', 'zsh', 'fish'])
      it(`knows commands, options, values and rules in ${shell}`, () => {
        const { status, output } = workspace.run(['completion', shell]);
        assert.equal(status, 0);
        for (const word of ['explain', 'fail-on', 'checkstyle', rule]) assert.ok(output.includes(word), word);
      });

    it('completes in bash', () => {
      given({});
      workspace.write(
        'complete.bash',
        `${workspace.run(['completion', 'bash']).output}
COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) && _plimsoll && echo "\${COMPREPLY[@]}"`,
      );
      const complete = (...words: readonly string[]): string =>
        execFileSync('bash', ['complete.bash', 'plimsoll', ...words], {
          cwd: workspace.folder,
          encoding: 'utf8',
        }).trim();
      assert.equal(complete('chec'), 'check');
      assert.equal(complete('check', '--format', 'ju'), 'junit');
      assert.equal(complete('rules', '--format', ''), 'pretty json');
      assert.equal(complete('explain', 'split-'), rule);
      assert.equal(complete('check', 'comp'), 'complete.bash');
    });
  });

  it('starts a language server', async () => {
    const server = workspace.start(['--stdio']);
    const body = JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: { processId: null, rootUri: null, capabilities: {} },
    });
    server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    let answer = '';
    for await (const chunk of server.stdout) {
      answer += chunk;
      if (answer.includes('"id":1')) break;
    }
    server.kill();
    assert.match(answer, /"capabilities"/);
  });
});
