import type { KnownImage } from '../../knowledge/images';
import type {
  Cmd,
  DockerfileWord,
  Entrypoint,
  Healthcheck,
  Inherited,
  Instruction,
  Property,
  ShellInForce,
} from './dockerfile';
import { expandedWord, type Lookup } from './expanded-word';
import { longestPath, normalizedPath } from './paths';
import { shellSetBy } from './shell-in-force';

/** The instruction of a stage, with the shell that was in force there, or the words of a parent image. */
export type Start<Kind extends Cmd | Entrypoint> =
  | { readonly instruction: Kind; readonly shell: ShellInForce }
  | { readonly instruction: undefined; readonly words: readonly string[] };

/** What a stage has come to at its end, for the stages that are built `FROM` it. */
export interface StageEnd {
  readonly environment: ReadonlyMap<string, Inherited<string>>;
  readonly arguments: ReadonlyMap<string, Inherited<string | undefined>>;
  readonly user: Inherited<string> | undefined;
  readonly workingDirectory: Inherited<string> | undefined;
  readonly shell: ShellInForce;
  readonly exposed: readonly Inherited<string>[];
  readonly volumes: readonly Inherited<string>[];
  readonly healthcheck: Healthcheck | undefined;
  readonly stopSignal: Inherited<string> | undefined;
  readonly entrypoint: Start<Entrypoint> | undefined;
  readonly cmd: Start<Cmd> | undefined;
  /** False when a parent image may set what is not set here. */
  readonly knowsDirectory: boolean;
  readonly knowsEntrypoint: boolean;
}

/** What an image says about itself: `null` that nothing is set, `undefined` that it is not known. */
export type ImageDefaults = Pick<
  KnownImage,
  'user' | 'entrypoint' | 'cmd' | 'expose' | 'volumes' | 'workdir' | 'stopsignal' | 'env'
>;

export const scratchDefaults: ImageDefaults = {
  user: null,
  entrypoint: null,
  cmd: null,
  expose: [],
  volumes: [],
  workdir: null,
  stopsignal: null,
  env: {},
};

type Writable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

/** What a stage starts with that is built from an image; of an image that is not known, nothing. */
export function startOfImage(image: ImageDefaults | undefined, shell: ShellInForce): StageEnd {
  return {
    environment: new Map(Object.entries(image?.env ?? {}).map(([name, value]) => [name, ofImage(value)])),
    arguments: new Map(),
    user: image?.user ? ofImage(image.user) : undefined,
    workingDirectory: image?.workdir ? ofImage(image.workdir) : undefined,
    shell,
    exposed: (image?.expose ?? []).map(ofImage),
    volumes: (image?.volumes ?? []).map(ofImage),
    healthcheck: undefined,
    stopSignal: image?.stopsignal ? ofImage(image.stopsignal) : undefined,
    entrypoint: image?.entrypoint ? { instruction: undefined, words: image.entrypoint } : undefined,
    cmd: image?.cmd ? { instruction: undefined, words: image.cmd } : undefined,
    knowsDirectory: image?.workdir !== undefined,
    knowsEntrypoint: image?.entrypoint !== undefined,
  };
}

const ofImage = (value: string): Inherited<string> => ({ value, instruction: undefined });

