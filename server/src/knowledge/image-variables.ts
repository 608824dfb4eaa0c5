/**
 * Arguments that BuildKit sets by itself: `FROM` sees them, a stage needs an `ARG` of the name.
 * Source: moby/buildkit frontend/dockerfile/docs/reference.md, "Automatic platform ARGs in the global scope"
 */
export const platformArguments: ReadonlySet<string> = new Set([
  ...['TARGETPLATFORM', 'TARGETOS', 'TARGETARCH', 'TARGETVARIANT', 'TARGETSTAGE'],
  ...['BUILDPLATFORM', 'BUILDOS', 'BUILDARCH', 'BUILDVARIANT'],
]);

/** What is there without being declared, as far as a file can rely on it. Source: the same, "Predefined ARGs". */
export const implicitVariable = /^(?:PATH|(?:https?|ftp|no|all)_proxy|BUILDKIT_\w+|SOURCE_DATE_EPOCH)$/i;

/** What a shell or a login sets when a container starts; Docker knows nothing of it while it builds. */
export const shellVariables: ReadonlySet<string> = new Set(['HOME', 'PWD', 'USER', 'HOSTNAME', 'UID', 'LOGNAME']);

/** Images whose variables are called after something else than the image. Source: docker-library's Dockerfiles. */
const makers: readonly { readonly prefix: RegExp; readonly images: RegExp }[] = [
  { prefix: /^(?:java|jre|jdk)/, images: /jdk|jre|java|temurin|corretto|zulu|semeru|maven|gradle|tomcat|jetty/ },
  { prefix: /^(?:pg|postgres)/, images: /postg/ },
  { prefix: /^(?:yarn|npm)/, images: /node/ },
  { prefix: /^(?:go|golang)$/, images: /go/ },
  { prefix: /^(?:njs|pkg|acme|dynpkg)/, images: /nginx/ },
  { prefix: /^(?:dotnet|aspnet|asp)/, images: /dotnet|aspnet/ },
  { prefix: /^(?:gem|bundle|rubygems)/, images: /ruby/ },
  { prefix: /^(?:cuda|nv|nccl|cudnn)/, images: /cuda|nvidia|pytorch|tensorflow/ },
  { prefix: /^(?:catalina|tomcat)/, images: /tomcat/ },
  { prefix: /^(?:rust|cargo)/, images: /rust/ },
  { prefix: /^(?:conda|mamba)/, images: /conda|jupyter/ },
  { prefix: /^(?:jenkins|ref)/, images: /jenkins/ },
];

/**
 * Whether an image may bring a variable, judged by the names: `PYTHON_VERSION` in `python` and in whatever is called after it.
 * @param image as it is written, tag and all
 */
export function maySetVariable(image: string, variable: string): boolean {
  const name = image.toLowerCase();
  const own = variable.toLowerCase();
  const stem = own.replace(/_.*$/, '');
  if (stem.length > 1 && name.includes(stem)) return true;
  return makers.some(({ prefix, images }) => prefix.test(own) && images.test(name));
}
