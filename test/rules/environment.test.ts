import assert from 'node:assert/strict';
import { deployed } from './environment';

const settings = (data: string): string => `---
apiVersion: v1
kind: ConfigMap
metadata: {name: settings}
data: ${data}
`;

const pod = (container: string): string => `---
apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  containers:
    - name: web
      ${container}
`;

const environment = (text: string): unknown => deployed(text)?.environments[0];

describe('what a manifest deploys', () => {
  it('has the same variables wherever their values are written', () => {
    const literal = environment(pod('env: [{name: A, value: one}, {name: B, value: "$(A)-$$(A)"}]'));
    assert.deepEqual(literal, { A: 'one', B: 'one-$(A)' });
    const whole = pod('envFrom: [{configMapRef: {name: settings}}]\n      env: [{name: B, value: "$(A)-$$(A)"}]');
    assert.deepEqual(environment(settings('{A: one}') + whole), literal);
    const key = pod(
      'env: [{name: A, valueFrom: {configMapKeyRef: {name: settings, key: a}}}, {name: B, value: "$(A)-$$(A)"}]',
    );
    assert.deepEqual(environment(settings('{a: one}') + key), literal);
  });

  it('has another variable where a value is no text, or is replaced', () => {
    const whole = pod('envFrom: [{configMapRef: {name: settings}}]');
    assert.deepEqual(environment(settings('{A: 1}') + whole), { A: 'number 1' });
    assert.deepEqual(environment(settings('{A: $(B)}') + whole), { A: '$(B)' });
  });

  it('knows that what is not there may win', () => {
    const sources = '[{configMapRef: {name: settings}}, {secretRef: {name: other}}]';
    assert.deepEqual(environment(settings('{A: one}') + pod(`envFrom: ${sources}`)), { A: 'one unless Secret other' });
  });

  it('reads a reference above the variable as it is written', () => {
    const above = pod('env: [{name: B, value: $(A)}, {name: A, value: one}]');
    assert.deepEqual(environment(above), { A: 'one', B: '$(A)' });
  });
});
