/** What the comments at the top of a document say about all of it. */
export interface Header {
  /** A tool wrote it: to change it by hand is no use. */
  readonly generated: boolean;
  /** It asks to be left alone, or names a schema that is not Kubernetes'. */
  readonly excluded: boolean;
}

const generatedWords =
  /\bcode generated\b|^#\s*source: \S+\/templates\/|\b(?:this|the) (?:file|manifest|document) (?:was|is|has been) (?:auto(?:matically)?[- ]?)?generated\b|\bauto(?:matically)?[- ]?generated\b|@generated\b/im;

/** In capitals it is a tool that says so; in small letters it may be advice about a line below. */
const warning = /\bDO NOT (?:EDIT|MODIFY)\b/;

/** https://github.com/vscode-kubernetes-tools/vscode-kubernetes-tools: files that its linters leave out. */
const exclusion = /^#\s*vscode-kubernetes-tools:\s*exclude\b/im;

const modeline = /^#\s*yaml-language-server:\s*\$schema=(\S+)/im;

const kubernetesSchema = /kubernetes|k8s|crds?\b|kustomize|helm/i;

/** A comment block longer than this is a text of its own. */
const longestHeader = 8_192;

/** Reads the comment lines above a document's first content. */
export function readHeader(text: string): Header {
  const lines: string[] = [];
  for (let at = 0; at < Math.min(text.length, longestHeader); ) {
    const feed = text.indexOf('\n', at);
    const end = feed === -1 ? text.length : feed;
    const line = text
      .slice(at, end)
      .replace(/^\uFEFF/, '')
      .trim();
    if (line !== '' && !line.startsWith('#') && !line.startsWith('//') && !/^(?:---|%|\{\{-?\s*\/\*)/.test(line)) break;
    if (line.startsWith('#') || line.startsWith('---')) lines.push(line.replace(/^---\s*(?=#)/, ''));
    at = end + 1;
  }
  const comments = lines.join('\n');
  if (comments === '') return { generated: false, excluded: false };
  const schema = modeline.exec(comments)?.[1];
  return {
    generated: warning.test(comments) || generatedWords.test(comments),
    excluded: exclusion.test(comments) || (schema !== undefined && !kubernetesSchema.test(schema)),
  };
}
