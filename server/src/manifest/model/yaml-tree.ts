import type { YAMLMap, YAMLSeq, Scalar as YamlScalar } from 'yaml';
import { type Alias, type CST, isAlias, isMap, isScalar, type Pair, type ParsedNode } from 'yaml';
import { rangeOf, type TextRange } from '../../engine/text';
import { Aliases } from './aliases';
import { isMergeKey, mergedEntries } from './merge-keys';
import type { Entry, Item, Mapping, Node, Scalar, Sequence } from './nodes';
import { typeOfPlain } from './scalar-type';
import { readSimpleYaml } from './simple-yaml';
import { withSpilledKeys } from './spilled-keys';
import type { Template } from './template';
import { mostProblems, type Tree, unreadTree } from './tree';
import { holdsStrays, TreeProblems } from './tree-problems';
import { ScalarReader, unknownScalar } from './tree-scalars';
import { type Composition, compose } from './yaml-composition';
import { itemTokens, type Unsure, unsureIn } from './yaml-places';
import { syntaxProblems } from './yaml-problems';

/**
 * Reads one YAML document.
 * @param text as it is written
 * @param template its actions, when it is one: then the masked text is read, and ranges and sources are those of `text`
 */
export function readYaml(text: string, template: Template | undefined): Tree {
  const simple = template === undefined ? readSimpleYaml(text) : undefined;
  return simple ?? readAnyYaml(text, template);
}

/** The same, by way of the yaml package. */
export function readAnyYaml(text: string, template: Template | undefined): Tree {
  const composition = compose(template?.masked ?? text, template !== undefined);
  if (composition === undefined) return unreadTree('TOO_DEEP', 'Collections are nested too deep to be read', text);
  const { comments, doubledBraces, errors } = composition;
  const reader = new TreeReader(text, template, composition);
  const root = reader.read();
  const problems = [...syntaxProblems(text, composition, template), ...reader.problems.found];
  return { root, comments, problems: problems.slice(0, mostProblems), wellFormed: errors.length === 0, doubledBraces };
}

/** Aliases inside aliases can nest deeper than any text does. */
const deepestNode = 500;

/** Where a node is read from. */
interface Place {
  /** The `*name` that led to it. */
  readonly alias: TextRange | undefined;
  /** The template branch of what holds it. */
  readonly branch: number;
  readonly depth: number;
}

/** Turns the yaml package's nodes into ours, once. */
class TreeReader {
  readonly problems = new TreeProblems();
  private readonly aliases = new Aliases(this.problems);
  private readonly scalars: ScalarReader;
  private readonly unsure: Unsure;

  constructor(
    private readonly text: string,
    private readonly template: Template | undefined,
    private readonly composition: Composition,
  ) {
    const { contents, errors, joined } = composition;
    const strays = holdsStrays(text) ? this.problems : undefined;
    this.scalars = new ScalarReader(text, template, joined, strays, this.problems);
    this.unsure = unsureIn(
      contents,
      errors.map((error) => error.pos[0]),
      template?.gaps ?? [],
    );
  }

  read(): Node | undefined {
    const { contents } = this.composition;
    return this.value(contents, { alias: undefined, branch: this.outermostBranch(contents), depth: 0 });
  }

  private outermostBranch(contents: ParsedNode | null): number {
    const { template } = this;
    if (template === undefined || contents === null) return 0;
    const starts = isMap(contents) ? contents.items.map((pair) => pair.key.range[0]) : [];
    const [first = this.branchAt(contents.range[0]), ...others] = starts.map((start) => this.branchAt(start));
    return others.reduce((one, other) => template.branches.common(one, other), first);
  }

  private branchAt(offset: number): number {
    return this.template?.branches.at(offset) ?? 0;
  }

  /** Whether a template's loop stands between a place and what holds it. */
  private repeats(offset: number, within: number): boolean {
    return this.template?.branches.repeats(this.branchAt(offset), within) ?? false;
  }

