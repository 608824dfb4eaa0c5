import type { Completion, Project } from '../../../engine/editor';
import { rendered, templates } from '../../../engine/message';
import { rangeOf } from '../../../engine/text';
import { projectFiles } from '../../../knowledge/project-files';
import type { Dockerfile } from '../../model/dockerfile';

const texts = templates({ detail: '{language}, since `{file}` is beside this file' });

const name = 'multistage';

/** Whether a whole build could be begun at an offset: a line that is empty, or has part of the word. */
export const mayBeginBuild = ({ text }: Dockerfile, offset: number): boolean => typedAt(text, offset) !== undefined;

/** Multi-stage builds for the languages of the project that the file lies in. */
export function multistageCompletions({ text }: Dockerfile, offset: number, project: Project): readonly Completion[] {
  const typed = typedAt(text, offset);
  if (typed === undefined) return [];
  const languages = new Set<string>();
  return projectFiles.flatMap(({ file, language, snippet }, index): readonly Completion[] => {
    const found = project.files.find((each) => file.test(each));
    const body = project.snippets[snippet];
    if (found === undefined || body === undefined || languages.has(language)) return [];
    languages.add(language);
    return [
      {
        label: name,
        kind: 'snippet',
        note: language,
        detail: rendered(texts.detail, { language, file: found }),
        edit: { range: rangeOf(offset - typed.length, offset), newText: body },
        isSnippet: true,
        order: index,
      },
    ];
  });
}

/** What is typed of the name; the first line of a file may be empty as yet. */
function typedAt(text: string, offset: number): string | undefined {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset).replace(/^\uFEFF/, '');
  const isEnd = /^[ \t]*(?:\r?\n|$)/.test(text.slice(offset, offset + 200));
  return isEnd && name.startsWith(line) && (line !== '' || text.trim() === '') ? line : undefined;
}
