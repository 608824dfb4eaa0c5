import { remembered } from '../../engine/remembered';
import { lineEnd, rangeOf, type TextRange } from '../../engine/text';
import {
  isPlaceholder,
  isReference,
  secretArguments,
  secretHeaders,
  secretIn,
  secretValueKind,
} from '../../knowledge/secrets';
import { type Argument, argumentOf, argumentsOf, rangeWithin } from '../../shell/command-line';
import { commandPlaces } from '../../shell/commands';
import { unwrap } from '../../shell/wrappers';
import { argumentsIn } from './arguments';
import { asMapping, asSequence, fieldOf, stringOf, valueAt } from './lookup';
import type { Container, EnvironmentVariable, ManifestDocument, Mapping, Node, Probe } from './manifest';

/** A secret that stands in a manifest in plain text. */
export interface LiteralSecret {
  readonly where: 'variable' | 'argument' | 'header' | 'annotation';
  /** What it is called there: the variable, the option, the header. */
  readonly name: string;
  readonly range: TextRange;
  /** What it is by its looks, such as `a GitHub token`; `undefined` when only its name says so. */
  readonly label: string | undefined;
  /** Something that somebody is meant to replace. */
  readonly placeholder: boolean;
  /** The entry of a container's `env` that it is the value of. */
  readonly entry?: { readonly container: Container; readonly variable: EnvironmentVariable };
}

/** The secrets in the variables, commands and headers of a document's containers, and in its objects' annotations. */
export const literalSecrets = remembered((document: ManifestDocument): readonly LiteralSecret[] => {
  const { text } = document;
  const found = document.objects.flatMap(({ metadata, workloads }) => [
    ...annotationSecrets(metadata),
    ...workloads.flatMap((workload) => [
      ...(workload.metadata === metadata ? [] : annotationSecrets(workload.metadata)),
      ...workload.pod.containers.flatMap((container) => [
        ...variableSecrets(container),
        ...commandsOf(container).flatMap(argumentSecrets),
        ...handlersOf(container).flatMap(headerSecrets),
      ]),
    ]),
  ]);
  return found.map((secret) => ({ ...secret, range: firstLine(text, secret.range) }));
});

const firstLine = (text: string, { start, end }: TextRange): TextRange =>
  rangeOf(start, Math.min(end, Math.max(start + 1, lineEnd(text, start))));

const variableSecrets = (container: Container): readonly LiteralSecret[] =>
  container.environment.flatMap((variable) => {
    const { name, value, valueNode } = variable;
    if (name === undefined || value === undefined || valueNode === undefined) return [];
    return assigned('variable', name, value, valueNode.range).map((secret) => ({
      ...secret,
      entry: { container, variable },
    }));
  });

/** What a variable of that name and value gives away. */
function assigned(
  where: LiteralSecret['where'],
  name: string,
  value: string,
  range: TextRange,
): readonly LiteralSecret[] {
  const secret = secretIn(name, value, 'run');
  if (secret === undefined) return [];
  return [
    { where, name, range, label: secret.label, placeholder: secret.kind === 'placeholder' || isStandIn(name, value) },
  ];
}

/** `API_KEY_VALUE` for `API_KEY`: a script replaces it. */
const isStandIn = (name: string, value: string): boolean => /^[A-Z][A-Z0-9_]+$/.test(value) && value.includes(name);

/** The command of a container, and those of its probes and hooks. */
const commandsOf = (container: Container): readonly (readonly Argument[])[] => [
  [...(container.command ?? []), ...(container.args ?? [])],
  ...handlersOf(container).flatMap((handler) => {
    const words = argumentsIn(valueAt(handler, ['exec', 'command']), () => false);
    return words === undefined ? [] : [words];
  }),
];

const probeKinds: readonly Probe['kind'][] = ['startupProbe', 'livenessProbe', 'readinessProbe'];

/** The probes and hooks of a container. */
function handlersOf({ node }: Container): readonly Mapping[] {
  const lifecycle = asMapping(fieldOf(node, 'lifecycle'));
  const places: readonly (Node | undefined)[] = [
    ...probeKinds.map((kind) => fieldOf(node, kind)),
    fieldOf(lifecycle, 'postStart'),
    fieldOf(lifecycle, 'preStop'),
  ];
  return places.flatMap((place) => asMapping(place) ?? []);
}

function argumentSecrets(argv: readonly Argument[]): readonly LiteralSecret[] {
  const { script } = unwrap(argv);
  if (script === undefined) return wordSecrets(argv);
  return commandPlaces(script).flatMap(({ command }) => {
    if (!command.located) return [];
    const set = command.assignments.flatMap(({ name, value }) => {
      const word = argumentOf(value, true);
      return word.value === undefined ? [] : assigned('variable', name, word.value, value.range);
    });
    return [...set, ...wordSecrets(argumentsOf(command))];
  });
}

function wordSecrets(argv: readonly Argument[]): readonly LiteralSecret[] {
  const options = secretArguments(argv.map(({ value }) => value)).flatMap(({ index, start, value, option }) => {
    const word = argv[index];
    const range = word && (rangeWithin(word, start, start + value.length) ?? word.range);
    const label = secretValueKind(value);
    return range === undefined
      ? []
      : [{ where: 'argument' as const, name: option, range, label, placeholder: isPlaceholder(value) }];
  });
  const others = argv.flatMap((word) => {
    const { value, range } = word;
    if (value === undefined || range === undefined) return [];
    const [, name, text] = /^([A-Za-z_]\w*)=(.*)$/s.exec(value) ?? [];
    const at = name === undefined ? range : (rangeWithin(word, name.length + 1, value.length) ?? range);
    if (name !== undefined && text !== undefined) return assigned('variable', name, text, at);
    const label = secretValueKind(value);
    return label === undefined
      ? []
      : [{ where: 'argument' as const, name: argv[0]?.value ?? '', range, label, placeholder: false }];
  });
  const taken = options.map(({ range }) => range);
  return [
    ...options,
    ...others.filter(({ range }) => !taken.some((each) => each.start >= range.start && each.end <= range.end)),
  ];
}

/** Headers that carry credentials, such as `Authorization`. */
const headerSecrets = (handler: Mapping): readonly LiteralSecret[] =>
  (asSequence(valueAt(handler, ['httpGet', 'httpHeaders']))?.items ?? []).flatMap((item) => {
    const header = asMapping(item.value);
    const name = stringOf(fieldOf(header, 'name'));
    const node = fieldOf(header, 'value');
    const value = stringOf(node);
    if (name === undefined || node === undefined || value === undefined || value === '' || isReference(value))
      return [];
    const label = secretValueKind(value);
    // A cookie may be a setting or a label as well.
    if (!secretHeaders.includes(name.toLowerCase()) || (/^cookie$/i.test(name) && label === undefined)) return [];
    return [
      {
        where: 'header' as const,
        name,
        range: node.range,
        label,
        placeholder: isPlaceholder(value),
      },
    ];
  });

/** kubectl's copy of the object repeats what stands elsewhere. */
const copy = 'kubectl.kubernetes.io/last-applied-configuration';

/** Annotations are full of names of secrets; only what looks like one counts. */
const annotationSecrets = (metadata: Mapping | undefined): readonly LiteralSecret[] =>
  (asMapping(fieldOf(metadata, 'annotations'))?.entries ?? []).flatMap(({ name, value }) => {
    const text = stringOf(value);
    const label = text === undefined || name === copy ? undefined : secretValueKind(text);
    return label === undefined || value === undefined
      ? []
      : [{ where: 'annotation' as const, name, range: value.range, label, placeholder: false }];
  });
