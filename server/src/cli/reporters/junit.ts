import type { CheckedFile } from '../checked-file';
import type { ReporterFactory } from './reporter';
import { declaration, element, escaped } from './xml';

/**
 * The report of JUnit, which build servers show as tests: a file is a suite, and each of its findings a test that fails.
 * See https://github.com/testmoapp/junitxml.
 */
export const junit: ReporterFactory = () => {
  const suites: string[] = [];
  let failures = 0;
  let tests = 0;
  return {
    file: (file) => {
      failures += file.findings.length;
      tests += Math.max(1, file.findings.length);
      suites.push(suiteOf(file));
      return '';
    },
    end: () => `${declaration}${element('testsuites', { name: 'plimsoll', tests, failures, errors: 0 }, suites)}\n`,
  };
};

function suiteOf({ name, lines, findings }: CheckedFile): string {
  const passed = element('testcase', { name: 'no findings', classname: name });
  const cases = findings.map(({ rule, severity, message, range }) => {
    const { line, character } = lines.positionAt(range.start);
    const place = `${line + 1}:${character + 1}`;
    const details = escaped(`${name}:${place} ${severity}: ${message}`);
    return element('testcase', { name: `${rule} at ${place}`, classname: name }, [
      element('failure', { message, type: severity }, [details]),
    ]);
  });
  const failures = findings.length;
  const counts = { tests: Math.max(1, failures), failures, errors: 0 };
  return element('testsuite', { name, ...counts }, failures === 0 ? [passed] : cases);
}
