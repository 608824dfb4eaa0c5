import type { Removal } from './removals';

/** A file or a folder that something brought to a place. */
export interface PlacedFile<Origin> {
  readonly path: string;
  readonly origin: Origin;
}

/** Paths with more folders are left alone: nobody writes them. */
const mostFolders = 32;

/** What is where, so that a removal finds what it takes away. */
export class PlacedFiles<Origin> {
  private readonly byPath = new Map<string, PlacedFile<Origin>>();
  /** The paths below each folder. */
  private readonly below = new Map<string, Set<string>>();

  place(path: string, origin: Origin): void {
    const parts = path.split('/');
    if (parts.length > mostFolders) return;
    this.byPath.set(path, { path, origin });
    for (let count = 1; count < parts.length; count++) {
      const folder = parts.slice(0, count).join('/');
      const paths = this.below.get(folder);
      if (paths === undefined) this.below.set(folder, new Set([path]));
      else paths.add(path);
    }
  }

  /** Forgets what a removal takes away, and gives it. */
  take({ paths, patterns }: Removal): readonly PlacedFile<Origin>[] {
    const taken: PlacedFile<Origin>[] = [];
    for (const path of paths) for (const each of [path, ...this.pathsBelow(path)]) this.takeOne(each, taken);
    for (const { folder, name } of patterns)
      for (const path of this.pathsBelow(folder))
        if (name.test(path.slice(folder.length + 1))) this.takeOne(path, taken);
    return taken;
  }

  private pathsBelow(folder: string): readonly string[] {
    return [...(this.below.get(folder === '/' ? '' : folder) ?? [])];
  }

  private takeOne(path: string, taken: PlacedFile<Origin>[]): void {
    const file = this.byPath.get(path);
    if (file === undefined) return;
    taken.push(file);
    this.byPath.delete(path);
    const parts = path.split('/');
    for (let count = 1; count < parts.length; count++) this.below.get(parts.slice(0, count).join('/'))?.delete(path);
  }
}
