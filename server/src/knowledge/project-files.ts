/** A file by which the language of a project is known, and the snippet of a multi-stage build that suits it. */
export interface ProjectFile {
  readonly file: RegExp;
  readonly language: string;
  /** The prefix of the snippet, in `snippets/dockerfile.json`. */
  readonly snippet: string;
}

/** The surest first: where two are of one language, the first that is there counts. Source: each tool's own documentation. */
export const projectFiles: readonly ProjectFile[] = [
  { file: /^go\.mod$/, language: 'Go', snippet: 'multistage-go' },
  { file: /^Cargo\.toml$/, language: 'Rust', snippet: 'multistage-rust' },
  { file: /^pom\.xml$/, language: 'Java', snippet: 'multistage-java-maven' },
  { file: /^build\.gradle(?:\.kts)?$/, language: 'Java', snippet: 'multistage-java-gradle' },
  { file: /\.(?:cs|fs|vb)proj$/, language: '.NET', snippet: 'multistage-dotnet' },
  { file: /^composer\.json$/, language: 'PHP', snippet: 'multistage-php' },
  { file: /^uv\.lock$/, language: 'Python', snippet: 'multistage-python-uv' },
  { file: /^(?:requirements\.txt|pyproject\.toml)$/, language: 'Python', snippet: 'multistage-python-pip' },
  {
    file: /^(?:vite|astro|svelte|angular)\b.*\.(?:json|[cm]?[jt]s)$/,
    language: 'Node',
    snippet: 'multistage-node-static',
  },
  { file: /^package\.json$/, language: 'Node', snippet: 'multistage-node' },
  { file: /^CMakeLists\.txt$/, language: 'C++', snippet: 'multistage-cpp' },
];
