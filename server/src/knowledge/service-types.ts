/**
 * Fields of a Service that only some types of it may have. Source: kubernetes/kubernetes pkg/apis/core/validation/validation.go,
 * ValidateService: `may not be used when type is 'ClusterIP'`, `may only be used when type is 'LoadBalancer'`.
 */
export const fieldsOfLoadBalancers: readonly string[] = [
  'allocateLoadBalancerNodePorts',
  'loadBalancerClass',
  'loadBalancerSourceRanges',
];

/** The types whose ports are opened on every node. */
export const typesWithNodePorts: readonly string[] = ['NodePort', 'LoadBalancer'];
