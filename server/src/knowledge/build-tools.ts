import { baseName, splitCommand, type Word } from './command-options';
import { canonicalName } from './image-names';

export type BuildLanguage =
  | 'go'
  | 'rust'
  | 'java'
  | 'dotnet'
  | 'node'
  | 'c'
  | 'swift'
  | 'haskell'
  | 'elixir'
  | 'scala'
  | 'php'
  | 'python';

/** A program that turns source into what is shipped. */
export interface BuildTool {
  readonly id: string;
  readonly language: BuildLanguage;
  readonly commands: readonly string[];
  /** Words of which one must be among the operands; every call builds when absent. */
  readonly tasks?: RegExp;
  readonly syntax?: { readonly clusters?: boolean; readonly valueOptions?: readonly string[] };
  /** Options that say where the artifact goes. */
  readonly output?: readonly string[];
  /** What `output` names. */
  readonly outputKind?: 'file' | 'directory';
  /** Where the artifact lies when no option says so; `{name}` is the project's name, unknown here. */
  readonly artifacts: readonly { readonly path: string; readonly kind: 'file' | 'directory' | 'pattern' }[];
  readonly source: string;
}

/** Build commands, first fit wins. */
export const buildTools: readonly BuildTool[] = [
  {
    id: 'go-build',
    language: 'go',
    commands: ['go'],
    tasks: /^build$/,
    syntax: {
      valueOptions: ['-o', '-C', '-ldflags', '-tags', '-mod', '-modfile', '-gcflags', '-asmflags', '-buildmode', '-p'],
    },
    output: ['-o'],
    outputKind: 'file',
    // Without -o the file is called like the module or the directory: not known from the Dockerfile.
    artifacts: [],
    source: 'golang/go:src/cmd/go/alldocs.go',
  },
  {
    id: 'go-install',
    language: 'go',
    commands: ['go'],
    tasks: /^install$/,
    artifacts: [{ path: '/go/bin', kind: 'directory' }],
    source: 'golang/go:src/cmd/go/alldocs.go; docker-library/golang (GOPATH=/go)',
  },
  {
    id: 'cargo-build',
    language: 'rust',
    commands: ['cargo'],
    tasks: /^(?:build|b|auditable)$/,
    syntax: {
      clusters: true,
      valueOptions: ['--target', '--target-dir', '-p', '--package', '--bin', '--profile', '--features', '-F', '-j'],
    },
    output: ['--artifact-dir', '--out-dir'],
    outputKind: 'directory',
    artifacts: [{ path: 'target/release/{name}', kind: 'file' }],
    source: 'rust-lang/cargo:src/doc/src/commands/cargo-build.md',
  },
  {
    id: 'cargo-install',
    language: 'rust',
    commands: ['cargo'],
    tasks: /^install$/,
    syntax: { clusters: true, valueOptions: ['--root', '--path', '--version', '--git', '--bin'] },
    artifacts: [{ path: '/usr/local/cargo/bin', kind: 'directory' }],
    source: 'rust-lang/cargo:src/doc/src/commands/cargo-install.md; rust-lang/docker-rust',
  },
  {
    id: 'maven',
    language: 'java',
    commands: ['mvn', 'mvnw', 'mvnd'],
    tasks: /^(?:package|verify|install|deploy)$|:repackage$/,
    syntax: { valueOptions: ['-f', '--file', '-s', '--settings', '-pl', '--projects', '-P', '-T'] },
    artifacts: [{ path: 'target/*.jar', kind: 'pattern' }],
    source: 'apache/maven: default build directory',
  },
  {
    id: 'gradle',
    language: 'java',
    commands: ['gradle', 'gradlew'],
    tasks: /(?:^|:)(?:build|assemble|jar|bootJar|shadowJar|installDist|war)$/,
    syntax: { valueOptions: ['-b', '-p', '-x', '--exclude-task', '-g'] },
    artifacts: [{ path: 'build/libs/*.jar', kind: 'pattern' }],
    source: 'gradle/gradle: default build directory',
  },
  {
    id: 'sbt',
    language: 'scala',
    commands: ['sbt'],
    tasks: /assembly|stage|dist|package/,
    artifacts: [{ path: 'target/universal/stage', kind: 'directory' }],
    source: 'sbt/sbt-native-packager: stage',
  },
  {
    id: 'dotnet-publish',
    language: 'dotnet',
    commands: ['dotnet'],
    tasks: /^publish$/,
    syntax: {
      valueOptions: [
        '-o',
        '--output',
        '-c',
        '--configuration',
        '-r',
        '--runtime',
        '-f',
        '--framework',
        '-v',
        '-a',
        '--os',
      ],
    },
    output: ['-o', '--output'],
    outputKind: 'directory',
    artifacts: [],
    source: 'dotnet/docs:docs/core/tools/dotnet-publish.md',
  },
  {
    id: 'dotnet-build',
    language: 'dotnet',
    commands: ['dotnet', 'msbuild'],
    tasks: /^(?:build|msbuild)$/,
    syntax: { valueOptions: ['-o', '--output', '-c', '--configuration', '-r', '-f', '-v'] },
    output: ['-o', '--output'],
    outputKind: 'directory',
    artifacts: [],
    source: 'dotnet/docs:docs/core/tools/dotnet-build.md',
  },
  {
    id: 'node-build',
    language: 'node',
    commands: ['npm', 'yarn', 'pnpm', 'bun'],
    tasks: /^(?:build|build:.+|compile|bundle|generate)$/,
    artifacts: [
      { path: 'dist', kind: 'directory' },
      { path: 'build', kind: 'directory' },
    ],
    source: 'conventions of vite, webpack, tsc (dist) and create-react-app (build)',
  },
  {
    id: 'node-bundler',
    language: 'node',
    commands: ['tsc', 'vite', 'webpack', 'esbuild', 'ng', 'next', 'nuxt', 'rollup', 'parcel', 'turbo', 'nx'],
    tasks: /^(?:build|generate|export)$/,
    syntax: { valueOptions: ['--outDir', '--outdir', '--outfile', '-o', '--output-path'] },
    output: ['--outDir', '--outdir', '--outfile', '-o', '--output-path'],
    outputKind: 'directory',
    artifacts: [{ path: 'dist', kind: 'directory' }],
    source: "each tool's documentation",
  },
  {
    id: 'make',
    language: 'c',
    commands: ['make', 'gmake', 'ninja', 'meson', 'bazel', 'scons'],
    artifacts: [],
    source: 'GNU make(1)',
  },
  {
    id: 'cmake',
    language: 'c',
    commands: ['cmake'],
    syntax: { valueOptions: ['-S', '-B', '-G', '-D', '--build', '--install', '--prefix'] },
    artifacts: [],
    source: 'CMake cmake(1)',
  },
  {
    id: 'compiler',
    language: 'c',
    commands: ['gcc', 'g++', 'cc', 'c++', 'clang', 'clang++'],
    syntax: { clusters: true, valueOptions: ['-o', '-I', '-L', '-l', '-D', '-x', '-include'] },
    output: ['-o'],
    outputKind: 'file',
    artifacts: [{ path: 'a.out', kind: 'file' }],
    source: 'GCC gcc(1)',
  },
  {
    id: 'swift',
    language: 'swift',
    commands: ['swift'],
    tasks: /^build$/,
    syntax: { valueOptions: ['-c', '--configuration', '--product', '--scratch-path'] },
    artifacts: [{ path: '.build/release/{name}', kind: 'file' }],
    source: 'swiftlang/swift-package-manager: documentation',
  },
  {
    id: 'haskell',
    language: 'haskell',
    commands: ['cabal', 'stack', 'ghc'],
    tasks: /^(?:build|install)$/,
    artifacts: [],
    source: "each tool's documentation",
  },
  {
    id: 'mix-release',
    language: 'elixir',
    commands: ['mix'],
    tasks: /^release$/,
    artifacts: [{ path: '_build/prod/rel/{name}', kind: 'directory' }],
    source: 'elixir-lang/elixir:lib/mix/lib/mix/tasks/release.ex',
  },
  {
    id: 'python-wheel',
    language: 'python',
    commands: ['pip', 'pip3'],
    tasks: /^wheel$/,
    syntax: { clusters: true, valueOptions: ['-w', '--wheel-dir', '-r', '-c', '-f'] },
    output: ['-w', '--wheel-dir'],
    outputKind: 'directory',
    artifacts: [{ path: '.', kind: 'directory' }],
    source: 'pypa/pip:docs/html/cli/pip_wheel.rst',
  },
];

