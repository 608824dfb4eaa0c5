// The page for those who come from another linter: its checks, and the rules that look after the same thing.
import { leftOut } from './left-out-checks.mjs';

const tools = [
  ['hadolint', '`.hadolint.yaml` and comments `# hadolint ignore=…` are obeyed.'],
  [
    'kube-linter',
    '`.kube-linter.yaml` is read (`include`, `exclude`, `addAllBuiltIn`, `doNotAutoAddDefaults`, `ignorePaths`), and the annotations ' +
      '`ignore-check.kube-linter.io/…` and `kube-linter.io/ignore-all` are obeyed. Custom checks are not run.',
  ],
  ['kube-score', 'The annotation `kube-score/ignore` is obeyed, on an object or a pod template.'],
  ['polaris', 'The annotations `polaris.fairwinds.com/exempt` and `polaris.fairwinds.com/…-exempt` are obeyed.'],
  ['trivy', '`.trivyignore` is read, and comments `# trivy:ignore:…` are obeyed.'],
  [
    'checkov',
    '`.checkov.yaml` is read, and comments `# checkov:skip=…` and annotations `checkov.io/skip1` are obeyed.',
  ],
  ['kubescape', 'The annotation `kubescape.io/skip-controls` is obeyed.'],
  ['buildkit', 'The build checks of `docker build --check`.'],
];

/**
 * Writes the page.
 * @param rules each rule's id, its other names, its page's place as seen from the page, and what that says under "Not reported"
 */
export function otherLinters(rules) {
  const lines = [
    '# Coming from other linters',
    '',
    'Written by `npm run generate`. What another tool calls by a name of its own is known here by that name, too: in `--select`, in',
    'settings and in suppressions, as in `kube-linter/latest-tag`. Where the answers differ, the rule’s page says how and why; for',
    'hadolint, kube-linter, kube-score and polaris tests compare them with what the tools answered.',
    '',
    'Some differences are the same everywhere, and no page repeats them:',
    '',
    '- What belongs to a pod is asked of pods that are there. Where an object lacks them, as a Deployment without `template` does,',
    '  `missing-field` says so, and where a key is misspelled (`resource:`) or misplaced, `unknown-field` does; others add all that the',
    '  pods then do not say.',
    '- Pods whose spec an operator completes (a `Prometheus`) or a template or a patch may complete lack nothing here.',
    '- Pods in kinds that others do not open (a `Workflow`, a `Task`) are looked at, too.',
    '- What a YAML alias repeats is reported once, where it is written out.',
    '- Whatever silences a finding, be it a comment for yet another tool, silences it here for all.',
  ];
  for (const [tool, obeyed] of tools) {
    lines.push('', `## ${tool}`, '', obeyed, '', '| There | Here | Differs |', '|---|---|---|', ...rows(tool, rules));
  }
  return `${lines.join('\n')}\n`;
}

function rows(tool, rules) {
  const carriers = new Map();
  for (const rule of rules)
    for (const alias of rule.aliases) {
      if (!alias.startsWith(`${tool}/`)) continue;
      const check = alias.slice(tool.length + 1);
      carriers.set(check, [...(carriers.get(check) ?? []), rule]);
    }
  const known = [...carriers].sort(([one], [other]) => one.localeCompare(other, 'en', { numeric: true }));
  return [
    ...known.map(([check, found]) => `| ${check} | ${found.map(linked).join(', ')} | ${differing(check, found)} |`),
    ...(leftOut[tool] ?? []).map(([ids, reason]) => `| ${ids.join(', ')} | – | ${withLinks(reason, rules)} |`),
  ];
}

function linked({ id }) {
  return `[${id}](rules.md#${id})`;
}

/** Links to the pages that name the check where they say what is not reported. */
function differing(check, found) {
  const names = new RegExp(`(?<![\\w-])${check}(?![\\w-])`);
  return found
    .filter(({ notReported }) => names.test(notReported))
    .map(({ page }) => `[yes](${page}#not-reported)`)
    .join(', ');
}

function withLinks(text, rules) {
  return text.replace(/`([a-z-]+)`/g, (name, id) => {
    const rule = rules.find((each) => each.id === id);
    return rule === undefined ? name : linked(rule);
  });
}
