export interface RuleSummary {
  readonly id: string;
  readonly summary: string;
}

const settingPath = ['contributes', 'configuration', 'properties', 'plimsoll.rules', 'properties'];

/**
 * The rules that the extension's package.json names in the setting `plimsoll.rules`, in its order.
 * @param manifest the parsed package.json
 */
export function ruleSummaries(manifest: unknown): readonly RuleSummary[] {
  const rules = settingPath.reduce<unknown>((value, key) => (isRecord(value) ? value[key] : undefined), manifest);
  if (!isRecord(rules)) return [];
  return Object.entries(rules).map(([id, schema]) => ({
    id,
    summary: isRecord(schema) && typeof schema.description === 'string' ? schema.description : '',
  }));
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
