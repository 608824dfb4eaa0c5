/** The features that others serve, by the language that the server calls them by. */
export type Served = Readonly<Record<string, readonly string[]>>;

/** What of the editor decides who serves what. */
export interface Surroundings {
  /** The package.json of an extension that is installed and switched on. */
  manifestOf(id: string): { readonly extensionPack?: unknown } | undefined;
  /** The schemas that the setting `yaml.schemas` names. */
  readonly yamlSchemas: readonly string[];
}

/** What the Dockerfile language server offers (rcjsuen/dockerfile-language-server README). */
const dockerfileServer = ['completion', 'hover', 'outline', 'folding', 'navigation', 'highlights', 'rename', 'links'];

/** What the YAML language server offers in every file (redhat-developer/yaml-language-server README). */
const yamlServer = ['outline', 'folding', 'selectionRanges', 'links'];

/** What it offers where it knows a schema for a file. */
const schemaFeatures = ['completion', 'hover'];

/**
 * Docker DX (docker.docker) and the extensions of linters are not among them: of a Dockerfile they serve findings, which are
 * left to them one by one. VS Code's own Docker and YAML support colours and no more.
 */
const servers: Readonly<Record<string, (surroundings: Surroundings) => Served>> = {
  'ms-azuretools.vscode-containers': () => ({ dockerfile: dockerfileServer }),
  // It served Dockerfiles itself until 2.0 made a pack of it, of which the one above is a part.
  'ms-azuretools.vscode-docker': ({ manifestOf }): Served =>
    Array.isArray(manifestOf('ms-azuretools.vscode-docker')?.extensionPack) ? {} : { dockerfile: dockerfileServer },
  'redhat.vscode-yaml': ({ yamlSchemas }) => ({
    manifest: [...yamlServer, ...(yamlSchemas.some((schema) => /kubernetes/i.test(schema)) ? schemaFeatures : [])],
    settings: yamlServer,
  }),
  // It gives the YAML language server the schemas of a cluster.
  'ms-kubernetes-tools.vscode-kubernetes-tools': () => ({ manifest: schemaFeatures }),
};

/** By language, what the other extensions that are there serve. */
export function servedBy(surroundings: Surroundings): Served {
  const served: Record<string, readonly string[]> = {};
  for (const [id, features] of Object.entries(servers)) {
    if (surroundings.manifestOf(id) === undefined) continue;
    for (const [language, more] of Object.entries(features(surroundings)))
      served[language] = [...new Set([...(served[language] ?? []), ...more])];
  }
  return served;
}
