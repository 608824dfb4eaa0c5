/**
 * Whether `ADD` unpacks a local file of this name: it looks into the file, which nobody renames.
 * Source: docs.docker.com/reference/dockerfile/#add "Adding local tar archives" (identity, gzip, bzip2, xz, zstd).
 */
export const isTarArchive = (name: string): boolean =>
  /\.(?:tar|tar\.(?:gz|bz2|xz|zst)|tgz|tbz2?|txz|tzst)$/i.test(name);

/** Whether a file of this name is packed: an archive, a compressed file, a package. */
export const isPacked = (name: string): boolean =>
  isTarArchive(name) || /\.(?:zip|gz|bz2|xz|zst|lz4|lzma|7z|rar|deb|rpm|apk|jar|war|ear|whl|gem|tar\.\w+)$/i.test(name);

/** Whether a file of this name is text, so that a copy of it weighs next to nothing. */
export const isTextFile = (name: string): boolean =>
  /\.(?:sh|bash|zsh|py|rb|pl|lua|js|mjs|ts|php|awk|sed|txt|md|conf|cfg|cnf|ini|env|toml|json|ya?ml|xml|properties|list|sources|repo|asc|patch|diff|sql|service|lock|in|tpl|tmpl|template)$/i.test(
    name,
  );
