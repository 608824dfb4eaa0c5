import type { SuppressedId, Suppression } from '../../engine/suppression';
import type { PlacedAnnotation } from './annotations';
import { idsIn, listIn } from './ids';
import { kubeLinterChecks, polarisChecks } from './peer-checks';

/** What an annotation of another tool silences for the object or pod template that bears it. */
export function peerAnnotation(annotation: PlacedAnnotation): Suppression | undefined {
  for (const read of readers) {
    const found = read(annotation);
    if (found !== undefined)
      return { owner: found.owner, ids: found.ids, reach: annotation.bearer, range: annotation.range };
  }
  return undefined;
}

type Reader = (annotation: PlacedAnnotation) => Pick<Suppression, 'owner' | 'ids'> | undefined;

/** `ignore-check.kube-linter.io/latest-tag: "reason"` and `kube-linter.io/ignore-all` (kube-linter docs/configuring-kubelinter.md). */
const kubeLinter: Reader = (annotation) => {
  const { name } = annotation;
  if (name === 'kube-linter.io/ignore-all')
    return { owner: 'kube-linter', ids: eachOf('kube-linter', kubeLinterChecks, annotation) };
  const check = after(name, 'ignore-check.kube-linter.io/');
  return check === undefined ? undefined : { owner: 'kube-linter', ids: [keyed(`kube-linter/${check}`, annotation)] };
};

/** `kube-score/ignore: pod-probes,container-image-tag` (kube-score README). */
const kubeScore: Reader = ({ name, value }) => {
  if (name !== 'kube-score/ignore') return undefined;
  const ids = idsIn(listIn(value), (id) => `kube-score/${id}`);
  // Ignoring resources means those of the disk, too (kube-score scorecard/enabled.go).
  const storage = ids
    .filter(({ id }) => id === 'kube-score/container-resources')
    .map(({ range }) => ({ id: 'kube-score/container-ephemeral-storage-request-and-limit', range }));
  return { owner: 'kube-score', ids: [...ids, ...storage] };
};

/** `polaris.fairwinds.com/exempt: "true"` and `polaris.fairwinds.com/livenessProbeMissing-exempt: "true"`. */
const polaris: Reader = (annotation) => {
  const key = after(annotation.name, 'polaris.fairwinds.com/');
  if (key === undefined || annotation.value.source.toLowerCase() !== 'true') return undefined;
  if (key === 'exempt') return { owner: 'polaris', ids: eachOf('polaris', polarisChecks, annotation) };
  const check = /^(.+)-exempt$/.exec(key)?.[1];
  return check === undefined ? undefined : { owner: 'polaris', ids: [keyed(`polaris/${check}`, annotation)] };
};

/** `checkov.io/skip1: CKV_K8S_20=reason` (checkov docs/2.Basics/Suppressing and Skipping Policies.md), by the scanner's older names too. */
const checkov: Reader = ({ name, value }) => {
  if (!/(?:checkov|bridgecrew|cortex)\.io\/skip/.test(name)) return undefined;
  const list = listIn(value);
  const end = list.text.indexOf('=');
  const only = { ...list, text: end === -1 ? list.text : list.text.slice(0, end) };
  return { owner: 'checkov', ids: idsIn(only, (id) => `checkov/${id}`) };
};

/** `kubescape.io/skip-controls: "C-0016, C-0017"`; its expiry needs a clock, which no model has. */
const kubescape: Reader = ({ name, value }) =>
  name === 'kubescape.io/skip-controls'
    ? { owner: 'kubescape', ids: idsIn(listIn(value), (id) => `kubescape/${id.toUpperCase()}`) }
    : undefined;

/** `monokle.io/suppress.KBP107: "reason"` and `monokle.io/suppress.kbp.no-latest-image: "true"`; `"false"` switches it off. */
const monokle: Reader = (annotation) => {
  const rule = after(annotation.name, 'monokle.io/suppress.');
  if (rule === undefined || annotation.value.source === 'false') return undefined;
  const name = /^[a-z]{3}\.(.+)$/.exec(rule)?.[1] ?? rule;
  return { owner: 'monokle', ids: [keyed(`monokle/${name}`, annotation)] };
};

const readers: readonly Reader[] = [kubeLinter, kubeScore, polaris, checkov, kubescape, monokle];

const after = (name: string, prefix: string): string | undefined =>
  name.startsWith(prefix) && name.length > prefix.length ? name.slice(prefix.length) : undefined;

/** An id that the annotation's key names. */
const keyed = (id: string, { key }: PlacedAnnotation): SuppressedId => ({ id, range: key.range });

const eachOf = (tool: string, checks: readonly string[], annotation: PlacedAnnotation): readonly SuppressedId[] =>
  checks.map((check) => keyed(`${tool}/${check}`, annotation));
