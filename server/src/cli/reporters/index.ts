import { github } from './github';
import { json } from './json';
import { pretty } from './pretty';
import type { ReporterFactory } from './reporter';
import { sarif } from './sarif';

/** By the name that `--format` takes. */
export const reporters: Readonly<Record<string, ReporterFactory>> = { pretty, json, sarif, github };

/** The formats that show what a fix would write. */
export const formatsWithEdits: ReadonlySet<string> = new Set(['sarif']);