/** Goes through a stage's instructions. */
export function endOf(start: StageEnd, instructions: readonly Instruction[], globals: Lookup): StageEnd {
  const end: Writable<StageEnd> = { ...start };
  const changes = new Changes(start);
  let setsCmd = false;
  for (const instruction of instructions) {
    switch (instruction.keyword) {
      case 'ENV':
        changes.setEnvironment(instruction, instruction.properties);
        break;
      case 'ARG':
        changes.setArguments(instruction, instruction.properties, globals);
        break;
      case 'USER':
        if (instruction.word !== undefined) end.user = changes.expand(instruction, instruction.word);
        break;
      case 'WORKDIR':
        if (instruction.word !== undefined) {
          const { value } = changes.expand(instruction, instruction.word);
          end.workingDirectory = {
            value: directoryFrom(end.workingDirectory?.value, value, end.knowsDirectory),
            instruction,
          };
        }
        break;
      case 'SHELL':
        end.shell = shellSetBy(instruction) ?? end.shell;
        break;
      case 'EXPOSE':
        changes.exposed.push(...instruction.words.map((word) => changes.expand(instruction, word)));
        break;
      case 'VOLUME':
        changes.volumes.push(...instruction.words.map((word) => changes.expand(instruction, word)));
        break;
      case 'STOPSIGNAL':
        if (instruction.word !== undefined) end.stopSignal = changes.expand(instruction, instruction.word);
        break;
      case 'HEALTHCHECK':
        end.healthcheck = instruction;
        break;
      case 'CMD':
        end.cmd = { instruction, shell: end.shell };
        setsCmd = true;
        break;
      case 'ENTRYPOINT':
        end.entrypoint = { instruction, shell: end.shell };
        end.knowsEntrypoint = true;
        // moby/buildkit dockerfile2llb/convert.go `dispatchEntrypoint`: an inherited CMD is for the inherited program.
        if (!setsCmd) end.cmd = undefined;
        break;
    }
  }
  return { ...end, ...changes.result() };
}

/** Values that grow while a stage is read. What does not change is shared with the parent. */
class Changes {
  readonly exposed: Inherited<string>[] = [];
  readonly volumes: Inherited<string>[] = [];
  private environment: Map<string, Inherited<string>> | undefined;
  private arguments: Map<string, Inherited<string | undefined>> | undefined;

  constructor(private readonly start: StageEnd) {}

  /** `ENV` wins over `ARG`, wherever they stand. */
  readonly lookup: Lookup = (name) =>
    (this.environment ?? this.start.environment).get(name)?.value ??
    (this.arguments ?? this.start.arguments).get(name)?.value;

  expand(instruction: Instruction, word: DockerfileWord): Inherited<string> {
    return { value: expandedWord(word, this.lookup) ?? word.value, instruction };
  }

  setEnvironment(instruction: Instruction, properties: readonly Property[]): void {
    const values = properties.map(({ name, value }) => {
      const inherited = value === undefined ? { value: '', instruction } : this.expand(instruction, value);
      return [name, inherited] as const;
    });
    this.environment ??= new Map(this.start.environment);
    for (const [name, value] of values) this.environment.set(name, value);
  }

  setArguments(instruction: Instruction, properties: readonly Property[], globals: Lookup): void {
    this.arguments ??= new Map(this.start.arguments);
    for (const { name, value } of properties) {
      const known = value === undefined ? globals(name) : expandedWord(value, this.lookup);
      this.arguments.set(name, { value: known, instruction });
    }
  }

  result(): Pick<StageEnd, 'environment' | 'arguments' | 'exposed' | 'volumes'> {
    const { start } = this;
    return {
      environment: this.environment ?? start.environment,
      arguments: this.arguments ?? start.arguments,
      exposed: this.exposed.length === 0 ? start.exposed : distinct([...start.exposed, ...this.exposed]),
      volumes: this.volumes.length === 0 ? start.volumes : distinct([...start.volumes, ...this.volumes]),
    };
  }
}

/** The last of each value, in the order in which the values first came. */
const distinct = (values: readonly Inherited<string>[]): readonly Inherited<string>[] => [
  ...new Map(values.map((inherited) => [inherited.value, inherited])).values(),
];

/**
 * The directory that `WORKDIR` leads to.
 * @param known whether nothing set before means the root; else a relative path stays relative
 */
function directoryFrom(before: string | undefined, written: string, known: boolean): string {
  if (/^(?:[A-Za-z]:|\\|\$)/.test(written)) return written;
  if (written.startsWith('/')) return normalizedPath(written);
  const base = before ?? (known ? '/' : undefined);
  if (base === undefined) return written;
  if (base.length > longestPath) return base;
  return base.startsWith('/') ? normalizedPath(`${base}/${written}`) : `${base}/${written}`;
}
