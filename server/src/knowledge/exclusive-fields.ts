/**
 * Fields of which an object may have one. Sources: kubernetes/kubernetes pkg/apis/{core,networking,policy}/validation, whose
 * messages are `may not specify more than 1 handler type`, `may not specify more than 1 volume type`, `may not have more than one
 * field specified at a time` and the like. Those to keep first where somebody has to choose come first.
 */
const fields = (names: string): readonly string[] => names.split(' ');

export const handlerFields = fields('httpGet grpc tcpSocket exec sleep');

export const variableSources = fields('secretKeyRef configMapKeyRef fieldRef resourceFieldRef fileKeyRef');

export const environmentSources = fields('secretRef configMapRef');

export const subPaths = fields('subPathExpr subPath');

export const projectedSources = fields(
  'secret configMap downwardAPI serviceAccountToken clusterTrustBundle podCertificate',
);

/** Sources of volumes and of PersistentVolumes. An empty directory is the one that is left over most easily. */
export const volumeSources = fields(
  'persistentVolumeClaim configMap secret projected csi ephemeral nfs hostPath local downwardAPI image iscsi fc ' +
    'flexVolume cephfs rbd glusterfs cinder azureDisk azureFile awsElasticBlockStore gcePersistentDisk vsphereVolume ' +
    'portworxVolume scaleIO storageos flocker quobyte photonPersistentDisk gitRepo emptyDir',
);

export const budgetBounds = fields('maxUnavailable minAvailable');

export const backendTargets = fields('service resource');
