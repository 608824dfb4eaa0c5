import { fullName } from '../../../image/full-name';
import { officialName } from '../../../knowledge/image-names';
import type { RunCommand, Stage } from '../../model/dockerfile';
import { runsOf, textIn } from '../../model/lookups';
import { packageOperations } from '../../model/packages';
import { chainOf, rootOf } from '../../model/stage-relations';
import { dockerfileRule } from '../../rule';

export default dockerfileRule({
  id: 'wget-and-curl',
  chapter: 'layers',
  variants: {
    both: {
      severity: 'hint',
      equals: ['hadolint/DL4001', 'trivy/DS-0014'],
      message:
        '`{second}` does what `{first}` can do: one of the two programs, with its libraries, need not be in the image',
    },
  },
  notes: { first: 'Downloads by the other program' },
  check(dockerfile, report) {
    for (const stage of dockerfile.stages) {
      if (!stage.contributesLayers) continue;
      const [first, second] = bothUsed(stage);
      const at = second?.words[0]?.range;
      if (first === undefined || second === undefined || at === undefined || hasBothAnyway(stage)) continue;
      const place = first.place.command.range;
      report({
        variant: 'both',
        at,
        values: { first: textIn(dockerfile, place), second: textIn(dockerfile, second.place.command.range) },
        related: [{ at: first.words[0]?.range ?? place, note: 'first' }],
      });
    }
  },
});

/** The first use of each of the two programs, in source order. */
function bothUsed(stage: Stage): readonly (RunCommand | undefined)[] {
  const commands = runsOf(stage).flatMap((run) => run.commands);
  const wget = commands.find(({ name }) => name === 'wget');
  const curl = commands.find(({ name }) => name === 'curl');
  if (wget === undefined || curl === undefined) return [];
  return commands.indexOf(wget) < commands.indexOf(curl) ? [wget, curl] : [curl, wget];
}

/** Images that have not both of them by themselves. Source: their root file systems; see knowledge/families.ts */
const bare: ReadonlySet<string> = new Set(['debian', 'ubuntu', 'alpine', 'busybox']);

/** Whether leaving one of them out saves nothing: neither is installed here, and the parent may have both. */
function hasBothAnyway(stage: Stage): boolean {
  const installs = chainOf(stage)
    .flatMap(runsOf)
    .flatMap(packageOperations)
    .filter(({ action }) => action === 'install');
  if (installs.some(({ packages }) => packages.some(({ value }) => /^(?:wget|curl)(?:[=<>~].*)?$/.test(value ?? ''))))
    return false;
  const { parent } = rootOf(stage);
  if (parent.kind !== 'image') return true;
  const name = officialName(fullName(parent.reference));
  return name === undefined || !(bare.has(name) || parent.reference.tag?.includes('slim') === true);
}
