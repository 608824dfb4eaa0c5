// Records what polaris says of every manifest example, so that the tests can compare without having it.
// Usage: see record-peers.mjs, which runs this. It does not list its checks: the record has them from the names of the files
// in pkg/config/checks of its repository.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { folder, objectName, record, recorded, run } from './peer-answers.mjs';

const tool = 'polaris';
const version = /[\d.]{3,}/.exec(run(tool, ['version']))?.[0];
const { checks } = recorded(tool);
const configuration = path.join(folder, 'polaris.yaml');
// Without the exemptions that it has by default for well-known names.
writeFileSync(
  configuration,
  JSON.stringify({ checks: Object.fromEntries(checks.map((check) => [check, 'warning'])), exemptions: [] }),
);

record(tool, version, checks, (file) => {
  const { Results } = JSON.parse(
    run(tool, ['audit', '--config', configuration, '--audit-path', file, '--format', 'json']) || '{}',
  );
  return (Results ?? []).flatMap(({ Kind, Name, Namespace, Results: own, PodResult }) => {
    const object = objectName(Kind, Name, Namespace);
    const containers = (PodResult?.ContainerResults ?? []).flatMap(({ Name: container, Results: found }) =>
      failed(found).map((check) => ({ object, check, container })),
    );
    return [{ object }, ...failed(own, PodResult?.Results).map((check) => ({ object, check })), ...containers];
  });
});

function failed(...results) {
  return results.flatMap((result) =>
    Object.values(result ?? {})
      .filter(({ Success }) => !Success)
      .map(({ ID }) => ID),
  );
}
