import assert from 'node:assert/strict';
import { datedFields, wasField } from '../../../../server/src/knowledge/field-versions';
import { fieldAt, typeAt } from '../../../../server/src/manifest/schema/field-path';
import type { FieldType, ObjectType } from '../../../../server/src/manifest/schema/field-types';
import {
  apiVersions,
  fieldTable,
  kindsOf,
  typeNamed,
  typeOfKind,
} from '../../../../server/src/manifest/schema/kubernetes-types';

const deployment = typeOfKind('apps/v1', 'Deployment');

describe('the table of fields', () => {
  it('says where it comes from', () => {
    assert.match(fieldTable.source, /client-node \d/);
    assert.equal(fieldTable.kubernetes, '1.36');
  });

  it('knows what each version serves', () => {
    assert.ok(apiVersions().includes('networking.k8s.io/v1'));
    assert.ok(kindsOf('v1').includes('Pod'));
    assert.deepEqual(kindsOf('extensions/v1beta1'), []);
    assert.equal(typeOfKind('v1', 'Deployment'), undefined);
    assert.equal(typeOfKind('autoscaling/v2', 'HorizontalPodAutoscaler')?.name, 'V2HorizontalPodAutoscaler');
    assert.equal(typeOfKind('toString', 'constructor'), undefined);
  });

  it('can be read to its end', () => {
    const seen = new Set<ObjectType>();
    const visit = (type: FieldType): void => {
      if (type.kind === 'list') visit(type.items);
      else if (type.kind === 'map') visit(type.values);
      else if (type.kind === 'object' && !seen.has(type)) {
        seen.add(type);
        for (const field of type.fields.values()) visit(field.type);
      }
    };
    for (const apiVersion of apiVersions())
      for (const kind of kindsOf(apiVersion)) visit(typeOfKind(apiVersion, kind) ?? { kind: 'any' });
    assert.ok(seen.size > 450, String(seen.size));
  });

  it('says what a field holds', () => {
    assert.ok(deployment);
    const container = ['spec', 'template', 'spec', 'containers', 0];
    assert.deepEqual(typeAt(deployment, [...container, 'imagePullPolicy']), {
      kind: 'scalar',
      scalar: 'string',
      format: undefined,
      values: ['Always', 'IfNotPresent', 'Never'],
    });
    assert.deepEqual(typeAt(deployment, [...container, 'resources', 'limits', 'memory']), {
      kind: 'scalar',
      scalar: 'quantity',
      format: undefined,
      values: [],
    });
    assert.equal(fieldAt(deployment, ['spec', 'selector'])?.required, true);
    assert.equal(fieldAt(deployment, ['spec', 'replicas'])?.required, false);
    assert.equal(fieldAt(deployment, [...container, 'command'])?.type.kind, 'list');
    assert.equal(fieldAt(deployment, [...container, 'livenesProbe']), undefined);
    assert.equal(fieldAt(deployment, ['metadata', 'labels', 'app']), undefined);
    assert.equal(fieldAt(deployment, container), undefined);
    assert.equal(typeAt(deployment, ['spec', 0]), undefined);
  });

  it('says since when a field is there', () => {
    assert.deepEqual(typeNamed('PodSpec')?.fields.get('hostUsers')?.version, {
      added: 25,
      on: 33,
      gate: 'UserNamespacesSupport',
    });
    assert.equal(typeNamed('PodSpec')?.fields.get('containers')?.version, undefined);
  });

  it('has every field of which an age is known', () => {
    const unknown = [...datedFields()].filter((name) => {
      const [type = '', field = ''] = name.split('.');
      return typeNamed(type)?.fields.has(field) !== true;
    });
    assert.deepEqual(unknown, []);
  });

  it('knows what older releases had', () => {
    assert.equal(wasField('PodResourceClaim', 'source', 28), true);
    assert.equal(wasField('PodResourceClaim', 'source', 31), false);
    assert.equal(wasField('PodSpec', 'containers', 28), false);
  });
});
