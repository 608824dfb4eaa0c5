import type { CheckedFile } from '../checked-file';
import type { ReporterFactory } from './reporter';

/** One object: `{"findings": [...], "files": N}`. Lines and characters count from 0. */
export const json: ReporterFactory = () => {
  let isFirst = true;
  return {
    file: (file) => {
      if (file.findings.length === 0) return '';
      const opening = isFirst ? '{"findings":[\n' : ',\n';
      isFirst = false;
      return (
        opening +
        findingsOf(file)
          .map((finding) => JSON.stringify(finding))
          .join(',\n')
      );
    },
    end: (files) => `${isFirst ? '{"findings":[' : '\n'}],"files":${files}}\n`,
  };
};

const findingsOf = ({ name, lines, findings }: CheckedFile): readonly object[] =>
  findings.map(({ rule, severity, range, message, aliases, fixes: [best] }) => ({
    file: name,
    rule,
    severity,
    range: { start: lines.positionAt(range.start), end: lines.positionAt(range.end) },
    message,
    aliases,
    fix: best === undefined ? null : { safety: best.safety, title: best.title },
  }));
