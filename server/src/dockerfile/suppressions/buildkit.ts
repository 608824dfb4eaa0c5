import type { SuppressedId, Suppression } from '../../engine/suppression';
import type { Comment, Dockerfile, Instruction } from '../model/dockerfile';
import { idsIn, suppression, wholeFile } from './placed-comment';

/** The checks of moby/buildkit frontend/dockerfile/linter/ruleset.go: what `skip=all` names. */
const checks = [
  'StageNameCasing',
  'FromAsCasing',
  'NoEmptyContinuation',
  'ConsistentInstructionCasing',
  'DuplicateStageName',
  'ReservedStageName',
  'JSONArgsRecommended',
  'MaintainerDeprecated',
  'UndefinedArgInFrom',
  'WorkdirRelativePath',
  'UndefinedVar',
  'MultipleInstructionsDisallowed',
  'LegacyKeyValueFormat',
  'RedundantTargetPlatform',
  'SecretsUsedInArgOrEnv',
  'InvalidDefaultArgInFrom',
  'FromPlatformFlagConstDisallowed',
  'CopyIgnoredFile',
  'InvalidDefinitionDescription',
  'ExposeProtoCasing',
  'ExposeInvalidFormat',
  'InvalidBaseImagePlatform',
];

/** Checks of the whole file, which BuildKit runs without a look at the comments above an instruction. */
const fileLevel = new Set([
  'NoEmptyContinuation',
  'ConsistentInstructionCasing',
  'DuplicateStageName',
  'ReservedStageName',
  'InvalidDefaultArgInFrom',
  'InvalidBaseImagePlatform',
]);

/**
 * `# check=skip=A,B` among the directives for the file, and above an instruction for that instruction
 * (linter.go `WithMergedConfigFromComments`).
 */
export function buildkitSuppressions(dockerfile: Dockerfile): readonly Suppression[] {
  const found: Suppression[] = [];
  const directive = dockerfile.directives.find(({ name }) => name === 'check');
  if (directive !== undefined) {
    const ids = skipped(directive.value, directive.valueRange.start);
    if (ids.length > 0) found.push(suppression('buildkit', directive, ids, wholeFile(dockerfile)));
  }
  for (const { comment, instruction } of checkComments(dockerfile)) {
    const match = checkPattern.exec(dockerfile.text.slice(comment.range.start, comment.range.end));
    const [, lead = '', value = ''] = match ?? [];
    const ids = skipped(value, comment.range.start + lead.length).filter(
      ({ id }) => !fileLevel.has(id.slice(prefix.length)),
    );
    if (ids.length > 0) found.push(suppression('buildkit', comment, ids, instruction.range));
  }
  return found;
}

const prefix = 'buildkit/';
const checkPattern = /^(#\s*check\s*=\s*)(\S.*)$/is;

/** The first check comment above each instruction, however far; an empty comment cuts off those above it. */
function checkComments({ text, comments, instructions }: Dockerfile): readonly {
  readonly comment: Comment;
  readonly instruction: Instruction;
}[] {
  const found: { comment: Comment; instruction: Instruction }[] = [];
  let index = 0;
  let first: Comment | undefined;
  for (const comment of comments) {
    if (comment.inside !== undefined) continue;
    const above = index;
    while ((instructions[index]?.range.start ?? Infinity) < comment.range.start) index++;
    if (index > above) first = undefined;
    const instruction = instructions[index];
    if (instruction === undefined) break;
    if (comment.text === '') {
      if (first !== undefined) found.pop();
      first = undefined;
      continue;
    }
    const atLineStart = comment.range.start === 0 || /[\n\uFEFF]/.test(text[comment.range.start - 1] ?? '');
    if (first !== undefined || !atLineStart || !/^check\s*=\s*\S/i.test(comment.text)) continue;
    first = comment;
    found.push({ comment, instruction });
  }
  return found;
}

/** The ids that a check setting skips. It ends at the first space; one unknown option makes all of it void. */
function skipped(setting: string, start: number): readonly SuppressedId[] {
  const value = setting.split(' ', 1)[0] ?? '';
  const ids: SuppressedId[] = [];
  let offset = start;
  for (const option of value.split(';')) {
    const match = /^(\s*(skip|experimental|error)\s*=)(.*)$/s.exec(option);
    if (match === null) return [];
    const [, lead = '', name, list = ''] = match;
    const from = offset + lead.length;
    const range = { start: from, end: from + list.length };
    if (name === 'skip' && list.trim() === 'all') ids.push(...checks.map((check) => ({ id: prefix + check, range })));
    else if (name === 'skip') ids.push(...idsIn(list, from, (check) => prefix + check));
    offset += option.length + 1;
  }
  return ids;
}
