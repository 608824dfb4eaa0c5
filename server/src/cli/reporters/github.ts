import type { Severity } from '../../engine/severity';
import { pathWithin, slashed } from '../paths';
import type { ReporterFactory } from './reporter';

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/**
 * Workflow commands, which GitHub shows beside the lines of a pull request. Files are named from the repository's root.
 * See https://docs.github.com/actions/reference/workflow-commands-for-github-actions.
 */
export const github: ReporterFactory = ({ host }) => {
  const workspace = host.environment.GITHUB_WORKSPACE;
  return {
    file: ({ name, path, lines, findings }) => {
      const file = (workspace && path !== undefined && pathWithin(slashed(workspace), path)) || name;
      return findings
        .map(({ rule, severity, range, message }) => {
          const [start, end] = [lines.positionAt(range.start), lines.positionAt(range.end)];
          const properties = Object.entries({
            file,
            line: String(start.line + 1),
            endLine: String(end.line + 1),
            // Columns are for findings within a line only.
            ...(start.line === end.line
              ? { col: String(start.character + 1), endColumn: String(end.character + 1) }
              : {}),
            title: rule,
          });
          const written = properties.map(([key, value]) => `${key}=${property(value)}`).join(',');
          return `::${commands[severity]} ${written}::${data(message)}\n`;
        })
        .join('');
    },
    end: () => '',
  };
};

/** By actions/toolkit, packages/core/src/command.ts. */
const data = (text: string): string => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');

const property = (text: string): string => data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