export interface BuildCommand {
  readonly tool: BuildTool;
  /** Path of what is built, as written; `undefined` when it is not literal or only the project knows. */
  readonly artifact: { readonly path: string; readonly kind: 'file' | 'directory' | 'pattern' } | undefined;
}

/** Reads a build command. `npx`, `yarn run` and the like are looked through. */
export function readBuildCommand(words: readonly Word[]): BuildCommand | undefined {
  const first = words[0];
  if (first === undefined) return undefined;
  const name = baseName(first);
  if (name === 'npx' || name === 'bunx' || name === 'pnpx')
    return readBuildCommand(words.slice(1).filter((word) => word !== '--yes' && word !== '-y'));
  for (const tool of buildTools) {
    if (!tool.commands.includes(name)) continue;
    const { options, operands } = splitCommand(words, 1, tool.syntax);
    const named = operands.some(({ word }) => word !== undefined && (tool.tasks?.test(word) ?? false));
    // `tsc`, `webpack` and `esbuild` build without being asked.
    const unasked = tool.id === 'node-bundler' && /^(?:tsc|webpack|esbuild|rollup|parcel)$/.test(name);
    if (tool.tasks !== undefined && !named && !unasked) continue;
    const output = options.filter((option) => tool.output?.includes(option.name) && option.hasValue).at(-1);
    if (output !== undefined) {
      const path = output.value;
      const kind = tool.outputKind ?? 'file';
      return {
        tool,
        artifact: path === undefined ? undefined : { path, kind: path.endsWith('/') ? 'directory' : kind },
      };
    }
    const [artifact] = tool.artifacts;
    return { tool, artifact: artifact === undefined || artifact.path.includes('{name}') ? undefined : artifact };
  }
  return undefined;
}

