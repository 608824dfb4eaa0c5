import assert from 'node:assert/strict';
import { insertKey, insertMissing, insertPath } from '../../../../server/src/manifest/edits/insert-key';
import { type BlockMapping, type BlockValue, octal, placeholder } from '../../../../server/src/manifest/edits/value';
import { changed, crlf, dataOf, madeIn, partOf, plain, yaml } from './contract';
import { mappingAt, type Path, parsed } from './places';

interface Case {
  readonly at?: Path;
  readonly path: readonly string[];
  readonly value: BlockValue;
  readonly before: string;
  readonly after: string;
  readonly file?: string;
}

const container = ['spec', 'containers', 0];

/** Inserts, compares every byte, and reads the result again to compare the data. */
function inserts(name: string, { at = container, path, value, before, after, file }: Case): void {
  it(name, () => {
    const document = parsed(before, file);
    const result = madeIn(document, insertPath(document, mappingAt(document, at), path, value));
    assert.equal(result, after);
    assert.deepEqual(dataOf(result), changed(dataOf(before), [...at, ...path], plain(value)));
  });
}

describe('inserting a key in block style', () => {
  inserts('puts it behind the nearest key that goes before it', {
    path: ['imagePullPolicy'],
    value: 'Always',
    before: yaml`
      spec:
        containers:
          - name: web
            image: nginx
            ports:
              - containerPort: 80
    `,
    after: yaml`
      spec:
        containers:
          - name: web
            image: nginx
            imagePullPolicy: Always
            ports:
              - containerPort: 80
    `,
  });
  inserts('puts it behind the whole block of that key', {
    path: ['env'],
    value: [{ name: 'A', value: 'b' }],
    before: yaml`
      spec:
        containers:
          - name: web
            image: nginx
            ports:
              - containerPort: 80 # http
                # more ports come later

            # what it may use
            resources: {}
    `,
    after: yaml`
      spec:
        containers:
          - name: web
            image: nginx
            ports:
              - containerPort: 80 # http
                # more ports come later
            env:
              - name: A
                value: b

            # what it may use
            resources: {}
    `,
  });
  inserts('keeps the comment behind a key with it, and the comment above the next key with that', {
    path: ['command'],
    value: ['run', '--fast'],
    before: yaml`
      spec:
        containers:
        - image: nginx   # the image
          # about the name
          name: web
    `,
    after: yaml`
      spec:
        containers:
        - image: nginx   # the image
          command:
          - run
          - --fast
          # about the name
          name: web
    `,
  });
  inserts('measures the indentation from the children of the same mapping', {
    path: ['securityContext'],
    value: { capabilities: { drop: ['ALL'] } },
    before: yaml`
      spec:
        containers:
        -   name: web
            resources:
                limits:
                    cpu: 1
    `,
    after: yaml`
      spec:
        containers:
        -   name: web
            resources:
                limits:
                    cpu: 1
            securityContext:
                capabilities:
                    drop:
                    -   ALL
    `,
  });
  inserts('measures it from the file where the mapping has none', {
    at: ['spec'],
    path: ['securityContext'],
    value: { seccompProfile: { type: 'RuntimeDefault' } },
    before: yaml`
      kind: Pod
      metadata:
          name: web
      spec:
          hostname: web
    `,
    after: yaml`
      kind: Pod
      metadata:
          name: web
      spec:
          hostname: web
          securityContext:
              seccompProfile:
                  type: RuntimeDefault
    `,
  });
  inserts('puts the first key of a list item behind the dash', {
    path: ['name'],
    value: 'web',
    before: yaml`
      spec:
        containers:
          # the only one
          - image: nginx # pinned elsewhere
            ports: []
    `,
    after: yaml`
      spec:
        containers:
          # the only one
          - name: web
            image: nginx # pinned elsewhere
            ports: []
    `,
  });
  inserts('puts the first key of a mapping above the comments of the next one', {
    at: ['metadata'],
    path: ['name'],
    value: 'web',
    before: yaml`
      metadata:
        # who reads this
        # and why
        labels:
          app: web
    `,
    after: yaml`
      metadata:
        name: web
        # who reads this
        # and why
        labels:
          app: web
    `,
  });
  inserts('leaves the comments above a document where they are', {
    at: [],
    path: ['apiVersion'],
    value: 'v1',
    before: yaml`
      # yaml-language-server: $schema=pod.json
      # The shop
      kind: Pod
      spec: {}
    `,
    after: yaml`
      # yaml-language-server: $schema=pod.json
      # The shop
      apiVersion: v1
      kind: Pod
      spec: {}
    `,
  });
  inserts('keeps a byte order mark in front of everything', {
    at: [],
    path: ['apiVersion'],
    value: 'v1',
    before: '\uFEFFkind: Pod\nmetadata:\n  name: web\n',
    after: '\uFEFFapiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n',
  });
  inserts('puts a key without a place of its own at the end', {
    at: ['metadata', 'labels'],
    path: ['tier'],
    value: 'front',
    before: yaml`
      metadata:
        labels:
          app: web
          # the rest is added by hand
        annotations: {}
    `,
    after: yaml`
      metadata:
        labels:
          app: web
          tier: front
          # the rest is added by hand
        annotations: {}
    `,
  });
  inserts('works on a last line without a line end', {
    path: ['image'],
    value: 'nginx',
    before: 'spec:\n  containers:\n  - name: web',
    after: 'spec:\n  containers:\n  - name: web\n    image: nginx',
  });
  inserts('writes the line ends of the file', {
    path: ['resources'],
    value: { limits: { memory: '1Gi' } },
    before: crlf('spec:\n  containers:\n    - name: web\n      image: nginx\n\n---\n').slice(0, -5),
    after: crlf(
      'spec:\n  containers:\n    - name: web\n      image: nginx\n      resources:\n        limits:\n          memory: 1Gi\n\n---\n',
    ).slice(0, -5),
  });
  inserts('stays inside a document with markers', {
    at: ['spec'],
    path: ['restartPolicy'],
    value: 'Never',
    before: '%YAML 1.2\n--- # first\nspec:\n  containers: []\n  # the end\n...\n',
    after: '%YAML 1.2\n--- # first\nspec:\n  containers: []\n  restartPolicy: Never\n  # the end\n...\n',
  });
  inserts('does not end a block scalar too early', {
    path: ['tty'],
    value: true,
    before: 'spec:\n  containers:\n  - args:\n    - |+\n      one\n\n        two\n\n\n  # behind\n',
    after: 'spec:\n  containers:\n  - args:\n    - |+\n      one\n\n        two\n\n\n    tty: true\n  # behind\n',
  });
  inserts('does not add to the blank lines that a block scalar keeps at the end', {
    at: [],
    path: ['spec'],
    value: true,
    before: 'data:\n  a: |+\n    one\n\n',
    after: 'data:\n  a: |+\n    one\n\nspec: true\n',
  });
  inserts('goes behind the end of a flow collection on several lines', {
    path: ['env'],
    value: [],
    before: yaml`
      spec:
        containers:
        - ports: [
            {containerPort: 80}, # http
          ] # all of them
          resources: {}
    `,
    after: yaml`
      spec:
        containers:
        - ports: [
            {containerPort: 80}, # http
          ] # all of them
          env: []
          resources: {}
    `,
  });
  inserts('quotes keys where all keys have quotes', {
    at: ['metadata', 'labels'],
    path: ['tier'],
    value: 'front',
    before: 'metadata:\n  labels:\n    "app": web\n    "part": x\n',
    after: 'metadata:\n  labels:\n    "app": web\n    "part": x\n    "tier": front\n',
  });
  inserts('goes by the anchored mapping itself', {
    at: ['metadata', 'labels'],
    path: ['tier'],
    value: 'front',
    before: 'metadata:\n  labels: &labels\n    app: web\n',
    after: 'metadata:\n  labels: &labels\n    app: web\n    tier: front\n',
  });
});

