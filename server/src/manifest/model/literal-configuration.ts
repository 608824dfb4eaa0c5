import { remembered } from '../../engine/remembered';
import type { TextRange } from '../../engine/text';
import { environmentHost } from '../../knowledge/environment-values';
import { tunesRuntime } from '../../knowledge/runtime-variables';
import { isSecretName, secretIn, secretValueKind } from '../../knowledge/secrets';
import { literalVariables } from './literal-variables';
import { entryOf } from './lookup';
import type { Container, EnvironmentVariable } from './manifest';

/** The settings that a container has in its own manifest. */
export interface LiteralConfiguration {
  /** `file`: a variable holds a file; `host`: the address of another environment's service; `many`: there are several settings. */
  readonly why: 'file' | 'host' | 'many';
  readonly at: TextRange;
  /** The variable that tells; `undefined` for several. */
  readonly name: string | undefined;
  /** The address that it holds. */
  readonly host: string | undefined;
  readonly variables: readonly EnvironmentVariable[];
}

/** From so many settings on a ConfigMap is clearer than a list of variables. Measured: 6% of the containers in public manifests. */
const many = 5;

/**
 * The settings of a container that belong in a ConfigMap: one of them clearly so, or several. Not those of jobs, which are
 * written for one run, of init containers and known helpers, of pods that other systems describe in ways of their own, and of what
 * a tool wrote.
 */
export const literalConfiguration = remembered((container: Container): LiteralConfiguration | undefined => {
  const { placement, node, pod } = container;
  const { lifetime, guessed, object } = pod.workload;
  if (guessed || lifetime === 'job' || lifetime === 'overlay' || object.document.generated) return undefined;
  if (container.function !== 'main' && container.function !== 'unknown') return undefined;
  if (placement !== 'app' && placement !== 'nativeSidecar') return undefined;
  const variables = literalVariables(container).filter(isSetting);
  const found = { name: undefined, host: undefined, variables };
  for (const variable of variables) {
    const { name = '', value = '', nameNode, valueNode } = variable;
    if (nameNode !== undefined && isFile(variable)) return { ...found, why: 'file', at: nameNode.range, name };
    const host = environmentHost(name, value);
    if (host !== undefined && valueNode !== undefined && isElsewhere(host))
      return { ...found, why: 'host', at: valueNode.range, name, host };
  }
  const key = entryOf(node, 'env')?.key;
  const weight = variables.reduce((sum, { value = '' }) => sum + weightOf(value), 0);
  return key === undefined || weight < many ? undefined : { ...found, why: 'many', at: key.range };
});

/** A secret belongs elsewhere, and what tunes the runtime stays where the container is. */
function isSetting({ name = '', value = '' }: EnvironmentVariable): boolean {
  if (tunesRuntime(name) || isSecretName(name, 'run')) return false;
  return secretIn(name, value, 'run') === undefined && value.split('\n').every((line) => !secretValueKind(line));
}

/** Lines that are written as lines, or a long text in a language for data. */
const isFile = ({ value = '', valueNode }: EnvironmentVariable): boolean =>
  (valueNode?.style === 'literal' && /\n./.test(value.trim())) || (value.length > 120 && /^\s*[[{<]/.test(value));

/** Numbers, switches, times and paths are seldom other ones elsewhere; the names of Services may be. */
function weightOf(value: string): number {
  if (/^(?:|true|false|yes|no|on|off|-?\d+(?:\.\d+)?(?:ns|us|ms|s|m|h|d|[KMGT]i?B?)?|\/.*)$/i.test(value)) return 0;
  return /^(?:[a-z]+:\/\/)?[a-z0-9-]+(?:\.[a-z0-9-]+\.svc\S*)?:\d+(?:\/\S*)?$/.test(value) ? 0.5 : 1;
}

/** Outside of the cluster; `database.shop` may be a Service and its namespace. */
const isElsewhere = (host: string): boolean =>
  !/\.svc$|\.svc\.|\.local$|\.localdomain$|\.internal$|^169\.254\.|^\d+$/.test(host) && host.split('.').length > 2;
