/**
 * Sockets through which whoever reaches them rules the node. Source: the default addresses of Docker, containerd, CRI-O and Podman.
 */
const sockets: RegExp =
  /^\/(?:var\/)?run\/(?:docker\.sock|containerd\/containerd\.sock|crio\/crio\.sock|podman\/podman\.sock)$/;

/** Whether a path in a container, or on a node, is a container engine's socket. */
export const isEngineSocket = (path: string): boolean => sockets.test(path.replace(/\/+$/, ''));

/** Whether a file of this name is one, wherever it stands. */
export const isEngineSocketName = (name: string): boolean => /^(?:docker|containerd|crio|podman)\.sock$/.test(name);
