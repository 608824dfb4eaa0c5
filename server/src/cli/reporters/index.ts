import { checkstyle } from './checkstyle';
import { github } from './github';
import { gitlab } from './gitlab';
import { json } from './json';
import { junit } from './junit';
import { pretty } from './pretty';
import type { ReporterFactory } from './reporter';
import { sarif } from './sarif';

/** By the name that `--format` takes. */
export const reporters: Readonly<Record<string, ReporterFactory>> = {
  pretty,
  json,
  sarif,
  github,
  gitlab,
  junit,
  checkstyle,
};

/** The formats that say what can be done about a finding. */
export const formatsWithFixes: ReadonlySet<string> = new Set(['pretty', 'json', 'sarif']);

/** Those that show what a fix would write. */
export const formatsWithEdits: ReadonlySet<string> = new Set(['sarif']);
