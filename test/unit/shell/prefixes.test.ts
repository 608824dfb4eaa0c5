import assert from 'node:assert/strict';
import { contains } from '../../../server/src/engine/text';
import { commandPlaces } from '../../../server/src/shell/commands';
import { parseShell } from '../../../server/src/shell/parser';
import { sourceAt } from '../../../server/src/shell/source';
import type { SimpleCommand, WordPart } from '../../../server/src/shell/syntax';
import { adversarial } from './adversarial';
import { bodies } from './bodies';

const keyOf = ({ words, assignments, range }: SimpleCommand): string =>
  `${range.start}: ${[...assignments, ...words].map((word) => word.range.start).join(' ')}`;

const commandsIn = (text: string): readonly SimpleCommand[] =>
  commandPlaces(parseShell(sourceAt(text, 0))).map(({ command }) => command);

/** Throws when a range is not inside the text or its command, or when ranges are not in order. */
function checkRanges(text: string): void {
  const script = parseShell(sourceAt(text, 0));
  assert.deepEqual(script.range, { start: 0, end: text.length });
  let last = 0;
  for (const { command, statement, pipeline } of commandPlaces(script)) {
    const { range, words, assignments, redirects } = command;
    assert.ok(range.start >= last && contains(script.range, range) && contains(statement.range, pipeline.range));
    assert.ok(contains(pipeline.range, range) || statement.range.start === pipeline.range.start);
    for (const elements of [words, assignments, redirects]) {
      let end = range.start;
      for (const element of elements) {
        assert.ok(element.range.start >= end && element.range.end <= range.end, text);
        end = element.range.end;
      }
    }
    for (const word of words) checkParts(word.parts, word.range.start, word.range.end);
    last = range.start;
  }
}

function checkParts(parts: readonly WordPart[], start: number, end: number): void {
  let last = start;
  for (const { range } of parts) {
    assert.ok(last <= range.start && range.start <= range.end && range.end <= end);
    last = range.end;
  }
}

describe('a script that is being typed', function () {
  this.timeout(20_000);

  const texts = [...bodies(), ...adversarial];

  it('parses with sound ranges, wherever it ends', () => {
    for (const text of texts) {
      for (let length = 0; length <= text.length; length++) checkRanges(text.slice(0, length));
    }
  });

  it('parses with any one character missing', () => {
    for (const text of texts) {
      for (let index = 0; index < text.length; index++) checkRanges(text.slice(0, index) + text.slice(index + 1));
    }
  });

  it('keeps every command that is complete', () => {
    for (const text of texts) {
      const commands = commandsIn(text);
      for (let length = 0; length <= text.length; length++) {
        const found = new Set(commandsIn(text.slice(0, length)).map(keyOf));
        for (const command of commands) {
          assert.ok(command.range.end > length || found.has(keyOf(command)), text.slice(0, length));
        }
      }
    }
  });
});
