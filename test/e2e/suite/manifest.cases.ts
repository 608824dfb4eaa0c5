import { equal, match } from './assertions';
import { accept, eventually, finding, offers, show } from './editor';

/** A Deployment without probes; `port` is what its container declares. */
const deployment = (port: string): string => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels: {app: web}
  template:
    metadata:
      labels: {app: web}
    spec:
      containers:
        # The shop's own server.
        - name: web
          image: registry.example.com/web:1.4.2
          ports:
            - ${port}
          resources:   # measured in May
            requests: {cpu: 100m, memory: 128Mi}
            limits: {memory: 128Mi}
`;

/** What was put in; throws when anything else changed. */
function inserted(before: string, after: string): string {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  const length = after.length - before.length;
  for (let from = start; from >= 0; from--)
    if (after.slice(0, from) + after.slice(from + length) === before) return after.slice(from, from + length);
  throw new Error(`more was changed than put in:\n${after}`);
}

/** Accepts a fix for a missing probe. Returns what it put in, and what it leaves selected. */
async function addProbe(
  text: string,
  rule: string,
  title: string,
): Promise<{ readonly block: string; readonly selected: string; readonly line: string }> {
  const editor = await show('yaml', text);
  const { document } = editor;
  await accept(document, rule, title);
  const block = await eventually('the probe', () => document.getText() !== text && inserted(text, document.getText()));
  const line = document.lineAt(editor.selection.active).text.trim();
  return { block, selected: document.getText(editor.selection), line };
}

describe('manifests', () => {
  it('are offered both probes that a container with a named port lacks', async () => {
    const { document } = await show('yaml', deployment('{name: http, containerPort: 8080}'));
    const readiness = await offers(document, await finding(document, 'missing-readiness-probe'));
    equal(
      readiness.some(({ title }) => title === 'Add a readiness probe: HTTP GET on port http'),
      true,
    );
    const liveness = await offers(document, await finding(document, 'missing-liveness-probe'));
    equal(
      liveness.some(({ title }) => title === 'Add a liveness probe: HTTP GET on port http'),
      true,
    );
  });

  it('get a readiness probe for the named port, and the cursor is on its path', async () => {
    const { block, selected, line } = await addProbe(
      deployment('{name: http, containerPort: 8080}'),
      'missing-readiness-probe',
      'Add a readiness probe: HTTP GET on port http',
    );
    match(block, /^\n? {10}readinessProbe:\n {12}httpGet:\n {14}path: \/\n {14}port: http\n {12}periodSeconds: /);
    match(selected, /^\/\S*$/);
    equal(line, `path: ${selected}`);
  });

  it('get a TCP probe where the port has no name', async () => {
    const { block } = await addProbe(
      deployment('containerPort: 5432'),
      'missing-readiness-probe',
      'Add a readiness probe: a connection to port 5432',
    );
    match(block, /^\n? {10}readinessProbe:\n {12}tcpSocket:\n {14}port: 5432\n/);
  });
});
