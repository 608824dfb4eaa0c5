/** A Deployment whose last lines are those of its one container. */
export const deployment = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  labels:
    app: web
spec:
  replicas: 2
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      volumes:
        - name: tmp
          emptyDir:
            sizeLimit: 64Mi
      containers:
        - name: web
          image: registry.example.com/web:1.2.0
          ports:
            - name: http
              containerPort: 8080
`;

export const configMap = `---
apiVersion: v1
kind: ConfigMap
metadata:
  name: web-config
data:
  LOG_LEVEL: info
  app.yaml: |
    port: 8080
`;

/** One of nearly everything that refers to something. */
export const shop = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
spec:
  selector:
    matchLabels: &labels
      app: web
  template:
    metadata:
      labels: *labels
      annotations:
        kubectl.kubernetes.io/default-container: server
    spec:
      terminationGracePeriodSeconds: 300
      serviceAccountName: runner
      volumes:
        - name: tmp
          emptyDir: {sizeLimit: 512Mi}
        - name: config
          configMap:
            name: web-config
            items:
              - key: app.yaml
                path: app.yaml
        - name: data
          persistentVolumeClaim: {claimName: data}
      initContainers:
        - name: migrate
          image: node:24
        - name: proxy
          restartPolicy: Always
          image: envoyproxy/envoy:v1.31
      containers:
        - name: server
          image: node:24
          command: ["sh", "-c", "exec node server.js"]
          env:
            - name: LEVEL
              valueFrom:
                configMapKeyRef:
                  name: web-config
                  key: LEVEL
          resources:
            limits:
              memory: 512Mi
              cpu: 250m
          ports:
            - name: http
              containerPort: 8080
          volumeMounts:
            - name: tmp
              mountPath: /tmp
          livenessProbe:
            httpGet:
              path: /
              port: http
            periodSeconds: 10
            failureThreshold: 3
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: web-config
  namespace: shop
data:
  LEVEL: info
  app.yaml: |
    a: b
---
apiVersion: v1
kind: Service
metadata:
  name: front
  namespace: shop
spec:
  selector:
    app: web
  ports:
    - name: public
      port: 80
      targetPort: http
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
  namespace: shop
spec:
  rules:
    - http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service:
                name: front
                port:
                  name: public
---
apiVersion: batch/v1
kind: CronJob
metadata:
  name: night
spec:
  schedule: "30 3 * * 1-5"
`;
