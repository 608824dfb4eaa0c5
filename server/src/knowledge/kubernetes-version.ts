/** The minor of a Kubernetes version: 36 for `1.36`. */
export const minorOf = (version: string): number => Number(/^1\.(\d+)/.exec(version)?.[1] ?? Number.POSITIVE_INFINITY);

/** gRPC handlers are on by default since this minor. Source: kubernetes/website feature gate GRPCContainerProbe. */
export const grpcProbesSince = 24;

/** Init containers that are always restarted are on by default since this minor. Source: feature gate SidecarContainers. */
export const nativeSidecarsSince = 29;

/** They are stable since this minor, so that nobody can switch them off. Source: feature gate SidecarContainers. */
export const nativeSidecarsStableSince = 33;

/** `unhealthyPodEvictionPolicy` is on by default since this minor. Source: feature gate PDBUnhealthyPodEvictionPolicy. */
export const unhealthyEvictionSince = 27;

/** Any container may have a restart policy of its own since this minor. Source: feature gate ContainerRestartRules. */
export const containerRestartPoliciesSince = 35;