/** Packages of distributions that are there to compile, not to run. Sources: Debian, Alpine, Fedora package indexes. */
const toolchainPackages: ReadonlySet<string> = new Set([
  ...[
    'build-essential',
    'build-base',
    'base-devel',
    '@development-tools',
    'gcc',
    'g++',
    'gcc-c++',
    'clang',
    'llvm',
    'make',
  ],
  ...[
    'cmake',
    'ninja-build',
    'ninja',
    'samurai',
    'meson',
    'automake',
    'autoconf',
    'libtool',
    'pkg-config',
    'pkgconf',
    'bison',
    'flex',
  ],
  ...[
    'musl-dev',
    'libc-dev',
    'linux-headers',
    'golang',
    'golang-go',
    'go',
    'cargo',
    'rust',
    'rustc',
    'rustup',
    'maven',
    'gradle',
    'ant',
    'sbt',
  ],
  ...[
    'default-jdk',
    'default-jdk-headless',
    'dpkg-dev',
    'rpm-build',
    'patch',
    'gdb',
    'binutils',
    'nasm',
    'yasm',
    'ghc',
    'ocaml',
  ],
]);
const jdk = /^(?:openjdk-?\d+(?:-jdk(?:-headless)?)?|java-\d+(?:\.\d+\.\d+)?-openjdk-devel)$/;
const development = /-(?:dev|devel|headers|static)$/;

