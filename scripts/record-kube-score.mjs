// Records what kube-score says of every manifest example, so that the tests can compare without having it.
// Usage: see record-peers.mjs, which runs this.
import { newestKubernetes, objectName, record, run } from './peer-answers.mjs';

const tool = 'kube-score';
const version = /version: ([\d.]+)/.exec(run(tool, ['version']))?.[1];
const checks = run(tool, ['list'])
  .trim()
  .split('\n')
  .map((line) => line.slice(0, line.indexOf(',')));
const asked = ['--output-format', 'json', '--all-default-optional', '--kubernetes-version', `v${newestKubernetes}`];

/** Below this it has something to say (kube-score scorecard: GradeAllOK). */
const allRight = 10;

record(tool, version, checks, (file) => {
  const objects = JSON.parse(run(tool, ['score', ...asked, file]) || '[]') ?? [];
  return objects.flatMap(({ type_meta, object_meta, checks: results }) => {
    const object = objectName(type_meta.kind, object_meta.name ?? '', object_meta.namespace);
    const failed = results.filter(({ skipped, grade }) => !skipped && grade < allRight);
    return [
      { object },
      ...failed.flatMap(({ check, comments }) =>
        (comments ?? [{}]).map(({ path }) => ({ object, check: check.id, container: path || undefined })),
      ),
    ];
  });
});
