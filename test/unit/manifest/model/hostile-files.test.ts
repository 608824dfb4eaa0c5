import assert from 'node:assert/strict';
import { Analyser } from '../../../../server/src/engine/analyser';
import { defaultSettings } from '../../../../server/src/engine/settings';
import { languages } from '../../../../server/src/languages';

const many = 2_000;

const pod = (name: string, labels: string): string =>
  `---\napiVersion: v1\nkind: Pod\nmetadata: {name: ${name}, labels: {${labels}}}\nspec: {containers: [{name: a, ports: [{containerPort: 1}]}]}\n`;
const service = (name: string, selector: string): string =>
  `---\napiVersion: v1\nkind: Service\nmetadata: {name: ${name}, labels: {${selector}}}\nspec: {selector: {${selector}}, ports: [{port: 80}]}\n`;
const policy = (name: string, labels: string): string =>
  `---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: ${name}}\nspec: {podSelector: {matchLabels: {${labels}}}}\n`;
const deployment = (name: string, labels: string): string =>
  `---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: ${name}}\nspec: {selector: {matchLabels: {${labels}}}, template: {metadata: {labels: {${labels}}}, spec: {containers: [{name: a}]}}}\n`;
const ingress = (name: string, to: string): string =>
  `---\napiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: ${name}}\nspec: {defaultBackend: {service: {name: ${to}, port: {number: 80}}}}\n`;
const autoscaler = (name: string, to: string): string =>
  `---\napiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: {name: ${name}}\nspec: {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: ${to}}, maxReplicas: 3}\n`;

const each = (text: (word: string) => string): string =>
  Array.from({ length: many }, (_, index) =>
    text(index.toString(36).replace(/\d/g, (digit) => 'zyxwvutsrq'[Number(digit)] ?? '')),
  ).join('');

const shapes: readonly (readonly [string, string])[] = [
  [
    'Services of pods that all have their labels',
    each((word) => pod(`p${word}`, 'app: web') + service(`s${word}`, 'app: web')),
  ],
  [
    'Services that find nothing',
    each((word) => pod(`p${word}`, `app: one${word}`) + service(`s${word}`, `app: two${word}`)),
  ],
  [
    'policies that find nothing',
    each((word) => pod(`p${word}`, `app: one${word}`) + policy(`s${word}`, `app: two${word}`)),
  ],
  ['workloads with one selector', each((word) => deployment(`d${word}`, 'app: web'))],
  [
    'Ingresses that lead nowhere',
    each((word) => service(`s${word}`, `app: a${word}`) + ingress(`i${word}`, `t${word}`)),
  ],
  [
    'autoscalers of nothing',
    each((word) => deployment(`d${word}`, `app: a${word}`) + autoscaler(`h${word}`, `e${word}`)),
  ],
];

const rules = [
  'dangling-autoscaler',
  'dangling-ingress',
  'dangling-network-policy',
  'dangling-service',
  'missing-network-policy',
  'overlapping-selectors',
  'target-port',
];

describe('rules about several objects in hostile files', () => {
  const settings = { ...defaultSettings, select: rules };
  for (const [name, text] of shapes)
    it(`take no square of the time for ${name}`, function () {
      this.timeout(60_000);
      const started = process.cpuUsage();
      new Analyser(languages).analyse({ path: 'a.yaml', languageId: undefined, text }, settings, '2026-11-26');
      const { user, system } = process.cpuUsage(started);
      // A second or two is usual, and nearly all of it goes into reading; what grows with the square takes minutes.
      assert.ok((user + system) / 1e6 < 30, `${(user + system) / 1e6} s`);
    });
});
