import { fullName } from '../../image/full-name';
import { type BuildCommand, readBuildCommand } from '../../knowledge/build-tools';
import { imageBase } from '../../knowledge/image-families';
import { officialName } from '../../knowledge/image-names';
import { buildStepsOf } from './build-steps';
import { absolute } from './copied-paths';
import type { Copy, Dockerfile, RunCommand, Stage } from './dockerfile';
import { instructionsOf, runsOf } from './lookups';
import { packageOperations } from './packages';
import { remembered } from './remembered';
import { chainOf, rootOf, stageCopiedFrom } from './stage-relations';
import { variableFor } from './variables';

/** A build that most likely links against a C library which the image that ships its result has not. */
export interface DynamicBuild {
  readonly language: 'go' | 'rust' | 'c';
  readonly command: RunCommand;
  /** `CGO_ENABLED=1` or the like asks for it. */
  readonly asked: boolean;
  readonly copy: Copy;
}

/** Images with nothing to link against. Source: GoogleContainerTools/distroless:README.md ("static") */
const withoutLibrary = /(?:^|\/)(?:distroless\/static(?:-debian\d+)?|chainguard\/static|static-debian\d+)$/;

/** What a stage's image is called, when that image surely has no C library. */
export function emptyParent(stage: Stage): string | undefined {
  const { parent } = rootOf(stage);
  if (parent.kind === 'scratch') return 'scratch';
  if (parent.kind !== 'image' || parent.reference.resolved === undefined) return undefined;
  return withoutLibrary.test(fullName(parent.reference)) ? parent.reference.text : undefined;
}

/** The builds in other stages whose result a stage copies and could not start. */
export function dynamicBuilds(dockerfile: Dockerfile, stage: Stage): readonly DynamicBuild[] {
  const copies = chainOf(stage).flatMap((each) => instructionsOf(each, 'COPY'));
  const transfers = [...copies, ...chainOf(stage).flatMap((each) => instructionsOf(each, 'ADD'))];
  if (transfers.some(mayBringLibrary)) return [];
  return copies.flatMap((copy) => {
    const builder = copy.from?.value === undefined ? undefined : stageCopiedFrom(dockerfile, copy.from.value);
    if (builder === undefined) return [];
    const dynamic = lastBuilds(builder).flatMap((command) => dynamicBuild(dockerfile, builder, command, copy) ?? []);
    return dynamic.slice(-1);
  });
}

/** Earlier ones are not looked at, so that no file can make the work grow with its square. */
const mostBuilds = 20;

const lastBuilds = remembered((builder: Stage): readonly RunCommand[] =>
  chainOf(builder)
    .flatMap(runsOf)
    .flatMap(buildStepsOf)
    .map(({ command }) => command)
    .slice(-mostBuilds),
);

/** Libraries, or so much that libraries may be among it. */
const mayBringLibrary = ({ sources, destination }: Pick<Copy, 'sources' | 'destination'>): boolean =>
  [...sources, destination].some((word) => {
    const value = word?.value ?? '';
    return (
      /(?:^|\/)lib(?:\d+|32|64)?(?:\/|$)|\bld-|\.so\b|\/lib\/|rootfs|\.tar/.test(value) ||
      (word !== destination && /^\/?\.?$/.test(value))
    );
  });

function dynamicBuild(
  dockerfile: Dockerfile,
  builder: Stage,
  command: RunCommand,
  copy: Copy,
): DynamicBuild | undefined {
  const build = readBuildCommand(command.words.map(({ value }) => value));
  const { parent } = rootOf(builder);
  if (build === undefined || parent.kind !== 'image' || parent.reference.resolved === undefined) return undefined;
  if (!isCopied(build, builder, copy) || asksForStatic(dockerfile, command)) return undefined;
  const image = {
    name: officialName(fullName(parent.reference)),
    ...imageBase(fullName(parent.reference), parent.reference.tag),
  };
  switch (build.tool.language) {
    case 'go':
      return ofGo(dockerfile, builder, command, copy, image);
    case 'rust':
      return image.name === 'rust' && image.libc === 'glibc'
        ? { language: 'rust', command, asked: false, copy }
        : undefined;
    case 'c':
      return build.tool.id === 'compiler' ? { language: 'c', command, asked: false, copy } : undefined;
    default:
      return undefined;
  }
}

function ofGo(
  dockerfile: Dockerfile,
  builder: Stage,
  command: RunCommand,
  copy: Copy,
  { name, libc }: { readonly name: string | undefined; readonly libc: 'glibc' | 'musl' | undefined },
): DynamicBuild | undefined {
  const cgo = variableFor(dockerfile, command, 'CGO_ENABLED');
  if (cgo !== undefined) return cgo.value === '1' ? { language: 'go', command, asked: true, copy } : undefined;
  // For another architecture, and without a C compiler, Go leaves cgo out by itself (go doc cmd/cgo).
  if (variableFor(dockerfile, command, 'GOARCH') !== undefined || builder.from.platform !== undefined) return undefined;
  const compiles = name === 'golang' && (libc === 'glibc' || installsCompiler(builder));
  return compiles ? { language: 'go', command, asked: false, copy } : undefined;
}

const installsCompiler = (stage: Stage): boolean =>
  chainOf(stage)
    .flatMap(runsOf)
    .flatMap(packageOperations)
    .some(
      ({ action, packages }) =>
        action === 'install' && packages.some(({ value }) => /^(?:gcc|build-base|clang)$/.test(value ?? '')),
    );

/** Whether options or variables may ask for a static binary; those that are not written out may do so too. */
function asksForStatic(dockerfile: Dockerfile, command: RunCommand): boolean {
  const words = command.words.map(({ value, text }) => value ?? text);
  if (words.some((word) => /static|netgo|osusergo|musl/.test(word))) return true;
  if (command.words.some(({ value, text }) => value === undefined && /FLAGS|TARGET|OPT|ARGS|TAGS/i.test(text)))
    return true;
  return ['GOFLAGS', 'RUSTFLAGS', 'CARGO_BUILD_TARGET', 'LDFLAGS', 'CFLAGS', 'CC'].some(
    (name) => variableFor(dockerfile, command, name) !== undefined,
  );
}

/** Whether a `COPY` takes what the build makes, as far as its path is written out. */
function isCopied({ artifact, tool }: BuildCommand, builder: Stage, { sources }: Copy): boolean {
  return sources.some(({ value }) => {
    const source = absolute(value, builder);
    if (tool.id === 'cargo-build') return /\/target\/release\/[^/]+$/.test(source);
    if (artifact === undefined) return false;
    const made = absolute(artifact.path, builder);
    return (
      made === source ||
      made.startsWith(`${source}/`) ||
      (artifact.kind === 'directory' && source.startsWith(`${made}/`))
    );
  });
}
