let last: { readonly path: string; readonly segments: readonly string[] } = { path: '', segments: [] };

/** The names on a path or URI, the file's own last. */
export function segmentsOf(path: string | undefined): readonly string[] {
  if (path === undefined) return [];
  // All documents of a file ask, one after the other.
  if (path !== last.path) last = { path, segments: path.split(/[\\/]+/).filter((segment) => segment !== '') };
  return last.segments;
}

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

/** Where kustomize finds patches, in which only what changes is written, and not even always what they are for. */
export const isOverlaid = (path: string | undefined): boolean =>
  ['overlays', 'components'].some((folder) => inFolder(path, folder));
