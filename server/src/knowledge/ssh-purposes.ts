/**
 * Whether an image, a stage or a container is there for SSH, by its name: gateways, file transfer, Git, targets of
 * provisioning, and programs that start each other over it (Open MPI's `plm_rsh_agent`, Slurm).
 */
export const isForSsh = (name: string): boolean =>
  /(?:^|[-_./])(?:sshd?|openssh|sftp(?:go)?|bastion|jump(?:host|box|server)?|git(?:ea|lab|lab-shell|olite|ogs|server)?|forgejo|gerrit|rsync|ansible|molecule|mpi|slurm)(?:[-_.:/]|$)/i.test(
    name,
  );