/** Whether a package is a compiler, a build system or headers. Versions (`gcc=12`) and architectures are looked past. */
export function isToolchainPackage(name: string): 'toolchain' | 'headers' | undefined {
  const plain = name.replace(/[=~<>:@].*$/, '') || name;
  if (toolchainPackages.has(plain) || toolchainPackages.has(name) || /^(?:gcc|g\+\+|clang|llvm|golang)-?\d/.test(plain))
    return 'toolchain';
  if (jdk.test(plain)) return 'toolchain';
  return development.test(plain) ? 'headers' : undefined;
}

interface BuilderImage {
  readonly repositories: RegExp;
  readonly tags?: RegExp;
  readonly exceptTags?: RegExp;
  readonly language: BuildLanguage;
  /** What the finished program needs below it; `{version}` is the builder's own version. */
  readonly runtime?: readonly string[];
}

/** Images that carry a toolchain: fine to build in, large and full of tools to ship. Source: the images' Dockerfiles. */
export const builderImages: readonly BuilderImage[] = [
  { repositories: /^golang$/, language: 'go', runtime: ['gcr.io/distroless/static:nonroot', 'alpine'] },
  { repositories: /^rust$/, language: 'rust', runtime: ['gcr.io/distroless/cc:nonroot', 'debian:trixie-slim'] },
  { repositories: /^maven$|^gradle$/, language: 'java', runtime: ['eclipse-temurin:{version}-jre'] },
  {
    repositories: /^(?:eclipse-temurin|sapmachine|azul-zulu|ibm-semeru-runtimes)$/,
    exceptTags: /jre/,
    language: 'java',
    runtime: ['eclipse-temurin:{version}-jre'],
  },
  {
    repositories: /^(?:openjdk|amazoncorretto)$/,
    exceptTags: /jre|headless/,
    language: 'java',
    runtime: ['eclipse-temurin:{version}-jre'],
  },
  {
    repositories: /^mcr\.microsoft\.com\/dotnet(?:\/nightly)?\/sdk$/,
    language: 'dotnet',
    runtime: ['mcr.microsoft.com/dotnet/aspnet:{version}'],
  },
  { repositories: /^gcc$/, language: 'c', runtime: ['debian:trixie-slim'] },
  { repositories: /^buildpack-deps$/, exceptTags: /curl|scm/, language: 'c', runtime: ['debian:{version}-slim'] },
  { repositories: /^swift$/, exceptTags: /slim/, language: 'swift', runtime: ['swift:{version}-slim'] },
  { repositories: /^haskell$/, language: 'haskell', runtime: ['debian:bookworm-slim'] },
  { repositories: /^elixir$/, language: 'elixir', runtime: ['debian:trixie-slim'] },
  { repositories: /^composer$/, language: 'php' },
  { repositories: /^(?:ghcr\.io\/)?astral-sh\/uv$/, language: 'python' },
];

/** The row for an image that carries a toolchain. `repository` comes without tag. */
export function builderImage(repository: string, tag = 'latest'): BuilderImage | undefined {
  const name = canonicalName(repository);
  return builderImages.find(
    (image) =>
      image.repositories.test(name) &&
      (image.tags === undefined || image.tags.test(tag)) &&
      image.exceptTags?.test(tag) !== true,
  );
}

/** What a stage is for by its name. */
export function stagePurpose(name: string): 'build' | 'test' | 'development' | undefined {
  if (/(?:^|[-_.])(?:tests?|testing|lint|check|ci|e2e|unit)(?:[-_.]|$)/i.test(name)) return 'test';
  if (/(?:^|[-_.])(?:dev|develop|development|debug|devcontainer|local)(?:[-_.]|$)/i.test(name)) return 'development';
  if (
    /(?:^|[-_.])(?:build|builder|building|compile|compiler|deps|dependencies|vendor|install|publish|assets|sdk)(?:[-_.]|$)/i.test(
      name,
    )
  )
    return 'build';
  return undefined;
}

/** Instructions that only make sense in a stage that is run. */
export const shippedMarkers: readonly string[] = ['CMD', 'ENTRYPOINT', 'EXPOSE', 'HEALTHCHECK', 'STOPSIGNAL', 'VOLUME'];
