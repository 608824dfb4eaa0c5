// What is measured on: texts that are made here from the project's own samples, so that nothing is fetched.
import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const isDockerfile = (name) => /(^|\.)dockerfile(\.|$)/i.test(name) && !/dockerignore$/.test(name);

function dockerfilesBelow(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => isDockerfile(path.basename(name)) && !/(^|[/\\])(node_modules|\.git)[/\\]/.test(name))
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file).isFile())
    .sort();
}

/** The examples on the rules' pages, each a small Dockerfile of its own. */
function examplesBelow(folder) {
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
  return pages.sort().flatMap((name) => {
    const blocks = readFileSync(path.join(folder, name), 'utf8').matchAll(
      /^```dockerfile (?:bad|good|fixed).*\n([\s\S]*?)^```$/gm,
    );
    return [...blocks].map(([, text]) => text.replace(/^\s*#?\s*\^+[\s^]*\n/gm, ''));
  });
}

/**
 * Fills a folder with Dockerfiles, each in a folder of its own: those of a given folder, else `count` made of the
 * project's samples and examples. Returns their paths, relative to it.
 */
export function fillWithDockerfiles(root, target, count, given) {
  const names = [];
  const place = (index) => {
    const name = `service-${index}/Dockerfile`;
    mkdirSync(path.dirname(path.join(target, name)), { recursive: true });
    names.push(name);
    return path.join(target, name);
  };
  if (given !== undefined) {
    for (const [index, file] of dockerfilesBelow(given).entries()) cpSync(file, place(index));
    return names;
  }
  const seeds = [
    ...['samples', 'test/unit/shell/bodies'].flatMap((folder) =>
      dockerfilesBelow(path.join(root, folder)).map((file) => readFileSync(file, 'utf8')),
    ),
    ...examplesBelow(path.join(root, 'server/src/dockerfile/rules')),
  ];
  for (let index = 0; index < count; index++)
    // Real Dockerfiles have some 30 lines: the short examples are put together, stage after stage.
    writeFileSync(place(index), stages(seeds, index));
  return names;
}

function stages(seeds, index) {
  let text = `# Service ${index}\n`;
  for (let next = index; text.split('\n').length < 30; next += 7) text += `${seeds[next % seeds.length].trimEnd()}\n`;
  return text;
}

/** A Dockerfile of about 200 lines. */
export function longDockerfile() {
  const lines = ['FROM debian:bookworm-slim AS build', 'WORKDIR /src'];
  for (let index = 0; lines.length < 190; index++)
    lines.push(
      `# Part ${index}`,
      'RUN set -eux; \\',
      `    apt-get update && apt-get install -y --no-install-recommends libexample${index}-dev curl; \\`,
      `    curl -fsSL https://example.com/part-${index}.tar.gz | tar -xz -C /opt; \\`,
      '    rm -rf /var/lib/apt/lists/*',
      `ENV PART_${index}=/opt/part-${index}`,
      `COPY part-${index}/ /src/part-${index}/`,
    );
  lines.push(
    'FROM debian:bookworm-slim',
    'COPY --from=build /src /srv',
    'USER 1000',
    'CMD ["/srv/run", "--port", "8080"]',
  );
  return `${lines.join('\n')}\n`;
}

/** A manifest of Deployments and Services, of about so many lines. */
export function longManifest(lines) {
  const documents = [];
  for (let index = 0, count = 0; count < lines; index++) {
    const document = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: service-${index}
  labels: { app: service-${index} }
spec:
  replicas: 2
  selector:
    matchLabels: { app: service-${index} }
  template:
    metadata:
      labels: { app: service-${index} }
    spec:
      containers:
        - name: app
          image: registry.example.com/service-${index}:1.${index}
          ports:
            - name: http
              containerPort: 8080
          env:
            - name: DATABASE_HOST
              value: db-${index}
          readinessProbe:
            httpGet: { path: /ready, port: http }
          resources:
            requests: { cpu: 100m, memory: 128Mi }
            limits: { memory: 256Mi }
---
apiVersion: v1
kind: Service
metadata:
  name: service-${index}
spec:
  selector: { app: service-${index} }
  ports:
    - port: 80
      targetPort: http
`;
    documents.push(document);
    count += document.split('\n').length;
  }
  return documents.join('---\n');
}

/** Fills a folder with manifests of about so many lines each; their names and how many lines there are in all. */
export function fillWithManifests(target, count, length) {
  const names = Array.from({ length: count }, (_, index) => `service-${index}.yaml`);
  mkdirSync(target, { recursive: true });
  let lines = 0;
  for (const [index, name] of names.entries()) {
    const text = longManifest(length).replaceAll('service-', `service-${index}-`);
    lines += text.split('\n').length - 1;
    writeFileSync(path.join(target, name), text);
  }
  return { names, lines };
}
