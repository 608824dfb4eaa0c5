import type {
  Body,
  CommandPlace,
  CompoundCommand,
  Pipeline,
  Place,
  Script,
  ShellCommand,
  SimpleCommand,
  Statement,
  WordPart,
} from './syntax';

/** Every simple command of a script in source order, with those in compound commands and in substitutions. */
export function commandPlaces(script: Script): readonly CommandPlace[] {
  const places: CommandPlace[] = [];
  visitStatements(script.statements, rootOf(script), places);
  return places.sort((one, other) => one.command.range.start - other.command.range.start);
}

/**
 * What a script ends with: the commands of which one is the last that runs in the foreground, through groups, `if` and
 * `case`. Of `a && b` that is `b`, of `a || b` it is either. Loops, subshells and function definitions are given whole.
 * Empty when the last statement runs in the background.
 */
export function lastForeground(script: Script): readonly Place[] {
  const last: Place[] = [];
  visitLast(script.statements, rootOf(script), last);
  return last;
}

/** Whether the command, or something that it is part of, runs in the background. */
export const isBackgrounded = ({ path }: Place): boolean => path.some(({ terminator }) => terminator?.text === '&');

/** Whether both commands are in the same sequence of statements, so that one runs before the other in the same shell. */
export const inSameList = (one: Place, other: Place): boolean => one.siblings === other.siblings;

/** The command's name without its folder, `apt-get` for `/usr/bin/apt-get`, when it is written out. */
export function commandName({ words }: SimpleCommand): string | undefined {
  const name = words[0]?.literal;
  return name === undefined ? undefined : baseName(name);
}

/** The last part of a path. */
export const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

type Surroundings = Pick<Place, 'siblings' | 'path' | 'enclosing' | 'body' | 'substituted'>;

const rootOf = (script: Script): Surroundings => ({
  siblings: script.statements,
  path: [],
  enclosing: [script],
  body: undefined,
  substituted: false,
});

function within(place: Place, compound: CompoundCommand, body: Body): Surroundings {
  const { path, substituted } = place;
  return { siblings: body.statements, path, enclosing: [...place.enclosing, compound], body, substituted };
}

function placeIn(
  { siblings, enclosing, body, substituted }: Surroundings,
  statement: Statement,
  path: readonly Statement[],
  pipeline: Pipeline,
  command: ShellCommand,
): Place {
  return { command, pipeline, statement, siblings, path, enclosing, body, substituted };
}

function visitStatements(statements: readonly Statement[], around: Surroundings, places: CommandPlace[]): void {
  for (const statement of statements) {
    const path = [...around.path, statement];
    for (const pipeline of statement.pipelines) {
      for (const command of pipeline.commands) visit(placeIn(around, statement, path, pipeline, command), places);
    }
  }
}

function visit(place: Place, places: CommandPlace[]): void {
  const { command } = place;
  if (isOfSimple(place)) places.push(place);
  if (command.kind === 'simple') {
    for (const assignment of command.assignments) visitParts(assignment.value.parts, place, places);
  } else {
    visitParts(command.expansions, place, places);
    for (const body of command.bodies) {
      for (const pattern of body.patterns ?? []) visitParts(pattern.parts, place, places);
      visitStatements(body.statements, within(place, command, body), places);
    }
  }
  for (const word of command.words) visitParts(word.parts, place, places);
  for (const redirect of command.redirects) {
    visitParts(redirect.target?.parts ?? [], place, places);
    visitParts(redirect.expansions ?? [], place, places);
  }
}

const isOfSimple = (place: Place): place is CommandPlace => place.command.kind === 'simple';

function visitParts(parts: readonly WordPart[], place: Place, places: CommandPlace[]): void {
  for (const part of parts) {
    if (part.kind === 'substitution') {
      const { script } = part;
      const enclosing = [...place.enclosing, script];
      const around = { siblings: script.statements, path: place.path, enclosing, body: undefined, substituted: true };
      visitStatements(script.statements, around, places);
    } else if (part.kind === 'parameter' || part.kind === 'arithmetic') visitParts(part.nested, place, places);
  }
}

function visitLast(statements: readonly Statement[], around: Surroundings, last: Place[]): void {
  const statement = statements.at(-1);
  if (statement === undefined || statement.terminator?.text === '&') return;
  const path = [...around.path, statement];
  for (const pipeline of lastPipelines(statement)) {
    for (const command of pipeline.commands) visitLastOf(placeIn(around, statement, path, pipeline, command), last);
  }
}

/** The last pipeline of an and-or list, with those before it that would skip it by succeeding. */
function lastPipelines({ pipelines, operators }: Statement): readonly Pipeline[] {
  let first = pipelines.length - 1;
  while (first > 0 && operators[first - 1]?.text === '||') first--;
  return pipelines.slice(first);
}

function visitLastOf(place: Place, last: Place[]): void {
  const { command } = place;
  if (command.kind === 'simple' || !isTransparent(command)) last.push(place);
  else {
    for (const body of command.bodies) {
      if (body.role !== 'condition') visitLast(body.statements, within(place, command, body), last);
    }
  }
}

const isTransparent = ({ kind }: CompoundCommand): boolean => kind === 'group' || kind === 'if' || kind === 'case';