  /** A value; `undefined` where nothing is written. */
  private value(node: ParsedNode | null | undefined, place: Place): Node | undefined {
    if (node === null || node === undefined) return undefined;
    if (isAlias(node)) return this.aliased(node, place);
    if (place.alias === undefined) this.aliases.take(node);
    if (isScalar(node)) return this.isNothing(node) ? undefined : this.scalar(node, place.alias, false);
    if (place.alias !== undefined && !this.aliases.mayCopy(place.alias)) return this.unread(node, place);
    if (place.depth > deepestNode) {
      this.problems.reportOnce('TOO_DEEP', 'Collections are nested too deep to be read', place.alias ?? spanOf(node));
      return this.unread(node, place);
    }
    this.aliases.enter(node);
    const result = isMap(node) ? this.mapping(node, place) : this.sequence(node, place);
    this.aliases.leave(node);
    return result;
  }

  private unread(node: ParsedNode, place: Place): Scalar {
    return unknownScalar(spanOf(node), this.text, place.alias);
  }

  /** Nothing at all, not even a tag or an anchor. */
  private isNothing(node: YamlScalar.Parsed): boolean {
    const { source, type, tag, anchor } = node;
    return (
      source === '' && type === 'PLAIN' && tag === undefined && anchor === undefined && !this.unsure.printed.has(node)
    );
  }

  private scalar(node: YamlScalar.Parsed, alias: TextRange | undefined, isKey: boolean): Scalar {
    return this.scalars.read(node, { alias, isKey, printed: this.unsure.printed.get(node) });
  }

  /** The node that an alias names, as it is reached through the outermost alias. */
  private aliased(node: Alias.Parsed, place: Place): Node {
    const range = spanOf(node);
    const target = this.aliases.targetOf(node, place.alias !== undefined);
    const at = { alias: place.alias ?? range, branch: place.branch, depth: place.depth + 1 };
    return (target && this.value(target, at)) ?? unknownScalar(range, this.text, place.alias);
  }

  private mapping(node: YAMLMap.Parsed, place: Place): Mapping {
    const entries: Entry[] = [];
    const merges: Entry[] = [];
    let open = this.unsure.open.has(node);
    for (const pair of node.items) {
      const entry = this.entry(node, pair, place);
      if (entry === undefined || entry.key.type === 'unknown') open = true;
      if (entry === undefined) continue;
      if (entry.conditional && this.repeats(entry.key.range.start, place.branch)) open = true;
      (isMergeKey(entry.key) ? merges : entries).push(entry);
    }
    this.problems.reportDuplicates(entries);
    const merged = merges.length === 0 ? undefined : mergedEntries(entries, merges, this.problems);
    return {
      kind: 'mapping',
      range: extentOf(node, [...entries, ...merges]),
      alias: place.alias,
      anchor: node.anchor,
      flow: node.flow === true,
      entries: merged === undefined ? entries : [...entries, ...merged.entries],
      merges,
      open: open || (merged?.open ?? false),
    };
  }

  private entry(
    mapping: YAMLMap.Parsed,
    { key: keyNode, value: valueNode, srcToken }: Pair<ParsedNode, ParsedNode | null>,
    place: Place,
  ): Entry | undefined {
    const colon = srcToken?.sep?.find((part) => part.type === 'map-value-ind');
    const explicit = srcToken?.start.find((part) => part.type === 'explicit-key-ind');
    const key = this.key(mapping, keyNode, explicit !== undefined, place);
    if (key === undefined) return undefined;
    // A word alone on its line: a key that is being typed.
    if (colon === undefined && explicit === undefined && mapping.flow !== true) return undefined;
    const branch = this.branchAt(key.range.start);
    const value = this.value(valueNode, { alias: place.alias, branch, depth: place.depth + 1 });
    const written = isAlias(keyNode) ? spanOf(keyNode) : key.range;
    const start = Math.min(
      explicit?.offset ?? written.start,
      propertiesStart(srcToken) ?? written.start,
      written.start,
    );
    const end = Math.max(written.end, writtenEnd(valueNode, value), propertiesEnd(srcToken?.sep), endOf(colon));
    return {
      key,
      name: key.style === 'plain' || typeof key.value !== 'string' ? key.source : key.value,
      value,
      range: rangeOf(start, end),
      merged: false,
      conditional: branch !== place.branch,
    };
  }

