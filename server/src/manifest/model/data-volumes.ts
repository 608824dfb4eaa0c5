import { databaseFilesOf } from './database-files';
import { dataServerOf } from './kept-data';
import type { PodSpec, Volume } from './manifest';
import { covers } from './mounted-at';

/** Whether a container of a pod runs a server that may keep its data in a volume, or has a database there, which is to outlive the pod. */
export const mayHoldData = ({ containers }: PodSpec, { name }: Volume): boolean =>
  containers.some((container) => {
    const paths = container.mounts.flatMap((mount) => (mount.name === name ? (mount.path ?? []) : []));
    if (paths.length === 0) return false;
    if (dataServerOf(container) !== undefined) return true;
    return databaseFilesOf(container).some((file) => paths.some((path) => covers(path, file.path)));
  });
