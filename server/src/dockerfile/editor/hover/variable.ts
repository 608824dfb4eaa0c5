import { inlineCode } from '../../../engine/markdown';
import { rendered, templates } from '../../../engine/message';
import { platformArguments } from '../../../knowledge/image-variables';
import type { Dockerfile, Inherited, Property } from '../../model/dockerfile';
import { globalArgumentValues } from '../../model/global-arguments';
import { rootOf } from '../../model/stage-relations';
import type { VariableUse } from '../../model/variable-uses';
import { variableBefore } from '../../model/variables';

const texts = templates({
  known: '**{name}** = {value}',
  unknown: '**{name}**',
  environment: 'Set by `ENV`: for the instructions below and for every container',
  argument: 'A variable of the build: `--build-arg {name}=…` changes it, and no container has it',
  global: 'For `FROM` lines: a stage that needs it says `ARG {name}`',
  image: 'Set by the parent image {image}',
  platform: 'Set by the builder: {says}',
  needed: 'A variable of the build without a default: `--build-arg {name}=…` sets it',
  build: 'Not set while a container runs: an `ARG` is for the build alone',
});

/** What the builder sets by itself. Source: moby/buildkit frontend/dockerfile/docs/reference.md */
const platformTexts: Readonly<Record<string, string>> = templates({
  TARGETPLATFORM: 'the platform of the image, such as `linux/arm64`',
  TARGETOS: 'the operating system of the image, such as `linux`',
  TARGETARCH: 'the architecture of the image, such as `arm64`',
  TARGETVARIANT: 'the variant of the architecture of the image, such as `v7`',
  TARGETSTAGE: 'the stage that is built, as `--target` names it',
  BUILDPLATFORM: 'the platform of the builder, such as `linux/amd64`',
  BUILDOS: 'the operating system of the builder, such as `linux`',
  BUILDARCH: 'the architecture of the builder, such as `amd64`',
  BUILDVARIANT: 'the variant of the architecture of the builder, such as `v7`',
});

/** What a variable is where it stands, and who says so; `undefined` for one that only a shell knows. */
export function variableText(dockerfile: Dockerfile, use: VariableUse): string | undefined {
  const { name } = use;
  const found = valueAt(dockerfile, use);
  const says = origin(dockerfile, use, found);
  if (says === undefined) return undefined;
  const value = found?.value;
  const head =
    value === undefined ? rendered(texts.unknown, { name }) : rendered(texts.known, { name, value: shown(value) });
  return `${head}\n\n${says}`;
}

const longest = 200;

const shown = (value: string): string =>
  value === '' ? '`""`' : inlineCode(value.length <= longest ? value : `${value.slice(0, longest)} …`);

/** The value where it is read; where it is set, what it is set to. */
function valueAt(dockerfile: Dockerfile, use: VariableUse): Inherited<string | undefined> | undefined {
  const { name, instruction, role, reader, scope } = use;
  if (scope === undefined) {
    const declared = dockerfile.globalArguments.findLast(({ properties }) =>
      properties.some((one) => one.name === name),
    );
    const value = globalArgumentValues(dockerfile.globalArguments, dockerfile.escape)(name);
    return declared && { value, instruction: declared };
  }
  const stage = dockerfile.stages[scope];
  if (stage === undefined) return undefined;
  const sets = role === 'define' || role === 'declare';
  if (reader === 'container-shell' || instruction.onbuild !== undefined) return stage.environment[name];
  return variableBefore(stage, name, sets ? instruction.range.end : instruction.range.start);
}

function origin(
  dockerfile: Dockerfile,
  use: VariableUse,
  found: Inherited<string | undefined> | undefined,
): string | undefined {
  const { name, scope, reader } = use;
  const stage = scope === undefined ? undefined : dockerfile.stages[scope];
  const isArgument = found?.instruction?.keyword === 'ARG' || (scope === undefined && use.role === 'read');
  if (isArgument && platformArguments.has(name))
    return rendered(texts.platform, { says: rendered(platformTexts[name] ?? '', {}) });
  if (found === undefined)
    return reader === 'container-shell' && stage?.arguments[name] !== undefined ? rendered(texts.build, {}) : undefined;
  const { instruction } = found;
  if (instruction === undefined) {
    const image = stage && rootOf(stage).from.image?.text;
    return image === undefined ? undefined : rendered(texts.image, { image: inlineCode(image) });
  }
  if (instruction.keyword === 'ENV') return rendered(texts.environment, {});
  if (instruction.keyword !== 'ARG') return undefined;
  if (scope === undefined) return rendered(texts.global, { name });
  const property = propertyOf(instruction.properties, name);
  return rendered(property?.value === undefined && found.value === undefined ? texts.needed : texts.argument, { name });
}

const propertyOf = (properties: readonly Property[], name: string): Property | undefined =>
  properties.findLast((property) => property.name === name);
