import type { Severity } from '../../engine/severity';
import type { ReporterFactory } from './reporter';
import { declaration, element } from './xml';

const severities: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'info',
  hint: 'info',
};

/** The report of Checkstyle, which many build servers read: https://checkstyle.org/ (`XMLLogger`). */
export const checkstyle: ReporterFactory = () => {
  const files: string[] = [];
  return {
    file: ({ name, lines, findings }) => {
      const errors = findings.map(({ rule, severity, message, range }) => {
        const { line, character } = lines.positionAt(range.start);
        const source = `plimsoll.${rule}`;
        return element('error', {
          line: line + 1,
          column: character + 1,
          severity: severities[severity],
          message,
          source,
        });
      });
      files.push(element('file', { name }, errors));
      return '';
    },
    end: () => `${declaration}${element('checkstyle', { version: '4.3' }, files)}\n`,
  };
};
