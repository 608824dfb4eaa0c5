/**
 * The files that installing a project's dependencies reads, as `COPY` can name them without knowing which are there: a pattern
 * that fits nothing is no error. Only for package managers of which no more is needed, as a rule.
 * Source: docs.docker.com guides for Node.js and Go; moby/buildkit dockerfile2llb/convert.go `AllowEmptyWildcard`.
 */
export const installInputs: ReadonlyMap<string, readonly string[]> = new Map([
  ['npm', ['package*.json', '.npmrc*']],
  ['go', ['go.mod', 'go.sum*']],
]);

/** Subcommands that need the source, and not only what lists the dependencies. Source: golang/go `go help mod`. */
export const needsSource: ReadonlySet<string> = new Set(['mod tidy', 'mod vendor']);
