/** Why we and kubernetes-validate may answer differently, each with its reason. */
const reasons: readonly { readonly whose: 'ours' | 'theirs'; readonly what: RegExp; readonly why: string }[] = [
  {
    whose: 'ours',
    what: / missing (?:one of .*|image|spec|metadata\.name|accessModes|resources\.requests\.storage|externalName|localhostProfile)$/,
    why: 'the description of the API calls it optional, and the API server asks for it',
  },
  {
    whose: 'ours',
    what: /^spec(?:\.ports\.\d+ missing name| missing ports)$/,
    why: 'the same: several ports of a Service have names, and one that selects pods has ports',
  },
  {
    whose: 'ours',
    what: /(?:Ref|configMap|secret|sources\.\d+\.\w+) missing (?:name|secretName)$/,
    why: 'the same: what is referred to has a name',
  },
  {
    whose: 'ours',
    what: /^spec\.metrics\.\d+ missing (?:resource|pods|object|external|containerResource)$/,
    why: 'the same: a metric has what its type says',
  },
  {
    whose: 'ours',
    what: /(?:[pP]ort|minAvailable|maxUnavailable|maxSurge) type$/,
    why: 'digits in quotes are text to a schema; the API server takes them for a name or a percentage, which they are not',
  },
  {
    whose: 'theirs',
    what: /(?:roleRef missing apiGroup|httpHeaders\.\d+ missing value|sysctls\.\d+ missing value|^ missing value|^spec missing limits|spec\.versions\.\d+ missing (?:served|storage))$/,
    why: 'the API server fills it in, or takes nothing, 0 or an empty text for it',
  },
  {
    whose: 'theirs',
    what: /^spec missing selector$/,
    why: 'kustomize adds it, together with the labels that it asks for: where those are there, it is missed',
  },
  {
    whose: 'theirs',
    what: /^spec\.ports\.0\.port type$/,
    why: 'a word in capitals (`PORT`) stands for what a person fills in',
  },
  {
    whose: 'theirs',
    what: /(?:^| )status(?:\.| |$)|managedFields/,
    why: 'the cluster writes it, not people',
  },
  {
    whose: 'theirs',
    what: /^ unknown x-/,
    why: 'it holds anchors for what stands below, and a tool takes it out',
  },
];

/** The complaints that only one of the two makes, for no reason that is known. */
export function unexplained(ours: readonly string[], theirs: readonly string[]): readonly string[] {
  const only = (whose: 'ours' | 'theirs', some: readonly string[], others: readonly string[]): readonly string[] =>
    some
      .filter((complaint) => !others.includes(complaint) && !isExplained(whose, complaint))
      .map((complaint) => `${whose}: ${complaint}`);
  return [...only('ours', ours, theirs), ...only('theirs', theirs, ours)];
}

const isExplained = (whose: 'ours' | 'theirs', complaint: string): boolean =>
  reasons.some((reason) => reason.whose === whose && reason.what.test(complaint));
