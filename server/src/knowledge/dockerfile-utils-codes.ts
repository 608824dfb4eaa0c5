/** Names of other checks by the numbers of the Dockerfile language server's. Source: rcjsuen/dockerfile-utils `ValidationCode`. */
const named: Readonly<Record<string, string>> = {
  0: 'ConsistentInstructionCasing',
  10: 'DuplicateStageName',
  11: 'NoEmptyContinuation',
  37: 'MultipleInstructionsDisallowed',
  45: 'MaintainerDeprecated',
  50: 'WorkdirRelativePath',
};

/**
 * The check that is equal to one of the Dockerfile language server's: one of BuildKit's
 * (docker/docker-language-server internal/pkg/buildkit/service.go `shouldIgnore` pairs them), else our own of the syntax.
 */
export const equalToDockerfileUtils = (code: string): string => named[code] ?? 'dockerfile-syntax';
