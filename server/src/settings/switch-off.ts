import { insertion, lineEnd, lineEndingOf, lineStart, replacement, type TextEdit } from '../engine/text';
import { readYaml } from './yaml-value';

/** The edits that switch a rule off in the text of a settings file; `undefined` when the text cannot be read. */
export function switchOff(text: string, rule: string): readonly TextEdit[] | undefined {
  const { root, errors } = readYaml(text);
  if (errors.length > 0 || (root !== undefined && root.kind !== 'mapping')) return undefined;
  const eol = lineEndingOf(text);
  const rules = root?.entries.find(({ name }) => name === 'rules');
  if (rules === undefined) {
    const gap = text === '' || text.endsWith('\n') ? '' : eol;
    return [insertion(text.length, `${gap}rules:${eol}  ${rule}: off${eol}`)];
  }
  if (rules.value.kind !== 'mapping') {
    const end = lineEnd(text, rules.nameRange.end);
    return /^:\s*(#.*)?$/.test(text.slice(rules.nameRange.end, end))
      ? [insertion(end, `${eol}  ${rule}: off`)]
      : undefined;
  }
  const present = rules.value.entries.find(({ name }) => name === rule);
  if (present !== undefined) return [replacement(present.value.range, 'off')];
  const last = rules.value.entries.at(-1);
  if (text[rules.value.range.start] === '{' || last === undefined) {
    const close = rules.value.range.end - 1;
    return text[close] === '}' ? [insertion(close, `${last === undefined ? '' : ', '}${rule}: off`)] : undefined;
  }
  const indentation = text.slice(lineStart(text, last.nameRange.start), last.nameRange.start);
  return /\S/.test(indentation)
    ? undefined
    : [insertion(lineEnd(text, last.value.range.end), `${eol}${indentation}${rule}: off`)];
}
