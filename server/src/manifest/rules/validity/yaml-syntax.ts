import { mendSyntax } from '../../edits/mend-syntax';
import { syntaxCauses } from '../../model/syntax-cause';
import { manifestRule } from '../../rule';

/** What the readers of YAML and JSON complain of themselves. */
const reasons = [
  'Aliases stand for too many values to follow them all',
  'Nothing may follow the value',
  'Missing closing */',
  'Missing closing "',
  'Missing closing }',
  'Missing closing ]',
  'Missing : after the key',
  'Missing , between values',
  'Expected a value',
  'A key must be a string',
  'A key must be a word',
  'A key is missing in front of the colon',
  'Collections are nested too deep to be read',
  'Only a mapping, or a list of them, can be merged',
  'This is no text: it holds a NUL character',
  'This document is too large to be checked',
];

export default manifestRule({
  id: 'yaml-syntax',
  chapter: 'validity',
  variants: {
    tab: {
      severity: 'error',
      message: '`{word}` is indented by a tab: YAML knows only blanks there, and kubectl refuses the document',
    },
    invisible: {
      severity: 'error',
      message: 'An invisible character, {word}, stands here: to Kubernetes it is no blank, but a part of the word',
    },
    quotes: {
      severity: 'error',
      message: '{word} is written in typographic quotes: to Kubernetes they do not quote, but are a part of the word',
    },
    colon: {
      severity: 'error',
      message: '`{word}` holds a colon with a blank behind it, which makes a key of it: it needs quotes',
    },
    reserved: {
      severity: 'error',
      message: '`{word}` begins with a character that means something else in YAML: it needs quotes',
    },
    noColon: {
      severity: 'error',
      message: '`{word}` is no key yet: a colon is missing behind it',
    },
    noBlank: {
      severity: 'error',
      message: '`{word}` is one word to YAML: a blank is missing behind the colon',
    },
    nowhere: {
      severity: 'error',
      message: '`{word}` is indented below `{reason}`, which is a value and holds nothing else',
    },
    column: {
      severity: 'error',
      message: '`{word}` is not indented like anything that it could belong to',
    },
    item: {
      severity: 'error',
      message: '`{word}` is an item of a list among the keys of a mapping',
    },
    unclosed: {
      severity: 'error',
      message: 'This `{word}` is never closed: what follows is read as a part of it',
    },
    behind: {
      severity: 'error',
      message: '`{word}` stands behind a value that has ended',
    },
    comment: {
      severity: 'error',
      message: 'A comment needs a blank in front of its `{word}`',
    },
    escape: {
      severity: 'error',
      message: '`{word}` is no escape that Kubernetes knows in double quotes',
    },
    alias: {
      severity: 'error',
      message: '`{word}` stands for an anchor that this document does not have above it',
    },
    fence: {
      severity: 'error',
      message: '`{word}` is Markdown and no YAML',
    },
    conflict: {
      severity: 'error',
      message: 'A merge conflict is not resolved here: `{word}`',
    },
    other: {
      severity: 'error',
      message: 'kubectl cannot read this: {reason}',
    },
  },
  fixes: {
    blanks: { title: 'Indent by blanks', safety: 'safe', revealing: true },
    blank: { title: 'Make it a blank, or nothing where none is needed', safety: 'safe', revealing: true },
    straight: { title: 'Write straight quotes', safety: 'safe', revealing: true },
    quote: { title: 'Put quotes around `{word}`', safety: 'safe', revealing: true },
    space: { title: 'Put the blank in', safety: 'safe', revealing: true },
    backslash: { title: 'Double the backslash', safety: 'safe', revealing: true },
    unfence: { title: 'Take the lines of Markdown out', safety: 'safe', revealing: true },
    remove: { title: 'Remove `{word}`', safety: 'safe', revealing: true },
  },
  phrases: { reason: reasons },
  check(document, report) {
    if (!document.recognised) return;
    for (const cause of syntaxCauses(document)) {
      const mend = mendSyntax(document, cause);
      report({
        variant: cause.kind,
        at: cause.range,
        values: { word: cause.word, reason: cause.reason },
        fixes: mend === undefined ? [] : [mend],
      });
    }
  },
});