describe('inserting a value that is not there yet', () => {
  inserts('fills a key with nothing behind it', {
    path: ['securityContext', 'runAsNonRoot'],
    value: true,
    before: yaml`
      spec:
        containers:
          - name: web
            securityContext:
            tty: true
    `,
    after: yaml`
      spec:
        containers:
          - name: web
            securityContext:
              runAsNonRoot: true
            tty: true
    `,
  });
  inserts('keeps the comments of an empty key', {
    path: ['securityContext', 'runAsNonRoot'],
    value: true,
    before: yaml`
      spec:
        containers:
          - name: web
            securityContext: # as the team says
              # ask them
            tty: true
    `,
    after: yaml`
      spec:
        containers:
          - name: web
            securityContext: # as the team says
              # ask them
              runAsNonRoot: true
            tty: true
    `,
  });
  inserts('turns empty braces into a block', {
    at: ['spec', 'volumes', 0],
    path: ['emptyDir', 'sizeLimit'],
    value: '1Gi',
    before: yaml`
      spec:
        volumes:
          - name: cache
            emptyDir: {} # scratch
    `,
    after: yaml`
      spec:
        volumes:
          - name: cache
            emptyDir: # scratch
              sizeLimit: 1Gi
    `,
  });
  inserts('turns empty brackets into a block', {
    path: ['ports'],
    value: [{ containerPort: 80 }],
    before: 'spec:\n  containers:\n  - name: web\n    ports: []\n',
    after: 'spec:\n  containers:\n  - name: web\n    ports:\n    - containerPort: 80\n',
  });
  inserts('opens the braces that it is inserted into', {
    at: ['spec', 'containers', 0, 'securityContext'],
    path: ['privileged'],
    value: false,
    before: 'spec:\n  containers:\n  - securityContext: {} # none\n    name: web\n',
    after: 'spec:\n  containers:\n  - securityContext: # none\n      privileged: false\n    name: web\n',
  });
  inserts('fills braces behind a dash on their line', {
    at: ['spec', 'containers', 0],
    path: ['name'],
    value: 'web',
    before: 'spec:\n  containers:\n  - {}\n',
    after: 'spec:\n  containers:\n  - {name: web}\n',
  });
  inserts('replaces null', {
    path: ['resources', 'limits', 'memory'],
    value: '1Gi',
    before: 'spec:\n  containers:\n  - name: web\n    resources: ~\n    tty: true\n',
    after: 'spec:\n  containers:\n  - name: web\n    resources:\n      limits:\n        memory: 1Gi\n    tty: true\n',
  });
  inserts('writes a scalar behind an empty key and before its comment', {
    path: ['image'],
    value: 'nginx',
    before: 'spec:\n  containers:\n  - image: # which?\n    name: web\n',
    after: 'spec:\n  containers:\n  - image: nginx # which?\n    name: web\n',
  });
  inserts('replaces blanks behind an empty key', {
    path: ['image'],
    value: 'nginx',
    before: 'spec:\n  containers:\n  - image:   \n    name: web\n',
    after: 'spec:\n  containers:\n  - image: nginx\n    name: web\n',
  });
  inserts('keeps an anchor', {
    path: ['resources', 'limits'],
    value: { cpu: 1 },
    before: 'spec:\n  containers:\n  - resources: &r {}\n    name: web\n',
    after: 'spec:\n  containers:\n  - resources: &r\n      limits:\n        cpu: 1\n    name: web\n',
  });
  inserts('makes missing parents', {
    at: [],
    path: ['spec', 'template', 'spec', 'securityContext', 'runAsNonRoot'],
    value: true,
    before: 'kind: Deployment\nspec:\n  template:\n    metadata: {}\n',
    after:
      'kind: Deployment\nspec:\n  template:\n    metadata: {}\n    spec:\n      securityContext:\n        runAsNonRoot: true\n',
  });
});

