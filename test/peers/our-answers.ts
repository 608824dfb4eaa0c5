import assert from 'node:assert/strict';
import { Analyser, type Analysis } from '../../server/src/engine/analyser';
import type { Finding } from '../../server/src/engine/finding';
import { remembered } from '../../server/src/engine/remembered';
import { aliasesOf } from '../../server/src/engine/rule';
import { defaultSettings } from '../../server/src/engine/settings';
import { contains, shifted } from '../../server/src/engine/text';
import { languages } from '../../server/src/languages';
import type { KubernetesObject, Manifest } from '../../server/src/manifest/model/manifest';
import type { ManifestExample } from './examples';
import type { Answers } from './record';

/** The tools whose answers manifests are compared with. */
const tools = ['kube-linter', 'kube-score', 'polaris'];

/** What carries an id of one of the tools: an example is analysed once for all of them. */
const findingsOf = remembered(({ path, text }: ManifestExample): Analysis => {
  const aliases = languages.flatMap(({ rules, fileRules }) => [...rules, ...fileRules].flatMap(aliasesOf));
  const select = aliases.filter((alias) => tools.some((tool) => alias.startsWith(`${tool}/`)));
  const file = { path, languageId: undefined, text };
  return new Analyser(languages).analyse(file, { ...defaultSettings, select }, '2026-11-26');
});

/** What we report under the ids of a tool. */
export function ourAnswers(tool: string, example: ManifestExample): Answers {
  const { findings, model } = findingsOf(example);
  assert.ok(isManifest(model));
  const answers = new Map<string, Map<string, Set<string>>>();
  for (const finding of findings) {
    const { object, container } = placeOf(model, finding) ?? {};
    if (object === undefined) continue;
    const name = `${object.kind}/${object.name ?? ''}${object.namespace === undefined ? '' : `@${object.namespace}`}`;
    const failures = answers.get(name) ?? new Map<string, Set<string>>();
    answers.set(name, failures);
    for (const alias of finding.aliases) {
      if (!alias.startsWith(`${tool}/`)) continue;
      const check = alias.slice(tool.length + 1);
      const containers = failures.get(check) ?? new Set();
      failures.set(check, containers);
      if (container !== undefined) containers.add(container);
    }
  }
  return answers;
}

interface Place {
  readonly object: KubernetesObject;
  readonly container: string | undefined;
}

/** The object, and the container in it, that a finding stands in. */
function placeOf({ documents }: Manifest, { range }: Finding): Place | undefined {
  for (const { document, start } of documents)
    for (const object of document.objects) {
      if (!contains(shifted(object.node.range, start), range)) continue;
      const containers = object.workloads.flatMap(({ pod }) => pod.containers);
      const container = containers.find(({ node }) => contains(shifted(node.range, start), range));
      return { object, container: container?.name };
    }
  return undefined;
}

const isManifest = (model: object | undefined): model is Manifest => model !== undefined && 'documents' in model;
