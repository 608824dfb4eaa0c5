/**
 * Variables that tune a language's runtime or the process itself: they belong to the program and its container, and are the same
 * wherever it runs. Sources: the documentation of Go (runtime), OpenJDK (java, JDK_JAVA_OPTIONS), Node.js (CLI), CPython (command
 * line), Ruby, .NET (runtime configuration), glibc, OpenMP; POSIX.1-2017, Environment Variables.
 */
const runtimeVariable =
  /^(?:GO(?:GC|DEBUG|MAXPROCS|MEMLIMIT|TRACEBACK)|(?:_?JAVA|JDK_JAVA|JAVA_TOOL|JVM|CATALINA|MAVEN|GRADLE|SBT|KAFKA_HEAP|KAFKA_JVM_PERFORMANCE|ES_JAVA)_(?:OPTS|OPTIONS)|JAVA_HOME|NODE_OPTIONS|UV_THREADPOOL_SIZE|NPM_CONFIG_\w+|PYTHON[A-Z]+|RUBY\w*|GEM_HOME|BUNDLE_\w+|PERL5LIB|DOTNET_\w+|COMPlus_\w+|MALLOC_\w+|OMP_\w+|LD_\w+|TZ|LANG|LANGUAGE|LC_\w+|PATH|HOME|PORT|TERM|SHELL|USER|HOSTNAME|TMPDIR|DEBIAN_FRONTEND|DISABLE_PROFILER|DISABLE_TRACING|NVIDIA_\w+)$/;

/** Whether a variable tunes how a program runs, and says nothing of what it is for. */
export const tunesRuntime = (name: string): boolean => runtimeVariable.test(name);