describe('inserting a key in flow style', () => {
  inserts('goes on with the line', {
    path: ['image'],
    value: 'nginx:1.27',
    before: 'spec:\n  containers: [{name: web}] # one\n',
    after: 'spec:\n  containers: [{name: web, image: nginx:1.27}] # one\n',
  });
  inserts('goes between keys and before the first', {
    path: ['imagePullPolicy'],
    value: 'Always',
    before: 'spec:\n  containers:\n  - { image: nginx, tty: true }\n',
    after: 'spec:\n  containers:\n  - { image: nginx, imagePullPolicy: Always, tty: true }\n',
  });
  inserts('goes before the first key', {
    path: ['name'],
    value: 'web',
    before: 'spec:\n  containers:\n  - { image: nginx, tty: true }\n',
    after: 'spec:\n  containers:\n  - { name: web, image: nginx, tty: true }\n',
  });
  inserts('writes what is inside in flow style too, with its padding', {
    path: ['securityContext'],
    value: { capabilities: { drop: ['ALL'] }, readOnlyRootFilesystem: true },
    before: 'spec:\n  containers:\n  - { name: web, ports: [ { containerPort: 80 } ] }\n',
    after:
      'spec:\n  containers:\n  - { name: web, ports: [ { containerPort: 80 } ], securityContext: { capabilities: { drop: [ ALL ] }, readOnlyRootFilesystem: true } }\n',
  });
  inserts('fills empty braces', {
    path: ['resources', 'limits', 'memory'],
    value: '1Gi',
    before: 'spec:\n  containers: [{name: web, resources: {}}]\n',
    after: 'spec:\n  containers: [{name: web, resources: {limits: {memory: 1Gi}}}]\n',
  });
  inserts('replaces null', {
    path: ['resources'],
    value: { limits: { cpu: 1 } },
    before: 'spec:\n  containers: [{name: web, resources: null}]\n',
    after: 'spec:\n  containers: [{name: web, resources: {limits: {cpu: 1}}}]\n',
  });
  inserts('keeps lines and the comments on them', {
    path: ['tty'],
    value: true,
    before: yaml`
      spec:
        containers:
          - {
              name: web, # the name
              image: nginx # the image
            }
    `,
    after: yaml`
      spec:
        containers:
          - {
              name: web, # the name
              image: nginx, # the image
              tty: true
            }
    `,
  });
  inserts('keeps a trailing comma', {
    path: ['tty'],
    value: true,
    before: yaml`
      spec:
        containers:
          - {
              name: web,
              image: nginx,
            }
    `,
    after: yaml`
      spec:
        containers:
          - {
              name: web,
              image: nginx,
              tty: true,
            }
    `,
  });
  inserts('takes over the quotes of the keys', {
    path: ['tty'],
    value: true,
    before: 'spec:\n  containers: [{"name":"web","image":"nginx"}]\n',
    after: 'spec:\n  containers: [{"name":"web","image":"nginx","tty":true}]\n',
  });
  inserts('quotes what flow style would read otherwise', {
    path: ['args'],
    value: ['a,b', '{x}', 'y: z'],
    before: "spec:\n  containers: [{name: 'web'}]\n",
    after: "spec:\n  containers: [{name: 'web', args: ['a,b', '{x}', 'y: z']}]\n",
  });
});

