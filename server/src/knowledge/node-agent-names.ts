/**
 * Namespaces of what makes a cluster work: Kubernetes' own, and those in which networks, storage and distributions install
 * themselves. Sources: flannel-io/flannel:Documentation/kube-flannel.yml, tigera/operator and projectcalico/calico:manifests,
 * cilium/cilium:Documentation, metallb/metallb:config/manifests, longhorn/longhorn:deploy, docs.cloud.google.com/kubernetes-engine
 * (gke-managed-*), docs.openshift.com (openshift-*).
 */
export const systemNamespaces: RegExp =
  /^(?:kube-system|kube-node-lease|kube-flannel|calico-system|calico-apiserver|tigera-operator|cilium|metallb-system|longhorn-system|gke-managed-.+|openshift-.+)$/;

const named = (...names: readonly string[]): RegExp => new RegExp(`(?:^|[/_-])(?:${names.join('|')})(?:$|[/_-])`, 'i');

/**
 * What runs on every node for the node's own sake, by a part of the name of its image, container or object. Names as the
 * projects publish them: kubernetes.io/docs/concepts/cluster-administration/addons (networks), kubernetes-csi.github.io/docs/drivers.html
 * (storage), kubernetes.io/docs/concepts/extend-kubernetes/compute-storage-net/device-plugins (devices), and each project's
 * own manifests.
 */
export const nodeAgentNames: readonly RegExp[] = [
  // Networks, storage and devices, whatever goes before: `aws-ebs-csi-driver`, `install-cni`.
  /(?:cni|csi|device-plugin)(?:$|[/_-])/i,
  // Networks.
  named(
    'calico',
    'cilium',
    'flannel',
    'weave-(?:kube|npc)',
    'antrea',
    'kube-ovn',
    'ovnkube',
    'ovn-kubernetes',
    'spiderpool',
    'terway',
    'multus',
    'kube-proxy',
    'kube-router',
    'kindnetd?',
  ),
  named('azure-ipam', 'ip-masq-agent', 'kube-vip', 'metallb', 'ztunnel', 'node-?local-?dns', 'k8s-dns-node-cache'),
  // Storage and devices.
  named('node-driver-registrar', 'hostpathplugin', 'longhorn', 'openebs', 'rook', 'local-(?:path|volume)-provisioner'),
  named('gpu-operator', 'node-feature-discovery', '(?:nvidia|cuda|gpu)-driver(?:-installer)?'),
  // Logs and metrics.
  named(
    'fluent-?bit',
    'fluentd',
    'filebeat',
    'metricbeat',
    'promtail',
    'vector',
    'alloy',
    'grafana-agent',
    'logstash',
    'telegraf',
  ),
  named(
    'datadog',
    'dd-agent',
    'newrelic',
    'splunk-otel',
    'otel(?:-|_)?collector',
    'opentelemetry-collector',
    'cloudwatch-agent',
  ),
  named(
    'node-?exporter',
    'dcgm-exporter',
    'cadvisor',
    'node-problem-detector',
    'kepler',
    'beyla',
    'parca-agent',
    'pixie',
  ),
  // Security and upkeep.
  named(
    'falco',
    'tetragon',
    'tracee',
    'sysdig',
    'spire-agent',
    'kube-bench',
    'kured',
    'konnectivity-agent',
    'node-termination-handler',
  ),
];
