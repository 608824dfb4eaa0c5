import type { TextRange } from '../../engine/text';
import { fullName } from '../../image/full-name';
import { officialName } from '../../knowledge/image-names';
import { serverRole } from '../../knowledge/image-roles';
import {
  type Service,
  type ServiceFamily,
  serviceNamed,
  serviceOfPackage,
  serviceOfProgram,
} from '../../knowledge/service-families';
import { serviceStart } from '../../knowledge/service-starters';
import { type Argument, argumentsOf } from '../../shell/command-line';
import { commandPlaces } from '../../shell/commands';
import { unwrap } from '../../shell/wrappers';
import type { Stage } from './dockerfile';
import { runsOf } from './lookups';
import { packageOperations } from './packages';
import { chainOf, rootOf } from './stage-relations';

/** A server with the place that brings or starts it. */
export interface PlacedService extends Service {
  /** As written. */
  readonly name: string;
  readonly at: TextRange;
  readonly argument: Argument | undefined;
}

/** The servers that a stage's process starts, the first of each family. */
export function startedServices({ process }: Stage): readonly PlacedService[] {
  if (process === undefined) return [];
  const { script, program } = process;
  const commands =
    script === undefined ? [program] : commandPlaces(script).map(({ command }) => unwrap(argumentsOf(command)).program);
  return firstOfEach(commands.flatMap(startedBy));
}

function startedBy(words: readonly Argument[]): readonly PlacedService[] {
  const [program] = words;
  if (program?.value === undefined || program.range === undefined) return [];
  const { range: at } = program;
  const start = serviceStart(words.map(({ value }) => value));
  if (start !== undefined)
    return start.services.flatMap((name) => {
      const service = name === undefined ? undefined : serviceNamed(name);
      const word = words.find(({ value }) => value === name) ?? program;
      return name === undefined || service === undefined
        ? []
        : [{ ...service, name, at: word.range ?? at, argument: word }];
    });
  const service = serviceOfProgram(program.value);
  return service === undefined ? [] : [{ ...service, name: program.value, at, argument: program }];
}

/** The servers that the layers of a stage hold: that of its parent image, and those that are installed, the first of each family. */
export const installedServices = (stage: Stage): readonly PlacedService[] =>
  firstOfEach([...serviceOfParent(stage), ...installsOfServices(chainOf(stage))]);

/** Every package with a server that stages install. */
export const installsOfServices = (stages: readonly Stage[]): readonly PlacedService[] =>
  stages
    .flatMap(runsOf)
    .flatMap(packageOperations)
    .flatMap(({ manager, action, packages }) =>
      manager.kind !== 'system' || action !== 'install' ? [] : packages.flatMap(serviceIn),
    );

function serviceIn(argument: Argument): readonly PlacedService[] {
  const { value, range } = argument;
  const service = value === undefined ? undefined : serviceOfPackage(value);
  return value === undefined || service === undefined || range === undefined
    ? []
    : [{ ...service, name: value, at: range, argument }];
}

const families: Readonly<Record<string, Service | undefined>> = {
  web: { family: 'web', label: 'web server' },
  database: { family: 'database', label: 'database' },
  cache: { family: 'cache', label: 'cache' },
  queue: { family: 'queue', label: 'message broker' },
  runtime: { family: 'application', label: 'application server' },
};

function serviceOfParent(stage: Stage): readonly PlacedService[] {
  const { parent } = rootOf(stage);
  if (parent.kind !== 'image' || parent.reference.resolved === undefined) return [];
  const { reference } = parent;
  const name = fullName(reference);
  const role = officialName(name) === 'php' ? roleOfPhp(reference.tag ?? '') : serverRole(name);
  const service = role === undefined ? undefined : families[role];
  return service === undefined ? [] : [{ ...service, name: reference.text, at: reference.range, argument: undefined }];
}

/** The plain image of php has no server in it. */
const roleOfPhp = (tag: string): 'web' | 'runtime' | undefined =>
  /fpm/.test(tag) ? 'runtime' : /apache/.test(tag) ? 'web' : undefined;

function firstOfEach(services: readonly PlacedService[]): readonly PlacedService[] {
  const first = new Map<ServiceFamily, PlacedService>();
  for (const service of services) if (!first.has(service.family)) first.set(service.family, service);
  return [...first.values()];
}
