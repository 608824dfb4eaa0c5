import type { Completion, EditorContext } from '../../../engine/editor';
import { rendered, templates } from '../../../engine/message';
import { rangeOf, type TextRange } from '../../../engine/text';
import { fullName } from '../../../image/full-name';
import { imageBase } from '../../../knowledge/image-families';
import { type PackageManager, packageManagerFor, packageManagers } from '../../../knowledge/package-managers';
import { rootOf } from '../../model/stage-relations';
import type { CompletionPlace } from './place';
import { sourceCompletions } from './sources';
import { type FlagValue, valueCompletions } from './values';

const texts = templates({
  cache: 'Keeps a directory between builds',
  bind: 'Shows files of the build context or of a stage',
  secret: 'Shows a secret of the one who builds',
  ssh: 'Lends the SSH agent of the one who builds',
  tmpfs: 'A directory in memory',
  cacheOf: 'What {manager} downloads, kept between builds',
});

/** Keys by type. Source: moby/buildkit frontend/dockerfile/instructions/commands_runmount.go of 2026-08. */
const keys: Readonly<Record<string, readonly string[]>> = {
  bind: ['target', 'source', 'from', 'rw'],
  cache: ['target', 'id', 'sharing', 'from', 'source', 'mode', 'uid', 'gid', 'ro'],
  tmpfs: ['target', 'size'],
  secret: ['id', 'target', 'env', 'required', 'mode', 'uid', 'gid'],
  ssh: ['id', 'target', 'required', 'mode', 'uid', 'gid'],
};

const types = ['cache', 'bind', 'secret', 'ssh', 'tmpfs'] as const;
const sharing: readonly string[] = ['shared', 'locked', 'private'];
/** Keys that may stand without a value. */
const switches: ReadonlySet<string> = new Set(['rw', 'ro', 'required']);

/** What may stand in `--mount=`, field by field. */
export function mountCompletions(
  place: CompletionPlace,
  { range, typed }: FlagValue,
  context: EditorContext,
): readonly Completion[] {
  const { text } = place.dockerfile;
  const field = typed.slice(typed.lastIndexOf(',') + 1);
  const start = range.start + typed.length - field.length;
  const comma = text.slice(start, range.end).indexOf(',');
  const end = comma === -1 ? range.end : start + comma;
  const [head, key = ''] = /^([a-z]+)=/.exec(field) ?? [];
  const type = /(?:^|,)type=([a-z]+)/.exec(text.slice(range.start, range.end))?.[1] ?? 'bind';
  if (head === undefined) return keyCompletions(place, typed, field, rangeOf(start, end), type);
  const value = rangeOf(start + head.length, end);
  switch (key) {
    case 'type':
      return types.map((label, order) => ({
        label,
        kind: 'value',
        detail: rendered(texts[label], {}),
        edit: { range: value, newText: label },
        order,
      }));
    case 'sharing':
      return valueCompletions(sharing, value);
    case 'from':
      return sourceCompletions(place, value, field.slice(head.length), context);
    case 'target':
      return type === 'cache' ? cacheTargets(place, value) : [];
    default:
      return switches.has(key) ? valueCompletions(['true', 'false'], value) : [];
  }
}

function keyCompletions(
  place: CompletionPlace,
  typed: string,
  field: string,
  range: TextRange,
  type: string,
): readonly Completion[] {
  if (!/^[a-z]*$/.test(field)) return [];
  const item = (label: string, newText: string, order: number): Completion => ({
    label,
    kind: 'property',
    edit: { range, newText },
    order,
    continues: newText.endsWith('='),
  });
  if (typed === field)
    return [
      ...cachesOf(place).map(({ directory, manager }, index): Completion => {
        const mount = `type=cache,target=${directory}${manager.kind === 'system' ? ',sharing=locked' : ''}`;
        const detail = rendered(texts.cacheOf, { manager: manager.id });
        return { label: mount, kind: 'value', detail, edit: { range, newText: mount }, order: index };
      }),
      ...types.map((each, index) => ({
        ...item(`type=${each}`, `type=${each},`, 10 + index),
        detail: rendered(texts[each], {}),
        continues: true,
      })),
    ];
  const there = typed.split(',').map((each) => each.replace(/=.*/s, ''));
  return (keys[type] ?? [])
    .filter((key) => !there.slice(0, -1).includes(key))
    .map((key, index) => item(key, switches.has(key) ? key : `${key}=`, index));
}

const cacheTargets = (place: CompletionPlace, range: TextRange): readonly Completion[] =>
  cachesOf(place).map(({ directory, manager }, order) => ({
    label: directory,
    kind: 'value',
    detail: rendered(texts.cacheOf, { manager: manager.id }),
    edit: { range, newText: directory },
    order,
  }));

interface Cache {
  readonly directory: string;
  readonly manager: PackageManager;
}

/** The caches of the package managers that the instruction runs; where it runs none, of that of the parent image. */
function cachesOf({ instruction, stage }: CompletionPlace): readonly Cache[] {
  const run = instruction.keyword === 'RUN' ? instruction.commands.flatMap(({ name }) => name ?? []) : [];
  const used = new Set(run.flatMap((name) => packageManagerFor(name) ?? []));
  const parent = stage && rootOf(stage).parent;
  const base = parent?.kind === 'image' ? imageBase(fullName(parent.reference), parent.reference.tag) : undefined;
  const own = packageManagers.filter(({ id }) => id === base?.packageManager);
  const isRoot = stage?.user === undefined || /^(?:root|0)(?::|$)/.test(stage.user.value);
  return [...(used.size > 0 ? used : own)].flatMap((manager) =>
    [...manager.cacheDirectories, ...(manager.kind === 'system' ? manager.indexDirectories : [])]
      .filter((directory, _, all) => !all.some((other) => directory.startsWith(`${other}/`)))
      .filter((directory) => isRoot || !directory.startsWith('~'))
      .map((directory) => ({ directory: directory.replace(/^~/, '/root'), manager })),
  );
}
