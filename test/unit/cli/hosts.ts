import type { CheckedFile } from '../../../server/src/cli/checked-file';
import type { Host } from '../../../server/src/cli/host';
import { Lines } from '../../../server/src/cli/lines';
import type { ReportContext } from '../../../server/src/cli/reporters/reporter';
import type { Finding } from '../../../server/src/engine/finding';
import type { TextEdit } from '../../../server/src/engine/text';
import { sampleRules } from '../settings/sample-rules';

/** A process that keeps what is written. */
export function hostWith(given: Partial<Host>): { host: Host; output: () => string; errors: () => string } {
  const written = { output: '', errors: '' };
  const keeping = (where: 'output' | 'errors') => ({
    isTerminal: false,
    width: 100,
    write: (text: string) => {
      written[where] += text;
    },
  });
  return {
    host: {
      folder: '/w',
      environment: {},
      output: keeping('output'),
      errors: keeping('errors'),
      input: Buffer.alloc(0),
      today: '2026-11-26',
      threadFile: undefined,
      ...given,
    },
    output: () => written.output,
    errors: () => written.errors,
  };
}

export const contextWith = (given: Partial<ReportContext>): ReportContext => ({
  host: hostWith({}).host,
  terminal: { colors: false, links: false, width: 100 },
  rules: sampleRules.map((rule) => ({ domain: 'dockerfile', rule })),
  version: '1.2.3',
  page: () => undefined,
  ...given,
});

/** A finding about the first place where a text stands. */
export function findingAbout(text: string, about: string, given: Partial<Finding>): Finding {
  const start = text.indexOf(about);
  return {
    rule: 'root-user',
    variant: 'root',
    severity: 'warning',
    range: { start, end: start + about.length },
    message: 'The message',
    values: {},
    aliases: [],
    related: [],
    fixes: [],
    tags: [],
    ...given,
  };
}

export const checkedFile = (
  name: string,
  text: string,
  findings: readonly Finding[],
  edits: readonly TextEdit[] = [],
): CheckedFile => ({
  name,
  path: `/w/${name}`,
  text,
  lines: new Lines(text),
  findings,
  mended: [],
  editsOf: () => edits,
});
