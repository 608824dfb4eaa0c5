/** `$(NAME)` in a variable's value or in a word of `command` or `args`. */
export interface VariableReference {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The references that the kubelet replaces in a text; `$$(NAME)` stands for the characters `$(NAME)` and is none.
 * Source: kubernetes/kubernetes third_party/forked/golang/expansion/expand.go
 */
export function variableReferences(text: string): readonly VariableReference[] {
  const found: VariableReference[] = [];
  let close = text.indexOf(')');
  for (let at = text.indexOf('$'); at !== -1; at = text.indexOf('$', at)) {
    if (text[at + 1] !== '(') {
      at += text[at + 1] === '$' ? 2 : 1;
      continue;
    }
    if (close < at) close = text.indexOf(')', at);
    if (close === -1) break;
    found.push({ name: text.slice(at + 2, close), start: at, end: close + 1 });
    at = close + 1;
  }
  return found;
}

/** Whether a text refers to a variable. */
export const refersTo = (text: string, name: string): boolean =>
  variableReferences(text).some((reference) => reference.name === name);
