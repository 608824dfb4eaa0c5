import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type {
  CommandForm,
  Dockerfile,
  DockerfileWord,
  Instruction,
} from '../../../../server/src/dockerfile/model/dockerfile';
import { parseDockerfile } from '../../../../server/src/dockerfile/model/parse';

/** An instruction as BuildKit's own parser gives it. */
interface BuildkitInstruction {
  readonly keyword: string;
  readonly line: number;
  readonly flags: readonly string[];
  readonly words: readonly string[];
  readonly json: boolean;
  readonly heredocs: readonly unknown[];
  readonly trigger?: BuildkitInstruction;
}

interface Comparable extends Omit<BuildkitInstruction, 'line' | 'trigger'> {
  readonly trigger?: Comparable;
}

interface Recorded {
  readonly source: string;
  readonly cases: readonly {
    readonly text: string;
    readonly emptyContinuation: boolean;
    readonly instructions: readonly BuildkitInstruction[];
  }[];
}

const recorded: Recorded = JSON.parse(readFileSync('test/unit/dockerfile/model/fixtures/buildkit.json', 'utf8'));

/** BuildKit reads flags off every instruction; dockerfile-ast off those that take some. */
const takesFlags = new Set(['FROM', 'RUN', 'COPY', 'ADD', 'HEALTHCHECK']);

/** What can be compared of an instruction; `words` is left out where BuildKit keeps one text that has no word of ours. */
function comparable(dockerfile: Dockerfile, instruction: Instruction): Comparable {
  const { text } = dockerfile;
  const { words, json } = wordsOf(instruction);
  return {
    keyword: instruction.keywordText,
    flags: instruction.flags.map(({ name, value }) => `--${name}${value === undefined ? '' : `=${value}`}`),
    words,
    json,
    heredocs: instruction.heredocs.map(({ name, expands, stripsTabs, body }) => ({
      name,
      expands,
      stripsTabs,
      body: text.slice(body.start, body.end),
    })),
    ...(instruction.keyword === 'ONBUILD' &&
      instruction.trigger !== undefined && { trigger: comparable(dockerfile, instruction.trigger) }),
  };
}

const texts = (words: readonly (DockerfileWord | undefined)[]): readonly string[] =>
  words.flatMap((word) => (word === undefined ? [] : [word.text]));

function wordsOf(instruction: Instruction): Pick<BuildkitInstruction, 'words' | 'json'> {
  const plain = (words: readonly string[]) => ({ words, json: false });
  const form = (command: CommandForm | undefined) =>
    command?.form === 'exec' ? { words: command.words.map(({ value }) => value), json: true } : plain([]);
  switch (instruction.keyword) {
    case 'FROM':
      return plain(texts([instruction.image, instruction.alias]));
    case 'EXPOSE':
      return plain(texts(instruction.words));
    case 'VOLUME':
      return { words: texts(instruction.words), json: instruction.json };
    case 'COPY':
    case 'ADD':
      return { words: texts([...instruction.sources, instruction.destination]), json: instruction.json };
    case 'ENV':
    case 'LABEL':
      return plain(instruction.properties.flatMap(({ value }) => [value?.text ?? '', instruction.legacy ? '' : '=']));
    case 'ARG':
      return plain(instruction.properties.map(({ value }) => value?.text ?? ''));
    case 'USER':
    case 'WORKDIR':
    case 'STOPSIGNAL':
      return plain(texts([instruction.word]));
    case 'RUN':
    case 'CMD':
    case 'ENTRYPOINT':
    case 'SHELL':
    case 'HEALTHCHECK':
      return form(instruction.command);
    default:
      return plain([]);
  }
}

/** BuildKit's instruction in the same shape. */
function expected(instruction: BuildkitInstruction): Comparable {
  const { keyword, flags, json, heredocs, trigger } = instruction;
  const name = keyword.toUpperCase();
  return {
    keyword,
    flags: takesFlags.has(name) ? flags : [],
    words: expectedWords(name, instruction),
    json,
    heredocs,
    // Those of a trigger stand at its `ONBUILD`; with us, at both.
    ...(trigger !== undefined && { trigger: expected({ ...trigger, heredocs }) }),
  };
}

function expectedWords(name: string, { words, json, heredocs }: BuildkitInstruction): readonly string[] {
  switch (name) {
    case 'FROM':
      return [0, 2].flatMap((index) => words[index] ?? []);
    case 'ENV':
    case 'LABEL':
      return words.filter((_, index) => index % 3 !== 0);
    case 'ARG':
      return words.map((word) => (word.includes('=') ? word.slice(word.indexOf('=') + 1) : ''));
    case 'COPY':
    case 'ADD':
      return heredocs.length === 0 ? words : words.map((word) => word.replace(/^<<-?\\?/, ''));
    case 'HEALTHCHECK':
      return json ? words.slice(1) : [];
    case 'RUN':
    case 'CMD':
    case 'ENTRYPOINT':
    case 'SHELL':
      return json ? words : [];
    case 'MAINTAINER':
      return [];
    default:
      return words.filter((word) => word !== '');
  }
}

describe(`agreement with ${recorded.source}`, () => {
  for (const { text, instructions, emptyContinuation } of recorded.cases)
    it(JSON.stringify(text), () => {
      const dockerfile = parseDockerfile(text);
      assert.deepEqual(
        dockerfile.instructions.map((instruction) => comparable(dockerfile, instruction)),
        instructions.map(expected),
      );
      assert.equal(
        dockerfile.problems.some(({ kind }) => kind === 'empty-continuation'),
        emptyContinuation,
      );
      const lines = dockerfile.instructions.map(({ range }) => text.slice(0, range.start).split('\n').length);
      // BuildKit counts an escape alone on the line before to the instruction.
      if (!/^\\$/m.test(text))
        assert.deepEqual(
          lines,
          instructions.map(({ line }) => line),
        );
    });
});