describe('inserting a key in JSON', () => {
  const file = 'deploy.json';
  inserts('writes lines where the document has them', {
    file,
    path: ['resources'],
    value: { limits: { memory: '1Gi' }, claims: [] },
    before: yaml`
      {
        "spec": {
          "containers": [
            {
              "name": "web",
              "tty": true
            }
          ]
        }
      }
    `,
    after: yaml`
      {
        "spec": {
          "containers": [
            {
              "name": "web",
              "resources": {
                "limits": {
                  "memory": "1Gi"
                },
                "claims": []
              },
              "tty": true
            }
          ]
        }
      }
    `,
  });
  inserts('puts a comma behind what was last', {
    file,
    path: ['args'],
    value: ['a'],
    before: '{\n    "spec": {\n        "containers": [\n            { "name": "web" }\n        ]\n    }\n}',
    after:
      '{\n    "spec": {\n        "containers": [\n            { "name": "web", "args": ["a"] }\n        ]\n    }\n}',
  });
  inserts('goes before the first key', {
    file,
    at: [],
    path: ['apiVersion'],
    value: 'v1',
    before: '{\n\t"kind": "Pod",\n\t"spec": {}\n}\n',
    after: '{\n\t"apiVersion": "v1",\n\t"kind": "Pod",\n\t"spec": {}\n}\n',
  });
  inserts('opens empty braces', {
    file,
    at: ['spec'],
    path: ['securityContext', 'runAsUser'],
    value: 1000,
    before: '{\n  "spec": {\n    "hostname": "web",\n    "securityContext": {}\n  }\n}\n',
    after: '{\n  "spec": {\n    "hostname": "web",\n    "securityContext": {\n      "runAsUser": 1000\n    }\n  }\n}\n',
  });
  inserts('replaces null', {
    file,
    at: ['spec'],
    path: ['securityContext', 'runAsUser'],
    value: 1000,
    before: '{\n  "spec": {\n    "securityContext": null\n  }\n}\n',
    after: '{\n  "spec": {\n    "securityContext": {\n      "runAsUser": 1000\n    }\n  }\n}\n',
  });
  inserts('writes nothing but what is needed where nothing else is there', {
    file,
    at: ['spec'],
    path: ['containers'],
    value: [{ name: 'web', command: ['a', 'b'] }],
    before: '{"kind":"Pod","spec":{"hostname":"x"}}',
    after: '{"kind":"Pod","spec":{"hostname":"x","containers":[{"name":"web","command":["a","b"]}]}}',
  });
  inserts('keeps comments', {
    file,
    at: ['spec'],
    path: ['replicas'],
    value: 2,
    before: '{\r\n  "spec": {\r\n    "paused": true // for now\r\n  }\r\n}\r\n',
    after: '{\r\n  "spec": {\r\n    "replicas": 2,\r\n    "paused": true // for now\r\n  }\r\n}\r\n',
  });
  inserts('keeps the comment behind what was last', {
    file,
    at: ['spec'],
    path: ['template'],
    value: {},
    before: '{\n  "spec": {\n    "paused": true // for now\n    /* more */\n  }\n}\n',
    after: '{\n  "spec": {\n    "paused": true, // for now\n    "template": {}\n    /* more */\n  }\n}\n',
  });
  inserts('writes a mode in decimal', {
    file,
    at: ['secret'],
    path: ['defaultMode'],
    value: octal(0o400),
    before: '{ "secret": { "secretName": "s" } }',
    after: '{ "secret": { "secretName": "s", "defaultMode": 256 } }',
  });
});

