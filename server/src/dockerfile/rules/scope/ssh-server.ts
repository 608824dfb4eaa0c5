import type { FixOffer } from '../../../engine/rule';
import type { TextRange } from '../../../engine/text';
import { serviceOfPackage } from '../../../knowledge/service-families';
import { isForSsh } from '../../../knowledge/ssh-purposes';
import type { Argument } from '../../../shell/command-line';
import { cutOut } from '../../edits/cut';
import { deleteInstruction } from '../../edits/delete-instruction';
import { removePackage } from '../../edits/remove-package';
import type { Dockerfile, DockerfileWord, Expose, Stage } from '../../model/dockerfile';
import { instructionsOf, runsOf, textIn } from '../../model/lookups';
import { type PackageOperation, packageOperations } from '../../model/packages';
import { startedServices } from '../../model/services';
import { isForDevelopment } from '../../model/stage-purpose';
import { chainOf } from '../../model/stage-relations';
import { dockerfileRule } from '../../rule';

export default dockerfileRule({
  id: 'ssh-server',
  chapter: 'scope',
  covers: ['trivy/DS-0004', 'checkov/CKV_DOCKER_1'],
  variants: {
    installed: {
      severity: 'warning',
      message: '`{name}` is a second way in, with keys and updates of its own: `kubectl exec` needs none of it',
    },
    exposed: {
      severity: 'warning',
      equals: ['trivy/DS-0004', 'checkov/CKV_DOCKER_1'],
      message: 'Port `{name}` is SSH: a second way in beside `kubectl exec`, with keys and updates of its own',
    },
    started: {
      severity: 'warning',
      message: '`{name}` is a second way in, which Kubernetes neither sees nor controls: `kubectl exec` does the same',
    },
  },
  fixes: {
    uninstall: { title: 'Do not install `{name}`', safety: 'behaviour' },
    close: { title: 'Do not expose port `{name}`', safety: 'behaviour' },
  },
  check(dockerfile, report) {
    if (isSshImage(dockerfile)) return;
    const seen = new Set<number>();
    const isNew = ({ start }: TextRange): boolean => {
      const known = seen.has(start);
      seen.add(start);
      return !known;
    };
    for (const stage of dockerfile.stages) {
      if (!stage.shipped || isForSsh(stage.name ?? '') || isForDevelopment(dockerfile, stage)) continue;
      const chain = chainOf(stage);
      const found = installs(chain);
      const isUsed =
        found.length > 0 &&
        isServerUsed(
          dockerfile,
          chain,
          found.map(({ name }) => name),
        );
      for (const install of found) {
        const { range: at, value, text } = install.name;
        if (at === undefined || !isNew(at)) continue;
        const fixes = isUsed ? [] : uninstalls(dockerfile, install);
        report({ variant: 'installed', at, values: { name: value ?? text }, fixes });
      }
      for (const { expose, word } of exposures(chain))
        if (isNew(word.range))
          report({
            variant: 'exposed',
            at: word.range,
            values: { name: word.value },
            fixes: closings(dockerfile, expose, word),
          });
      for (const { family, name, at } of startedServices(stage))
        if (family === 'ssh' && isNew(at)) report({ variant: 'started', at, values: { name } });
    }
  },
});

/** Judged by the file's name and that of its folder. */
const isSshImage = ({ path = '' }: Dockerfile): boolean => path.split(/[\\/]/).slice(-2).some(isForSsh);

interface Install {
  readonly operation: PackageOperation;
  readonly name: Argument;
}

const installs = (stages: readonly Stage[]): readonly Install[] =>
  stages
    .flatMap(runsOf)
    .flatMap(packageOperations)
    .flatMap((operation) =>
      operation.manager.kind !== 'system' || operation.action !== 'install'
        ? []
        : operation.packages.flatMap((name) =>
            name.value !== undefined && serviceOfPackage(name.value)?.family === 'ssh' ? [{ operation, name }] : [],
          ),
    );

/** What would fail without the server: its configuration, its keys, its start. */
const usesServer = /sshd|dropbear|\/etc\/ssh|ssh-keygen|(?:service|systemctl|rc-service|init\.d\/)\s*(?:start\s+)?ssh/;

function isServerUsed(dockerfile: Dockerfile, stages: readonly Stage[], names: readonly Argument[]): boolean {
  const packages = new RegExp([...new Set(names.map(({ text }) => text))].map(escaped).join('|'), 'g');
  return stages.some(({ range }) => usesServer.test(textIn(dockerfile, range).replace(packages, '')));
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

function uninstalls(dockerfile: Dockerfile, { operation, name }: Install): readonly FixOffer<'uninstall'>[] {
  const edits = removePackage(dockerfile, operation, name);
  return edits === undefined
    ? []
    : [{ id: 'uninstall', values: { name: name.value ?? name.text }, edits: () => edits }];
}

const exposures = (stages: readonly Stage[]): readonly { readonly expose: Expose; readonly word: DockerfileWord }[] =>
  stages
    .flatMap((stage) => instructionsOf(stage, 'EXPOSE'))
    .flatMap((expose) =>
      expose.words.filter(({ value }) => /^22(?:\/tcp)?$/i.test(value)).map((word) => ({ expose, word })),
    );

function closings(dockerfile: Dockerfile, expose: Expose, word: DockerfileWord): readonly FixOffer<'close'>[] {
  const edits =
    expose.words.length > 1 ? cutOut(dockerfile, expose, [word.range]) : deleteInstruction(dockerfile, expose);
  return edits === undefined ? [] : [{ id: 'close', edits: () => edits }];
}