  private key(mapping: YAMLMap.Parsed, node: ParsedNode, explicit: boolean, place: Place): Scalar | undefined {
    if (isAlias(node)) {
      const target = this.aliased(node, place);
      return target.kind === 'scalar' ? target : undefined;
    }
    if (!isScalar(node)) {
      this.problems.report('COMPLEX_KEY', 'A key must be a word', spanOf(node));
      return undefined;
    }
    if (place.alias === undefined) this.aliases.take(node);
    if (!explicit && this.isNothing(node))
      this.problems.report(
        'MISSING_KEY',
        'A key is missing in front of the colon',
        rangeOf(node.range[0], node.range[0] + 1),
      );
    const key = this.scalar(node, place.alias, true);
    if (key.style !== 'plain' || mapping.flow === true || !key.source.includes('\n')) return key;
    return this.lastLineOf(mapping, key);
  }

  /**
   * A half-typed key runs into the line below it, whose key is still good when it stands at the mapping's own column.
   * The mapping itself is open, as the yaml package reports an error there.
   */
  private lastLineOf(mapping: YAMLMap.Parsed, key: Scalar): Scalar | undefined {
    const line = this.text.lastIndexOf('\n', key.range.end - 1) + 1;
    const source = this.text.slice(line, key.range.end).trimStart();
    const start = key.range.end - source.length;
    if (start - line !== mapping.srcToken?.indent || /^[-?] /.test(source)) return undefined;
    return { ...key, ...typeOfPlain(source), range: rangeOf(start, key.range.end), source, offsets: undefined };
  }

  private sequence(node: YAMLSeq.Parsed, place: Place): Sequence {
    const tokens = itemTokens(node.srcToken);
    let open = this.unsure.open.has(node);
    const items = node.items.map((each, index): Item => {
      const item = this.item(each, tokens[index], place);
      if (item.conditional && this.repeats(item.range.start, place.branch)) open = true;
      // In flow style one action may print several items.
      if (node.flow === true && isPrinted(item.value)) open = true;
      return item;
    });
    return {
      kind: 'sequence',
      range: extentOf(node, items),
      alias: place.alias,
      anchor: node.anchor,
      flow: node.flow === true,
      items: this.template === undefined ? items : withSpilledKeys(items, this.template.branches),
      open,
    };
  }

  private item(node: ParsedNode, token: CST.CollectionItem | undefined, place: Place): Item {
    const dash = token?.start.find((part) => part.type === 'seq-item-ind');
    const start = dash?.offset ?? propertiesStart(token) ?? node.range[0];
    const branch = this.branchAt(start);
    const value = this.value(node, { alias: place.alias, branch, depth: place.depth + 1 });
    const end = Math.max(writtenEnd(node, value), propertiesEnd(token?.start), endOf(dash), start);
    // Behind an error, an anchor or tag may stand before the item, inside the one above.
    const first = isAlias(node) ? start : Math.min(start, value?.range.start ?? start);
    return { value, range: rangeOf(first, end), conditional: branch !== place.branch };
  }
}

const spanOf = (node: ParsedNode): TextRange => rangeOf(node.range[0], node.range[1]);

const isPrinted = (value: Node | undefined): boolean =>
  value?.kind === 'scalar' && value.type === 'unknown' && value.style === 'plain';

/** Brackets and what is between; in block style from the first part to the end of the last one's content. */
function extentOf(node: YAMLMap.Parsed | YAMLSeq.Parsed, parts: readonly (Entry | Item)[]): TextRange {
  if (parts.length === 0 || (node.flow === true && node.srcToken !== undefined)) return spanOf(node);
  let start = Number.POSITIVE_INFINITY;
  let end = 0;
  for (const { range } of parts) {
    start = Math.min(start, range.start);
    end = Math.max(end, range.end);
  }
  return rangeOf(start, end);
}

/** Where a value ends in the text: an alias at its own end, not where the node that it names ends. */
const writtenEnd = (node: ParsedNode | null, value: Node | undefined): number =>
  node !== null && isAlias(node) ? node.range[1] : (value?.range.end ?? 0);

const isProperty = ({ type }: CST.SourceToken): boolean => type === 'anchor' || type === 'tag';

const propertiesStart = (token: CST.CollectionItem | undefined): number | undefined =>
  token?.start.find(isProperty)?.offset;

const propertiesEnd = (tokens: readonly CST.SourceToken[] | undefined): number => endOf(tokens?.findLast(isProperty));

const endOf = (token: CST.SourceToken | undefined): number =>
  token === undefined ? 0 : token.offset + token.source.length;
