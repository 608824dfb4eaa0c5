import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { languages } from '../../server/src/languages';
import { parsePage } from '../rules/page';

export interface Seed {
  readonly language: 'dockerfile' | 'manifest';
  readonly path: string;
  readonly text: string;
}

/** Every sample and every example of every page: what the mutations start from. */
export function corpus(): readonly Seed[] {
  return [...samples(), ...examples()];
}

function samples(): readonly Seed[] {
  return readdirSync('samples', { recursive: true, encoding: 'utf8' })
    .sort()
    .flatMap((name) => {
      const language = languageOf(name);
      return language === undefined
        ? []
        : [{ language, path: name, text: readFileSync(path.join('samples', name), 'utf8') }];
    });
}

function languageOf(name: string): Seed['language'] | undefined {
  if (/(^|\/)(Dockerfile|Containerfile)[^/]*$|\.dockerfile$/.test(name)) return 'dockerfile';
  return /\.(ya?ml|json|tpl)$/.test(name) ? 'manifest' : undefined;
}

function examples(): readonly Seed[] {
  return languages.flatMap((language) =>
    [...language.rules, ...language.fileRules].flatMap(({ id, chapter }) =>
      [path.join('server/src', language.id, 'rules', chapter, `${id}.md`), path.join('test/rules', `${id}.md`)]
        .filter((file) => existsSync(file))
        .flatMap((file) => parsePage(readFileSync(file, 'utf8')).examples)
        .map(({ text, attributes }) => ({
          language: language.id,
          path: attributes.file ?? (language.id === 'dockerfile' ? 'Dockerfile' : 'manifest.yaml'),
          text,
        })),
    ),
  );
}
