/** API groups of configuration files that tools read and no cluster serves, beside those of manifest-kinds.ts. */
export const foreignGroups: readonly RegExp[] = [
  // Configuration of Kubernetes' own components: kubernetes/kubernetes staging/src/k8s.io/*/config.
  /^(?:[a-z0-9-]+\.)*config\.k8s\.io$/,
  /^(?:[a-z0-9-]+\.)*admission\.k8s\.io$/,
  /^(?:config|cli)\.kubernetes\.io$/,
  /^credentialprovider\.kubelet\.k8s\.io$/,
  /^imagepolicy\.k8s\.io$/,
  // Tools around clusters, by their own documentation.
  /^(?:[a-z0-9-]+\.)*backstage\.io$/,
  /^(?:[a-z0-9-]+\.)*k3d\.io$/,
  /^ctlptl\.dev$/,
  /^k0sctl\.k0sproject\.io$/,
  /^kubeone\.(?:io|k8c\.io)$/,
  /^(?:fn\.)?kpt\.dev$/,
  /^ku(?:ttl|do)\.dev$/,
  /^(?:chainsaw|cli)\.kyverno\.io$/,
  /^garden\.io$/,
  /^devspace(?:\.sh)?$/,
  /^zarf\.dev$/,
];