describe('inserting keys', () => {
  const made = (before: string, value: BlockMapping, at: Path = container): string => {
    const document = parsed(before);
    return madeIn(document, insertMissing(document, mappingAt(document, at), value));
  };

  it('inserts what is missing at any depth, and leaves what is there', () => {
    const before = yaml`
      spec:
        containers:
          - name: web
            image: nginx
            resources:
              limits: # measured
                memory: 2Gi
            securityContext:
              runAsNonRoot: false
            tty: true
    `;
    const after = made(before, {
      securityContext: { runAsNonRoot: true, allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
      resources: { requests: { cpu: '100m', memory: '1Gi' }, limits: { memory: '1Gi', cpu: 1 } },
      imagePullPolicy: 'Always',
      livenessProbe: { httpGet: { path: '/', port: 80 } },
      readinessProbe: { httpGet: { path: '/', port: 80 } },
    });
    assert.equal(
      after,
      yaml`
        spec:
          containers:
            - name: web
              image: nginx
              imagePullPolicy: Always
              resources:
                requests:
                  cpu: 100m
                  memory: 1Gi
                limits: # measured
                  cpu: 1
                  memory: 2Gi
              livenessProbe:
                httpGet:
                  path: /
                  port: 80
              readinessProbe:
                httpGet:
                  path: /
                  port: 80
              securityContext:
                runAsNonRoot: false
                allowPrivilegeEscalation: false
                capabilities:
                  drop:
                    - ALL
              tty: true
      `,
    );
  });

  it('inserts keys that end at one line, the deeper one first', () => {
    const before = 'spec:\n  containers:\n  - name: web\n    resources:\n      limits:\n        cpu: 1\n';
    assert.equal(
      made(before, { restartPolicy: 'Never', containers: 'left alone' }, ['spec']),
      `${before}  restartPolicy: Never\n`,
    );
    assert.equal(
      made(before, { resources: { limits: { memory: '1Gi' }, claims: [] }, tty: true }),
      `${before}        memory: 1Gi\n      claims: []\n    tty: true\n`,
    );
  });

  it('does nothing where nothing is missing', () => {
    const document = parsed('spec:\n  containers:\n  - name: web\n    resources: {}\n');
    const edits = insertMissing(document, mappingAt(document, container), {
      name: 'api',
      resources: {},
      tty: undefined,
    });
    assert.deepEqual(edits, []);
  });

  it('marks what a person should look at', () => {
    const document = parsed("spec:\n  containers:\n  - name: 'web'\n");
    const edits = insertMissing(document, mappingAt(document, container), {
      image: placeholder('nginx:1.27', ['nginx:1.27', 'it: self']),
      resources: { requests: { cpu: placeholder('100m'), memory: placeholder('128Mi', ['128Mi', '1Gi']) } },
      ports: [{ containerPort: placeholder(80) }],
    });
    const result = madeIn(document, edits);
    assert.equal(
      result,
      yaml`
        spec:
          containers:
          - name: 'web'
            image: 'nginx:1.27'
            ports:
            - containerPort: 80
            resources:
              requests:
                cpu: 100m
                memory: 128Mi
      `,
    );
    const [edit] = edits ?? [];
    assert.deepEqual(
      edit?.placeholders?.map((place) => [edit.newText.slice(place.start, place.end), place.choices]),
      [
        ['nginx:1.27', ['nginx:1.27', 'it: self']],
        ['80', undefined],
        ['100m', undefined],
        ['128Mi', ['128Mi', '1Gi']],
      ],
    );
  });

  it('writes lists of scalars on one line where the document does', () => {
    const before = yaml`
      spec:
        containers:
          - name: web
            command: ["sh", "-c"]
    `;
    assert.equal(
      made(before, { securityContext: { capabilities: { drop: ['ALL'] } } }),
      yaml`
        spec:
          containers:
            - name: web
              command: ["sh", "-c"]
              securityContext:
                capabilities:
                  drop: ["ALL"]
      `,
    );
  });

  it('writes a text of several lines as one', () => {
    const before = 'kind: ConfigMap\ndata:\n    a: b\n';
    const value = { script: '#!/bin/sh\n\necho "$1"\n', list: 'one\ntwo', tail: 'one\n\n', blank: ' x\ny\n' };
    assert.equal(
      made(before, value, ['data']),
      `${before}    script: |\n        #!/bin/sh\n\n        echo "$1"\n    list: |-\n        one\n        two\n    tail: "one\\n\\n"\n    blank: " x\\ny\\n"\n`,
    );
    assert.deepEqual(partOf(dataOf(made(before, value, ['data'])), ['data']), { a: 'b', ...value });
  });

  it('writes the modes of files as octal numbers', () => {
    assert.equal(
      made('secret:\n  name: s\n', { defaultMode: octal(0o640) }, ['secret']),
      'secret:\n  name: s\n  defaultMode: 0640\n',
    );
  });
});

describe('a key is not inserted', () => {
  const refuses = (name: string, before: string, at: Path, key: string, value: BlockValue = 1, file?: string): void => {
    it(name, () => {
      const document = parsed(before, file);
      assert.equal(insertKey(document, mappingAt(document, at), key, value), undefined);
    });
  };

  refuses('behind a tag', 'a: !!null\nb: 1\n', [], 'a');
  refuses('where it is', 'a:\n  b: 1\n', ['a'], 'b');
  refuses('what a name without a value stands for', 'a: &x\nb: *x\n', [], 'a');
  refuses('through an alias', 'x: &x\n  b: 1\na: *x\n', ['a'], 'c');
  refuses('into what an alias brings', 'x: &x\n  b: {c: 1}\na:\n  <<: *x\n', ['a', 'b'], 'd');
  refuses('below an explicit key', '? a\n: 1\n? b\n: 2\n', [], 'c');
  refuses('beside a key with an anchor', '&k a: 1\nb: 2\n', [], 'c');
  refuses('into a mapping with a broken line', 'a:\n  b: 1\n  ima\n  c: 2\n', ['a'], 'd');
  refuses('behind an unclosed quote', 'a:\n  b: "1\n', ['a'], 'd');
  refuses('behind a block scalar that ends without a line end', 'a: |\n  text', [], 'b');
  refuses('into empty braces that hold a comment', 'a: { # why\n}\n', [], 'a', { b: 1 });
  refuses('as lines before a comment', 'a: # why\n', [], 'a', 'one\ntwo\n');

  const template = 'chart/templates/deploy.yaml';
  refuses(
    'where a template prints keys',
    'a:\n  b: 1\n  {{- toYaml .Values.a | nindent 2 }}\n',
    ['a'],
    'd',
    1,
    template,
  );
  refuses(
    'behind a key that a template decides about',
    'a: 1\n{{- if .Values.b }}\nb: 2\n{{- end }}\n',
    [],
    'd',
    1,
    template,
  );
  refuses(
    'where a template goes on with the value of the key before',
    'a:\n  b:\n    {{- toYaml .Values.b | nindent 4 }}\n  {{- if .Values.c }}\n  c: 1\n  {{- end }}\n',
    ['a'],
    'd',
    1,
    template,
  );

  it('into a document without a mapping', () => {
    const document = parsed('- a\n');
    assert.equal(document.root?.kind, 'sequence');
  });
});

describe('inserting a key into a template', () => {
  const file = 'chart/templates/deploy.yaml';
  it('goes beside values that actions print', () => {
    const before = yaml`
      kind: Pod
      spec:
        containers:
          - name: {{ .Chart.Name }}
            image: "{{ .Values.image }}"
            {{- with .Values.args }}
            args: {{ . }}
            {{- end }}
    `;
    const document = parsed(before, file);
    const edits = insertKey(document, mappingAt(document, container), 'imagePullPolicy', 'Always');
    assert.equal(
      madeIn(document, edits),
      before.replace('"{{ .Values.image }}"\n', '"{{ .Values.image }}"\n      imagePullPolicy: Always\n'),
    );
  });
});
