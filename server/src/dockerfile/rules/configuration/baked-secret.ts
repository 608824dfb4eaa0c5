import type { Problem } from '../../../engine/rule';
import type { TextRange } from '../../../engine/text';
import { isSecretName, secretIn, secretLabels, secretValueKind } from '../../../knowledge/secrets';
import { bakedAccounts, writtenSecrets } from '../../model/command-secrets';
import type { Add, Arg, Env, Instruction, Property, Stage } from '../../model/dockerfile';
import { instructionsOrTriggersOf, runsOf } from '../../model/lookups';
import { dockerfileRule } from '../../rule';

const named = ['hadolint/DL3064', 'buildkit/SecretsUsedInArgOrEnv', 'trivy/DS-0031'];

export default dockerfileRule({
  id: 'baked-secret',
  chapter: 'configuration',
  variants: {
    value: {
      severity: 'warning',
      equals: ['trivy/DS-0031'],
      message: '`{name}` holds {label}: whoever reads this file or can pull the image has it',
    },
    environment: {
      severity: 'warning',
      equals: named,
      message: '`{name}` is baked into the image: whoever can pull it reads the secret with `docker inspect`',
    },
    argument: {
      severity: 'warning',
      equals: named,
      message: 'What is passed as `{name}` stays in the history of the image: whoever can pull it reads the secret',
    },
    builder: {
      severity: 'information',
      equals: named,
      message: '`{name}` does not reach the image, but stays in the cache and the provenance of the build',
    },
    placeholder: {
      severity: 'information',
      equals: named,
      message: '`{name}` has a value that anybody can guess: whoever forgets to set it runs with that one',
    },
    command: {
      severity: 'warning',
      equals: ['trivy/DS-0031'],
      message: '`{command}` gets a secret that stands in this file and in the history of the image',
    },
    account: {
      severity: 'warning',
      equals: ['checkov/CKV2_DOCKER_17'],
      message: '`{command}` gives an account a password that is the same in every container, and stands in this file',
    },
  },
  phrases: { label: secretLabels },
  check(dockerfile, report) {
    for (const problem of dockerfile.globalArguments.flatMap((each) => ofVariables(each, undefined))) report(problem);
    for (const stage of dockerfile.stages) {
      const setting = [...instructionsOrTriggersOf(stage, 'ENV'), ...instructionsOrTriggersOf(stage, 'ARG')];
      for (const problem of setting.flatMap((each) => ofVariables(each, stage))) report(problem);
      for (const problem of instructionsOrTriggersOf(stage, 'ADD').flatMap(ofSources)) report(problem);
      for (const run of runsOf(stage)) {
        for (const { command, at, label } of writtenSecrets(run))
          report(
            label === undefined
              ? { variant: 'command', at, values: { command } }
              : { variant: 'value', at, values: { name: command, label } },
          );
        if (!stage.contributesLayers) continue;
        for (const { name, at } of bakedAccounts(run)) report({ variant: 'account', at, values: { command: name } });
      }
    }
  },
});

type Found = Problem<'value' | 'environment' | 'argument' | 'builder' | 'placeholder', never, never>;

/** @param stage in which they are; `undefined` before the first */
function ofVariables(instruction: Env | Arg, stage: Stage | undefined): readonly Found[] {
  const ships = stage?.contributesLayers ?? false;
  return instruction.properties.flatMap((property): readonly Found[] => {
    const at = property.nameRange;
    const { name } = property;
    const secret = isPassedOn(instruction, property, stage)
      ? ({ kind: 'name' } as const)
      : secretIn(name, givenValue(instruction, property), 'build');
    if (secret === undefined) return [];
    if (secret.label !== undefined)
      return [
        {
          variant: 'value',
          at: valueRange(property),
          values: { name, label: secret.label },
          // The others report the name, whatever the value is.
          ...(isSecretName(name, 'build') && { equals: named }),
        },
      ];
    if (!ships) return [{ variant: 'builder', at, values: { name } }];
    if (secret.kind === 'placeholder') return [{ variant: 'placeholder', at, values: { name } }];
    return [{ variant: instruction.keyword === 'ENV' ? 'environment' : 'argument', at, values: { name } }];
  });
}

/** An `ARG` with an empty default waits for a value, like one without. */
const givenValue = ({ keyword }: Instruction, { value }: Property): string | undefined =>
  keyword === 'ARG' && (value === undefined || value.value === '') ? undefined : (value?.value ?? '');

const valueRange = ({ value, range }: Property): TextRange => value?.range ?? range;

/** `ENV TOKEN=$TOKEN`: what only the build was given gets into the image. */
function isPassedOn({ keyword }: Instruction, { name, value }: Property, stage: Stage | undefined): boolean {
  if (keyword !== 'ENV' || value === undefined || stage === undefined || !isSecretName(name, 'build')) return false;
  return value.variables.some((variable) => stage.arguments[variable.name] !== undefined);
}

const ofSources = ({ sources }: Add): readonly Found[] =>
  sources.flatMap(({ value, range }): readonly Found[] => {
    const label = secretValueKind(value);
    return label === undefined ? [] : [{ variant: 'value', at: range, values: { name: 'ADD', label } }];
  });
