// Checks of other tools that no finding here carries: what looks after the same thing, or why nothing does. A backticked
// name is a rule's id. test/peers/ proves that for the tools that it knows the list is whole.

const components = 'about the flags and files of a cluster’s own components, which no manifest of an application holds';
const policies = 'about what a cluster’s admission policies allow, not about what is asked of them';
const roles = 'what a role is for cannot be told from it; `excessive-permission` names what is nearly always too much';
const software = 'about one piece of software by its name';

/** By tool: ids, or a range of them, and what there is to say. */
export const leftOut = {
  hadolint: [
    [['DL1000'], 'a failure of its parser'],
    [['SC1000 … SC3061'], 'ShellCheck is not run; rules of their own look for what goes wrong in an image'],
  ],
  'kube-linter': [
    [
      ['schema-validation'],
      'fetches schemas; `unknown-field`, `wrong-type`, `invalid-value` and `missing-field` know those of Kubernetes',
    ],
  ],
  'kube-score': [
    [['cronjob-restartpolicy'], '`not-allowed-here`, for every kind'],
    [['label-values'], '`invalid-value`'],
  ],
  polaris: [],
  trivy: [
    [['KCV-0001 … KCV-0093'], components],
    [['KSV-0002'], 'where a node has AppArmor, its runtime applies a profile without being asked'],
    [['KSV-0004'], '`capabilities`, which wants all dropped'],
    [['KSV-0007'], '`hostAliases` are meant for this'],
    [['KSV-0025'], 'what a type of SELinux may do the node’s policy says'],
    [['KSV-0028', 'KSV-0121'], '`host-path` is about the kind of volume that does harm'],
    [
      ['KSV-0032', 'KSV-0033', 'KSV-0034', 'KSV-0035', 'KSV-0124', 'KSV-0125'],
      'where a cluster may fetch images from its admission policy says; `untrusted-registry` looks after Dockerfiles',
    ],
    [['KSV-0037'], 'where something goes whoever deploys it decides'],
    [['KSV-0038'], 'an empty selector is a good way to say all pods'],
    [['KSV-0039', 'KSV-0040'], 'about a namespace, which no single file shows'],
    [['KSV-0044', 'KSV-0045', 'KSV-0046', 'KSV-0112'], '`excessive-permission`, once for each rule with a `*`'],
    [['KSV-0053', 'KSV-0054'], '`excessive-permission`'],
    [
      [
        'KSV-0042',
        'KSV-0043',
        'KSV-0047',
        'KSV-0048',
        'KSV-0049',
        'KSV-0050',
        'KSV-0051',
        'KSV-0052',
        'KSV-0055',
        'KSV-0056',
        'KSV-0114',
        'KSV-0115',
      ],
      roles,
    ],
    [['KSV-01011', 'KSV-0122', 'KSV-0123'], 'bindings are judged by what they give (`cluster-admin-binding`)'],
    [['KSV-0102'], software],
    [['KSV-0105', 'KSV-0116'], '`run-as-root`'],
    [['KSV-0108'], 'who may use `externalIPs` an admission policy says'],
    [['KSV-0111'], '`cluster-admin-binding`, not for `admin` and `edit`'],
    [['KSV-0118'], '`run-as-root`, `seccomp-profile` and others, each for what is missing'],
  ],
  checkov: [
    [
      ['CKV_K8S_1 … CKV_K8S_7', 'CKV_K8S_24', 'CKV_K8S_32', 'CKV_K8S_36'],
      'about PodSecurityPolicies, which are gone since Kubernetes 1.25 (`removed-api`)',
    ],
    [['CKV_K8S_29', 'CKV_K8S_30'], '`run-as-root`, `seccomp-profile` and others, each for what is missing'],
    [['CKV_K8S_33', 'CKV_K8S_34', 'CKV_K8S_44', 'CKV_K8S_45', 'CKV_K8S_159'], software],
    [['CKV_K8S_42'], '`default-service-account`, where pods use it'],
    [['CKV_K8S_68 … CKV_K8S_151'], components],
    [
      ['CKV_K8S_152', 'CKV_K8S_153', 'CKV_K8S_154'],
      'ingress-nginx takes no snippets since 1.9 unless its settings allow them',
    ],
    [['CKV_K8S_155', 'CKV_K8S_156', 'CKV_K8S_157', 'CKV_K8S_158', 'CKV2_K8S_1 … CKV2_K8S_5'], roles],
  ],
  kubescape: [
    [
      ['C-0001', 'C-0078', 'C-0253'],
      'where a cluster may fetch images from its admission policy says; `untrusted-registry` looks after Dockerfiles',
    ],
    [['C-0004', 'C-0009', 'C-0050'], '`missing-resource-requests`, `missing-memory-limit` and `missing-cpu-limit`'],
    [
      [
        'C-0007',
        'C-0014',
        'C-0031',
        'C-0037',
        'C-0053',
        'C-0063',
        'C-0065',
        'C-0191',
        'C-0267',
        'C-0272',
        'C-0278 … C-0282',
      ],
      roles,
    ],
    [['C-0020'], '`host-path`'],
    [['C-0030', 'C-0049', 'C-0054', 'C-0206'], '`missing-network-policy`'],
    [['C-0035'], '`cluster-admin-binding`'],
    [['C-0059', 'C-0081', 'C-0090', 'C-0091', 'C-0273', 'C-0292'], software],
    [['C-0068', 'C-0192 … C-0204', 'C-0214 … C-0220'], policies],
    [['C-0083', 'C-0084', 'C-0085', 'C-0221', 'C-0236', 'C-0237'], 'about what is in an image or a registry'],
    [['C-0187'], '`excessive-permission`'],
    [['C-0189'], '`default-service-account`'],
    [['C-0255', 'C-0257', 'C-0258'], 'an inventory, not a fault'],
    [['C-0259'], '`literal-secret`'],
    [['C-0261'], '`service-account-token`'],
    [['C-0262'], 'bindings are judged by what they give (`cluster-admin-binding`)'],
    [['C-0297', 'C-0301', 'C-0303', 'C-0304'], 'about one kind of custom resource'],
    [['C-0302'], 'routes of the Gateway API mostly stand apart from their Services'],
    [['C-0005 … C-0308, others'], 'asked of a cluster or a cloud, not of files'],
  ],
};
