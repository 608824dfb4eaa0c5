// Records what hadolint says of every Dockerfile example, so that the tests can compare without having it.
// Usage: see record-peers.mjs, which runs this.
import { dockerfileExamples, keyOf } from '../test/peers/examples.ts';
import { answersBefore, run, writeRecord } from './peer-answers.mjs';

const hadolint = 'hadolint';
const version = /\d+\.\d+\.\d+/.exec(run(hadolint, ['--version']))?.[0];

const before = answersBefore(hadolint, { version });
const answers = {};
for (const text of dockerfileExamples()) {
  const key = keyOf(text);
  if (key in before) {
    answers[key] = before[key];
    continue;
  }
  const found = JSON.parse(run(hadolint, ['--no-fail', '--format', 'json', '-'], text));
  // A file that hadolint cannot parse says nothing about its rules; DL1000 is a failure of its parser.
  if (found.some(({ code }) => code === 'DL1000' || !/^(DL|SC)\d+$/.test(code))) continue;
  const lines = found.filter(({ code }) => code.startsWith('DL')).map(({ code, line }) => `${code}:${line}`);
  answers[key] = [...new Set(lines)].sort();
}
writeRecord(hadolint, { version }, answers);
