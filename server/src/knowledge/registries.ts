/** Registries that many images come from, by the host in an image's name. Sources: each registry's own documentation. */
export const registries: readonly string[] = [
  'docker.io',
  'ghcr.io',
  'quay.io',
  'registry.k8s.io',
  'mcr.microsoft.com',
  'public.ecr.aws',
  'gcr.io',
  'registry.gitlab.com',
  'registry.access.redhat.com',
  'cgr.dev',
];
