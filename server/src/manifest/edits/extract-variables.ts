import { remembered } from '../../engine/remembered';
import { sameRange, shifted, spanning, type TextEdit, type TextRange } from '../../engine/text';
import { type ExtractionKind, type ExtractionTarget, extractionTargets } from '../model/extraction-target';
import { asMapping, fieldOf } from '../model/lookup';
import type { Container, EnvironmentVariable, KubernetesObject, Manifest, ManifestDocument } from '../model/manifest';
import { stepsTo } from './ancestors';
import { appendDocument } from './append-document';
import { endsInOpenScalar } from './block-scalar-end';
import { inFile } from './in-file';
import { insertMissing } from './insert-key';
import { referToKeys } from './refer-to-keys';
import { type TakenVariables, takeVariables } from './take-variables';
import { together } from './together';
import type { BlockMapping, SourceValue } from './value';
import { bareSource } from './variable-source';

/** The move of variables from a container to a ConfigMap or a Secret. */
export interface Extraction {
  readonly target: string;
  /** Where the variables stand, in offsets of the file. */
  readonly reach: TextRange;
  /** In offsets of the file. */
  readonly edits: () => readonly TextEdit[];
}

/** Beyond so many variables nothing is offered: to look for what they mean to each other would cost too much. */
const most = 200;

/**
 * Moves literal variables of a container to a ConfigMap or a Secret of the file, which is made when there is none for them. What the
 * container's process sees stays the same.
 * @param start of the container's document in the file
 * @returns `undefined` where this cannot be done to the letter: in JSON, templates, patches and broken texts, where an alias shares
 * what would change, where the workload has no name
 */
export function extractVariables(
  manifest: Manifest,
  kind: ExtractionKind,
  container: Container,
  start: number,
  variables: readonly EnvironmentVariable[],
): Extraction | undefined {
  const { object, guessed } = container.pod.workload;
  if (guessed || variables.length === 0 || container.environment.length > most) return undefined;
  if (!isOpenToMoves(manifest, object) || isShared(container)) return undefined;
  for (const target of extractionTargets(manifest, kind, container)) {
    const moved = movedTo(target, object.document, container, variables);
    const edits = moved && editsFor(manifest, target, object, start, moved);
    if (edits === undefined) continue;
    const reach = shifted(variables.map(({ item }) => item.range).reduce(spanning), start);
    return { target: target.name, reach, edits };
  }
  return undefined;
}

function editsFor(
  manifest: Manifest,
  target: ExtractionTarget,
  object: KubernetesObject,
  start: number,
  moved: TakenVariables,
): Extraction['edits'] | undefined {
  if (target.existing === undefined) {
    const created = objectOf(target, object, moved.values);
    return () => withDocument(inFile(moved.edits, start), appendDocument(manifest, created));
  }
  const grown = grownBy(target.existing.object, target.kind, moved.values);
  const edits = grown && together(inFile(moved.edits, start), inFile(grown, target.existing.start));
  return edits && (() => edits);
}

/** What takes the place of a text's end and what is added behind it stay two edits, each of which is as small as it can be. */
function withDocument(moved: readonly TextEdit[], added: readonly TextEdit[] | undefined): readonly TextEdit[] {
  if (added === undefined) return [];
  const atOnePlace = moved.some(({ range }) => added.some((edit) => sameRange(range, edit.range)));
  return atOnePlace ? (together(moved, added) ?? []) : [...moved, ...added];
}

/** Whether a document can be added to the file, and all of the one at hand is what it seems to be. */
function isOpenToMoves({ mode, format, documents }: Manifest, { document }: KubernetesObject): boolean {
  const last = documents.at(-1)?.document;
  if (mode !== 'plain' || document.mode !== 'plain' || format !== 'yaml' || last === undefined) return false;
  if (document.problems.length > 0 || last.problems.length > 0 || last.text.endsWith('\r')) return false;
  return !endsInOpenScalar(last.text, last.root);
}

/** An anchor around the variables: what is done to them is done to others as well. */
function isShared({ node, pod }: Container): boolean {
  const { document } = pod.workload.object;
  const list = fieldOf(node, 'env');
  const steps = list && stepsTo(document, list);
  if (list === undefined || steps === undefined || list.anchor !== undefined) return true;
  return steps.some((step) => (step.kind === 'entry' ? step.mapping : step.sequence).anchor !== undefined);
}

/** What was worked out for a container stays true for as long as its document does. */
const movesOf = remembered((_container: Container) => new Map<string, TakenVariables | undefined>());

function movedTo(
  target: ExtractionTarget,
  document: ManifestDocument,
  container: Container,
  variables: readonly EnvironmentVariable[],
): TakenVariables | undefined {
  const { kind, name, existing, taken } = target;
  const moves = movesOf(container);
  const key = JSON.stringify([kind, name, existing === undefined, taken, variables.map((variable) => variable.name)]);
  if (!moves.has(key)) {
    const source = existing === undefined ? { configMapRef: { name } } : undefined;
    const moved =
      taken === 'all' ? takeVariables(document, container, variables, source) : takeKeys(document, target, variables);
    moves.set(key, moved);
  }
  return moves.get(key);
}

function takeKeys(
  document: ManifestDocument,
  { kind, name }: ExtractionTarget,
  variables: readonly EnvironmentVariable[],
): TakenVariables | undefined {
  const values = new Map<string, SourceValue>();
  for (const variable of variables) {
    const source = bareSource(document, variable);
    const key = keyFor(variable, kind);
    if (source === undefined || values.has(key)) return undefined;
    values.set(key, source);
  }
  const reference = kind === 'ConfigMap' ? 'configMapKeyRef' : 'secretKeyRef';
  const edits = referToKeys(document, variables, (variable) => ({ reference, name, key: keyFor(variable, kind) }));
  return edits && { edits, values };
}

/** A Secret's keys are written as files are called; a ConfigMap's, as the variables that they become. */
const keyFor = ({ name = '' }: EnvironmentVariable, kind: ExtractionKind): string =>
  kind === 'ConfigMap' ? name : name.toLowerCase().replaceAll('_', '-');

function objectOf(
  { kind, name }: ExtractionTarget,
  { namespace }: KubernetesObject,
  values: ReadonlyMap<string, SourceValue>,
): BlockMapping {
  const head = { apiVersion: 'v1', kind, metadata: { name, namespace } };
  return kind === 'ConfigMap' ? { ...head, data: values } : { ...head, type: 'Opaque', stringData: values };
}

/** Adds what a ConfigMap or Secret lacks; `undefined` where it says something else under a key. */
function grownBy(
  { node, document }: KubernetesObject,
  kind: ExtractionKind,
  values: ReadonlyMap<string, SourceValue>,
): readonly TextEdit[] | undefined {
  const fields = kind === 'ConfigMap' ? ['data', 'binaryData'] : ['data', 'stringData'];
  const present = fields.flatMap((field) => asMapping(fieldOf(node, field)) ?? []);
  if (present.some(({ anchor, entries }) => anchor !== undefined || entries.some(({ name }) => values.has(name))))
    return undefined;
  return insertMissing(document, node, { [kind === 'ConfigMap' ? 'data' : 'stringData']: values });
}
