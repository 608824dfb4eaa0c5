const building =
  /^(?:go|cargo|rustc|mvnw?|gradlew?|make|cmake|ninja|gcc|g\+\+|clang|clang\+\+|sbt|stack|cabal|mix|bazel|swift|tox|pytest|hadolint|shellcheck)$/;

/** Whether a program builds or tests: what starts it is there to build in. */
export const buildsSoftware = (name: string): boolean => building.test(name);

const developing =
  /^(?:nodemon|ts-node|ts-node-dev|tsx|vite|webpack|webpack-dev-server|next|nuxt|ng|react-scripts|parcel|storybook|pytest|tox|cypress|playwright|jest|vitest|mocha|karma)$/;

/**
 * Whether a program runs a project from its sources or tests it, and comes with its development dependencies. Source: each
 * project's own installation guide (`--save-dev`, a `dev` group).
 */
export const comesWithDevelopment = (name: string): boolean => developing.test(name);

const starting = /^(?:npm|npx|yarn|pnpm|pnpx|bun|bunx|corepack|composer|poetry|pdm)$/;

/** Whether a program starts what the project's own files say: nobody sees what that needs. */
export const startsProject = (name: string): boolean => starting.test(name);
