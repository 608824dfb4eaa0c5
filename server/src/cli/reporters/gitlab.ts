import type { Severity } from '../../engine/severity';
import { digest, fingerprints } from '../fingerprints';
import type { ReporterFactory } from './reporter';

const severities: Readonly<Record<Severity, string>> = {
  error: 'critical',
  warning: 'major',
  information: 'minor',
  hint: 'info',
};

/**
 * A Code Quality report, which GitLab shows in merge requests. Files are named from the repository's root.
 * See https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format.
 */
export const gitlab: ReporterFactory = () => {
  const issues: object[] = [];
  return {
    file: (file) => {
      const prints = fingerprints(file);
      for (const [index, { rule, severity, message, range }] of file.findings.entries())
        issues.push({
          description: message,
          check_name: rule,
          // Across all files each has to be another.
          fingerprint: digest(`${file.name}\n${prints[index]}`),
          severity: severities[severity],
          location: {
            path: file.name,
            lines: {
              begin: file.lines.positionAt(range.start).line + 1,
              end: file.lines.positionAt(range.end).line + 1,
            },
          },
        });
      return '';
    },
    end: () => `${JSON.stringify(issues, null, 1)}\n`,
  };
};
