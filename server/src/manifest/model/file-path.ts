/** The names on a path or URI, the file's own last. */
export const segmentsOf = (path: string | undefined): readonly string[] =>
  path === undefined ? [] : path.split(/[\\/]+/).filter((segment) => segment !== '');

export const fileName = (path: string | undefined): string => segmentsOf(path).at(-1) ?? '';

/** Whether a file lies in a folder of that name, at any depth. */
export const inFolder = (path: string | undefined, folder: string): boolean =>
  segmentsOf(path).slice(0, -1).includes(folder);

/** A file of a Helm chart's `templates` folder, or one that is a template by its name. */
export const isTemplatePath = (path: string | undefined): boolean =>
  inFolder(path, 'templates') ||
  /\.(?:ya?ml|json)\.(?:tmpl|gotmpl|tpl|j2|jinja2?)$|\.(?:tpl|gotmpl)$/i.test(fileName(path));

/** Files of a chart that hold no objects: definitions for other templates, the text that `helm install` prints. */
export const isTemplateLibrary = (path: string | undefined): boolean =>
  isTemplatePath(path) && (/^_|\.tpl$/i.test(fileName(path)) || fileName(path) === 'NOTES.txt');
