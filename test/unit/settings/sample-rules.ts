import type { Rule } from '../../../server/src/engine/rule';
import { ruleNames } from '../../../server/src/settings/rule-names';

const silent = { check: () => undefined };

/** Rules as settings see them: their names, aliases and options. They find nothing. */
export const sampleRules: readonly Rule<object>[] = [
  {
    ...silent,
    id: 'package-cache',
    chapter: 'layers',
    variants: {
      cache: {
        severity: 'information',
        message: 'm',
        equals: ['hadolint/DL3009', 'hadolint/DL3019', 'trivy/DS-0017'],
      },
    },
    options: {
      maximum: { type: 'integer', default: 10, minimum: 1, description: 'd' },
      strict: { type: 'boolean', default: false, description: 'd' },
      style: { type: 'string', default: 'short', choices: ['short', 'long'], description: 'd' },
      prefix: { type: 'string', default: '', description: 'd' },
      allowed: { type: 'strings', default: [], description: 'd' },
    },
  },
  {
    ...silent,
    id: 'root-user',
    chapter: 'security',
    variants: {
      root: {
        severity: 'warning',
        message: 'm',
        equals: ['hadolint/DL3002', 'checkov/CKV_DOCKER_3', 'checkov/CKV_DOCKER_8'],
      },
    },
  },
  {
    ...silent,
    id: 'unpinned-package',
    chapter: 'layers',
    enabled: false,
    covers: ['hadolint/DL3015'],
    variants: {
      apt: { severity: 'warning', message: 'm', equals: ['hadolint/DL3008'] },
      pip: { severity: 'warning', message: 'm', equals: ['hadolint/DL3013'] },
    },
  },
  {
    ...silent,
    id: 'missing-readiness-probe',
    chapter: 'health',
    variants: {
      missing: {
        severity: 'warning',
        message: 'm',
        equals: ['kube-linter/no-readiness-probe', 'kube-score/pod-probes', 'checkov/CKV_K8S_9'],
      },
    },
  },
  {
    ...silent,
    id: 'missing-liveness-probe',
    chapter: 'health',
    variants: {
      missing: {
        severity: 'information',
        message: 'm',
        equals: ['kube-linter/no-liveness-probe', 'kube-score/pod-probes', 'checkov/CKV_K8S_8'],
      },
    },
  },
];

export const sampleNames = ruleNames(sampleRules);
