import type { Language } from '../engine/language';
import type { Dockerfile } from './model/dockerfile';
import { parseDockerfile } from './model/parse';
import { dockerfileRules } from './rules';
import { fileAnchor, lineAnchor } from './silencing';
import { suppressionsOf } from './suppressions';

export const dockerfileLanguage: Language<Dockerfile, Dockerfile> = {
  id: 'dockerfile',
  recognises: ({ path, languageId }) =>
    languageId === undefined ? path !== undefined && isDockerfileName(path) : languageId.toLowerCase() === 'dockerfile',
  parse: ({ text, path }) => parseDockerfile(text, path),
  partsOf: (model) => [{ start: 0, model }],
  suppressionsOf,
  lineAnchor,
  fileAnchor,
  rules: dockerfileRules,
  fileRules: [],
};

/** Whether a file is a Dockerfile by its name: `Dockerfile`, `Containerfile`, `Dockerfile.web`, `web.Dockerfile`. */
export function isDockerfileName(path: string): boolean {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  return /^(?:dockerfile|containerfile)(?:\.|$)|\.(?:dockerfile|containerfile)$/i.test(name) && !isBeside(name);
}

/** `Dockerfile.dockerignore` belongs to a Dockerfile, `Dockerfile.j2` becomes one, `Dockerfile.md` tells about one. */
const isBeside = (name: string): boolean =>
  /\.(?:dockerignore|j2|jinja|jinja2|tmpl|tpl|template|erb|ejs|hbs|mustache|in|md|rst|adoc|html|orig|rej|bak|swp)$|~$/i.test(
    name,
  );
