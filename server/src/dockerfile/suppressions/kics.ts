import type { Suppression } from '../../engine/suppression';
import type { Dockerfile } from '../model/dockerfile';
import { idsIn, type PlacedComment, suppression, wholeFile } from './placed-comment';

const pattern = /^(#[#\s]*kics-scan\s+)(\S.*)$/is;

/**
 * `# kics-scan ignore` and `disable=ID,ID` for the file, `ignore-line` for the instruction below, `ignore-block` for
 * the rest of the stage from there (Checkmarx/kics pkg/parser/docker/comments.go).
 */
export function kicsCommand(comment: PlacedComment, dockerfile: Dockerfile): Suppression | undefined {
  const [, lead = '', commands = ''] = pattern.exec(comment.written) ?? [];
  for (const { 0: command, index } of commands.matchAll(/\S+/g)) {
    const { below } = comment;
    switch (command.toLowerCase()) {
      case 'ignore':
        return suppression('kics', comment, 'all', wholeFile(dockerfile));
      case 'ignore-line':
        return below && comment.inside === undefined ? suppression('kics', comment, 'all', below.range) : undefined;
      case 'ignore-block': {
        if (below === undefined || comment.inside !== undefined) return undefined;
        const stage = below.stage === undefined ? undefined : dockerfile.stages[below.stage];
        const { start, end } = below.range;
        return suppression('kics', comment, 'all', { start, end: stage?.range.end ?? end });
      }
      default: {
        const list = /^disable=(.+)$/i.exec(command)?.[1];
        if (list === undefined) continue;
        const start = comment.range.start + lead.length + index + 'disable='.length;
        return suppression(
          'kics',
          comment,
          idsIn(list, start, (id) => `kics/${id.toLowerCase()}`),
          wholeFile(dockerfile),
        );
      }
    }
  }
  return undefined;
}
