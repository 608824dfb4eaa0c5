import { type BuildTool, readBuildCommand } from '../../knowledge/build-tools';
import type { Run, RunCommand } from './dockerfile';
import { remembered } from './remembered';

/** A command that turns source into what is shipped. */
export interface BuildStep {
  readonly command: RunCommand;
  readonly tool: BuildTool;
}

/** The build commands of a `RUN`, in source order. */
export const buildStepsOf: (run: Run) => readonly BuildStep[] = remembered((run) =>
  run.commands.flatMap((command) => {
    const build = readBuildCommand(command.words.map(({ value }) => value));
    return build === undefined || !isBuilding(command) ? [] : [{ command, tool: build.tool }];
  }),
);

/** Targets of `make` and the like that make nothing to ship. */
const idleTargets = /^(?:(?:dist|mostly|maintainer-)?clean|check|tests?|lint|uninstall|help|fmt|vet)$/;

const isBuilding = ({ words }: RunCommand): boolean =>
  !words.slice(1).some(({ value }) => value !== undefined && idleTargets.test(value));
