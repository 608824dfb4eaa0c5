import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding, FindingTag } from '../engine/finding';
import type { Severity } from '../engine/severity';
import type { ClientFeatures } from './client-features';
import { pageAddress } from './page-address';
import { rangeIn } from './positions';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const tags: Readonly<Record<FindingTag, DiagnosticTag>> = {
  unnecessary: DiagnosticTag.Unnecessary,
  deprecated: DiagnosticTag.Deprecated,
};

export const diagnosticsOf = (
  document: TextDocument,
  findings: readonly Finding[],
  features: ClientFeatures,
): Diagnostic[] => findings.map((finding) => diagnosticOf(document, finding, features));

export function diagnosticOf(document: TextDocument, finding: Finding, features: ClientFeatures): Diagnostic {
  const { related } = finding;
  return {
    range: rangeIn(document, finding.range),
    severity: severities[finding.severity],
    source: 'plimsoll',
    code: finding.rule,
    codeDescription: { href: pageAddress(finding.rule, features) },
    message: finding.message,
    ...(finding.tags.length > 0 && { tags: finding.tags.map((tag) => tags[tag]) }),
    ...(features.relatedInformation &&
      related.length > 0 && {
        relatedInformation: related.map(({ range, message }) => ({
          location: { uri: document.uri, range: rangeIn(document, range) },
          message,
        })),
      }),
  };
}
