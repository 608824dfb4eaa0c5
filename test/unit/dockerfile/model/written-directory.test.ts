import assert from 'node:assert/strict';
import { parseDockerfile } from '../../../../server/src/dockerfile/model/parse';
import { joinedPath, writtenDirectoryBefore } from '../../../../server/src/dockerfile/model/written-directory';

/** The directory in which the last instruction works. */
function directoryAtEnd(text: string) {
  const dockerfile = parseDockerfile(text);
  const last = dockerfile.instructions.at(-1);
  assert.ok(last);
  const { path, set } = writtenDirectoryBefore(dockerfile, last.keyword === 'ONBUILD' ? (last.trigger ?? last) : last);
  return [path, set];
}

describe('the directory that WORKDIR has come to', () => {
  for (const [text, expected] of [
    ['FROM debian:12\nRUN x\n', ['/', false]],
    ['FROM golang:1.27\nRUN x\n', ['/go', false]],
    ['FROM registry.example.com/a\nRUN x\n', [undefined, false]],
    ['FROM mcr.microsoft.com/windows/nanoserver:ltsc2022\nRUN x\n', [undefined, false]],
    ['FROM debian:12\nWORKDIR a\nWORKDIR ../b/\nRUN x\n', ['/b', true]],
    ['FROM registry.example.com/a\nWORKDIR a\nWORKDIR /b\nWORKDIR c\nRUN x\n', ['/b/c', true]],
    ['FROM registry.example.com/a\nWORKDIR a\nRUN x\n', [undefined, true]],
    ['FROM debian:12 AS one\nWORKDIR /a\nFROM one\nWORKDIR b\nRUN x\n', ['/a/b', true]],
    ['FROM debian:12\nENV A=/a\nWORKDIR $A\nWORKDIR b\nRUN x\n', ['$A/b', true]],
    ['FROM debian:12\nENV A=/a\nWORKDIR $A\nENV A=/b\nRUN x\n', [undefined, true]],
    ['FROM debian:12\nENV A=a\nWORKDIR $A\nRUN x\n', [undefined, true]],
    ['FROM debian:12\nARG A=/a\nWORKDIR $A\nRUN x\n', [undefined, true]],
    ['FROM debian:12\nARG A=a\nWORKDIR /x/$A\nWORKDIR ..\nRUN x\n', [undefined, true]],
    [`FROM debian:12\nWORKDIR \${A:-/a}\nRUN x\n`, [undefined, true]],
    ['FROM debian:12 AS one\nENV A=/a\nWORKDIR $A\nFROM one\nRUN x\n', [undefined, true]],
    ['FROM debian:12 AS one\nONBUILD WORKDIR /a\nFROM one\nRUN x\n', [undefined, true]],
    ["FROM debian:12\nWORKDIR /a'b'\\$c\nRUN x\n", [undefined, true]],
    ['FROM debian:12\nWORKDIR C:\\a\nRUN x\n', [undefined, true]],
    ['FROM debian:12\nWORKDIR /a\nONBUILD RUN x\n', ['/a', true]],
    ['FROM debian:12\nONBUILD WORKDIR b\nWORKDIR /a\nONBUILD RUN x\n', ['/a/b', true]],
    ['FROM debian:12\nWORKDIR\nRUN x\n', ['/', false]],
    ['RUN x\n', [undefined, false]],
  ] as const)
    it(JSON.stringify(text), () => assert.deepEqual(directoryAtEnd(text), expected));

  it('is not followed into paths that nobody writes', () => {
    assert.equal(joinedPath('/a', 'b'.repeat(5000)), undefined);
  });

  it('takes a file of nothing but WORKDIRs in its stride', () => {
    assert.deepEqual(directoryAtEnd(`FROM debian:12\n${'WORKDIR a\n'.repeat(10_000)}RUN x\n`), [undefined, true]);
  });
});
