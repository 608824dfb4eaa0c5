/** What a new `.plimsoll.yaml` says: nothing that differs from having none. */
export const firstSettings = `# What Plimsoll checks in this folder and below; editors and \`plimsoll check\` read it alike.
# A rule can be off, hint, information, warning or error, by its id or by another tool's id for it:
#
# rules:
#   missing-liveness-probe: warning
#   hadolint/DL3059: off
#
# The version of the cluster, where it is not the newest:
# kubernetesVersion: 1.34
#
# Files that are not checked:
# ignore: [vendor/**]
extends: recommended
`;
