/** A size as people read it: `408 MB`, `1.2 GB`; `~410 MB` for one that is not exact. */
export function sizeText(bytes: number, exact = true): string {
  const megabytes = bytes / 1_000_000;
  if (!exact) return `~${Number(megabytes.toPrecision(2))} MB`;
  if (megabytes < 10) return `${megabytes.toFixed(1)} MB`;
  return megabytes < 1000 ? `${Math.round(megabytes)} MB` : `${(megabytes / 1000).toFixed(1)} GB`;
}
