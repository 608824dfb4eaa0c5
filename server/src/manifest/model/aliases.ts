import { type Alias, isScalar, type ParsedNode, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import { rangeOf, type TextRange } from '../../engine/text';
import type { TreeProblems } from './tree-problems';

export type AliasTarget = Scalar.Parsed | YAMLMap.Parsed | YAMLSeq.Parsed;

/** Aliases are copied where they are used, up to so many nodes: a few lines can stand for billions. */
const mostExpandedNodes = 10_000;

/** Knows what the aliases of one document name, and how much has been copied for them. */
export class Aliases {
  private readonly anchors = new Map<string, AliasTarget>();
  /** What each alias named where it was first met: anchors can be set anew. */
  private readonly targets = new Map<Alias.Parsed, AliasTarget | undefined>();
  private readonly inProgress = new Set<ParsedNode>();
  private expanded = 0;

  constructor(private readonly problems: TreeProblems) {}

  /** Notes the anchor of a node that is read at its own place. */
  take(node: AliasTarget): void {
    if (node.anchor !== undefined) this.anchors.set(node.anchor, node);
  }

  /** Marks a collection as being read, so that an alias inside it to itself is found. */
  enter(node: AliasTarget): void {
    this.inProgress.add(node);
  }

  leave(node: AliasTarget): void {
    this.inProgress.delete(node);
  }

  /**
   * What an alias names.
   * @param copied whether the alias is met in a copy that another alias asked for
   */
  targetOf(alias: Alias.Parsed, copied: boolean): AliasTarget | undefined {
    const target = copied && this.targets.has(alias) ? this.targets.get(alias) : this.anchors.get(alias.source);
    const range = rangeOf(alias.range[0], alias.range[1]);
    if (!copied) this.targets.set(alias, target);
    if (target === undefined) {
      if (alias.source !== '')
        this.problems.report('UNKNOWN_ALIAS', `No \`&${alias.source}\` stands above in this document`, range);
      return undefined;
    }
    if (this.inProgress.has(target)) {
      this.problems.report('RECURSIVE_ALIAS', `\`*${alias.source}\` stands inside the value that it names`, range);
      return undefined;
    }
    return isScalar(target) && !this.mayCopy(range) ? undefined : target;
  }

  /** Counts one more copied node; says no, and reports it, when there are too many. */
  mayCopy(at: TextRange): boolean {
    if (++this.expanded <= mostExpandedNodes) return true;
    this.problems.reportOnce('ALIAS_LIMIT', 'Aliases stand for too many values to follow them all', at);
    return false;
  }
}
