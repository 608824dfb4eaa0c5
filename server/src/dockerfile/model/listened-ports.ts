import type { TextRange } from '../../engine/text';
import { listenPorts, portOfVariable } from '../../knowledge/listen-ports';
import { probeCommand } from '../../knowledge/probe-commands';
import { argumentsOf } from '../../shell/command-line';
import { commandPlaces } from '../../shell/commands';
import { unwrap } from '../../shell/wrappers';
import { applicationOf } from './application';
import type { Dockerfile, Healthcheck, Stage } from './dockerfile';
import { execArguments } from './process';

/** A port that the application listens on by what the file says. */
export interface ListenedPort {
  readonly port: number;
  readonly range: TextRange;
}

/** What the command, the variables and the health check of a stage's image say about its ports, in this order. */
export const listenedPorts = (dockerfile: Dockerfile, stage: Stage): readonly ListenedPort[] => [
  ...inCommand(stage),
  ...inVariables(stage),
  ...inHealthcheck(dockerfile, stage.healthcheck),
];

function inCommand(stage: Stage): readonly ListenedPort[] {
  const words = applicationOf(stage);
  return listenPorts(words.map(({ value }) => value)).flatMap(({ port, index }) => {
    const range = words[index]?.range;
    return range === undefined ? [] : [{ port, range }];
  });
}

const inVariables = ({ environment }: Stage): readonly ListenedPort[] =>
  Object.entries(environment).flatMap(([name, { value, instruction }]) => {
    const property =
      instruction?.keyword === 'ENV' ? instruction.properties.findLast((each) => each.name === name) : undefined;
    const port = portOfVariable(name, value);
    return property === undefined || port === undefined ? [] : [{ port, range: property.range }];
  });

function inHealthcheck({ text }: Dockerfile, healthcheck: Healthcheck | undefined): readonly ListenedPort[] {
  const { command } = healthcheck ?? {};
  if (command === undefined) return [];
  const lines =
    command.form === 'exec'
      ? [execArguments(command, text)]
      : (command.script === undefined ? [] : commandPlaces(command.script)).map((place) => argumentsOf(place.command));
  return lines.flatMap((line) => {
    const { program } = unwrap(line);
    const asks = probeCommand(program.map(({ value }) => value))?.asks;
    const word = asks && program.find(({ value }) => new RegExp(`(?:^|:)${asks.port}(?:/|$)`).test(value ?? ''));
    return asks === undefined || word?.range === undefined ? [] : [{ port: asks.port, range: word.range }];
  });
}
