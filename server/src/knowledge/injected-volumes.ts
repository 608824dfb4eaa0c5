/**
 * Volumes that a webhook brings, or that the sidecar that it adds looks for by name.
 * Sources: https://cloud.google.com/kubernetes-engine/docs/how-to/cloud-storage-fuse-csi-driver-sidecar; istio/istio:manifests/charts/
 * istio-control/istio-discovery/files/injection-template.yaml; linkerd/linkerd2:charts/partials; hashicorp/vault-k8s:agent-inject/agent
 */
const injected =
  /^(?:gke-gcsfuse-|istio-|istiod-|linkerd-|vault-)|^(?:workload-(?:socket|certs)|credential-socket|home-(?:init|sidecar)|aws-iam-token)$/;

export const isInjectedVolume = (name: string): boolean => injected.test(name);
