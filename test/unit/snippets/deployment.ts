/** A Deployment in which nothing is found, by the fields of its pod and of its container: a snippet takes the place of its own. */
const containerFields: Readonly<Record<string, string>> = {
  name: 'name: web',
  image: 'image: registry.example.com/web:1.4.2',
  ports: `ports:
  - name: http
    containerPort: 8080
  - name: tcp
    containerPort: 7000
  - containerPort: 9090`,
  resources: `resources:
  requests:
    cpu: 100m
    memory: 128Mi
  limits:
    memory: 128Mi`,
  readinessProbe: `readinessProbe:
  httpGet:
    path: /readyz
    port: http
  timeoutSeconds: 2`,
  livenessProbe: `livenessProbe:
  httpGet:
    path: /livez
    port: http
  timeoutSeconds: 2
  failureThreshold: 6`,
  securityContext: `securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities:
    drop: [ALL]`,
  volumeMounts: `volumeMounts:
  - name: config
    mountPath: /etc/web
    readOnly: true`,
};

const podFields: Readonly<Record<string, string>> = {
  automountServiceAccountToken: 'automountServiceAccountToken: false',
  securityContext: `securityContext:
  runAsNonRoot: true
  seccompProfile:
    type: RuntimeDefault`,
  topologySpreadConstraints: `topologySpreadConstraints:
  - maxSkew: 1
    topologyKey: kubernetes.io/hostname
    whenUnsatisfiable: ScheduleAnyway
    labelSelector:
      matchLabels:
        app.kubernetes.io/name: web`,
  volumes: `volumes:
  - name: config
    configMap:
      name: web-config`,
};

const head = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  labels:
    app.kubernetes.io/name: web
spec:
  replicas: 3
  selector:
    matchLabels:
      app.kubernetes.io/name: web
  template:
    metadata:
      labels:
        app.kubernetes.io/name: web
    spec:
`;

export type Place = 'pod' | 'container';

/** A Deployment with a text in its pod or its container, in place of the fields of the same names. */
export function deploymentWith(place: Place, text: string): string {
  const pod = fieldsWith(podFields, place === 'pod' ? text : '');
  const container = fieldsWith(containerFields, place === 'container' ? text : '');
  const item = indented(container, 4).replace(/ {4}/, '  - ');
  return head + indented(`${pod}\ncontainers:\n${item}`, 6);
}

/** The text comes last: what it breaks off is broken off at its end, and not in the field after it. */
function fieldsWith(fields: Readonly<Record<string, string>>, text: string): string {
  const taken = new Set([...text.matchAll(/^(\w+):/gm)].map(([, name]) => name));
  const kept = Object.entries(fields).flatMap(([name, field]) => (taken.has(name) ? [] : [field]));
  return [...kept, ...(text === '' ? [] : [text])].join('\n');
}

const indented = (text: string, columns: number): string => `${text.replace(/^(?=.)/gm, ' '.repeat(columns))}\n`;
