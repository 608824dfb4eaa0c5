import assert from 'node:assert/strict';
import { hoverIn } from './marked';

function says(text: string, ...patterns: readonly RegExp[]): void {
  const found = hoverIn(text) ?? '';
  for (const pattern of patterns) assert.match(found, pattern, text);
}

describe('hover in a Dockerfile', () => {
  it('tells what instructions and flags are for', () => {
    says('FROM alpine\nWORK|DIR /x\n', /^\*\*WORKDIR\*\* `DIRECTORY`/, /reference\/dockerfile\/#workdir/);
    says('FROM alpine\nCOPY --li|nk a b\n', /^`--link`/);
    says('FROM alpine\nONBUILD CO|PY a b\n', /^\*\*COPY\*\*/);
    says('FROM debian\nRUN apt-get install --no-install-rec|ommends x\n', /only recommended/);
  });

  it('tells what is known of an image, and only that', () => {
    says(
      'FROM node:2|2\n',
      /^\*\*node:22\*\* · \d+ MB · Debian/,
      /runs as root · users `node` \(1000:1000\)/,
      /Node\.js 22: supported until 2027-04-30/,
      /Smaller: `22-slim` \d+ MB, `22-alpine` \d+ MB/,
    );
    says('FROM node:1|6\n', /\*\*support ended 2023-09-11\*\*/);
    says('FROM openj|dk:17\n', /Deprecated: nobody keeps it up/);
    says('FROM gcr.io/distroless/static:nonr|oot\n', /runs as `65532`/);
    says('ARG V=22\nFROM node:$V AS a\nFROM alpine\nCOPY --from=compos|er:2 /a /b\n', /^\*\*composer:2\*\*/);
    assert.equal(hoverIn('FROM ghcr.io/example/thi|ng:1\n'), undefined);
  });

  it('tells what becomes of a stage', () => {
    const file = 'FROM golang AS build\nFROM alpine\nCOPY --from=build /a /b\nUSER 1000\n';
    says(file.replace('=build', '=bu|ild'), /^\*\*Stage `build`, from `golang`\*\*/, /What other stages copy/);
    says(file.replace('AS build', 'AS bu|ild'), /^\*\*Stage `build`/);
  });

  it('tells who is PID 1 and who gets the signal', () => {
    says('FROM node\nCMD ["node", "a|.js"]\n', /PID 1\*\* `docker-entrypoint\.sh node a\.js`/, /its place to `node`/);
    says('FROM scratch\nCMD ["/ap|p"]\n', /- `app` gets SIGTERM/);
    says(
      'FROM alpine\nSTOPSIGNAL SIGINT\nCM|D ["tini", "--", "app"]\n',
      /`tini` gets SIGINT and passes it on to `app`/,
    );
    says(
      'FROM alpine\nCMD cd /x && ap|p\n',
      /PID 1\*\* `\/bin\/sh -c "cd \/x && app"`/,
      /`sh` gets SIGTERM and passes/,
    );
    says('FROM alpine\nCMD exec ap|p\n', /`sh` gives its place to `app`/);
    says('FROM alpine\nCMD ap|p\n', /unless it gives its place to `app`/);
    says('FROM alpine\nENTRYPOINT app\nCMD ["x|"]\n', /`CMD` never runs/);
    says('FROM alpine\nCMD ["a|"]\nCMD ["b"]\n', /Another `CMD` further down replaces this one/);
    says('FROM ghcr.io/example/thing\nCMD ["a|"]\n', /What the parent image runs in front of it is not known/);
  });

  it('tells what a variable is', () => {
    says('FROM alpine\nENV A=1\nRUN echo $|A\n', /^\*\*A\*\* = `1`/, /Set by `ENV`/);
    says('ARG V=1\nFROM alpine\nARG V\nRUN echo $|V\n', /^\*\*V\*\* = `1`/, /--build-arg V=/);
    says('ARG V=1\nFROM alpine:$V|\n', /For `FROM` lines/);
    says('FROM alpine\nARG TARGETARCH\nRUN echo $TARGET|ARCH\n', /Set by the builder: the architecture of the image/);
    says('FROM alpine\nARG A=1\nCMD echo $|A\n', /Not set while a container runs/);
    assert.equal(hoverIn('FROM alpine\nRUN x=1; echo $|x\n'), undefined);
  });

  it('tells the numbers of a user', () => {
    says('FROM node\nUSER no|de\n', /number 1000, and its group 1000/);
    says('FROM debian\nRUN useradd app\nUSER a|pp\n', /whatever number is free/);
  });

  it('says nothing in comments and strings', () => {
    assert.equal(hoverIn('FROM alpine\n# FR|OM\n'), undefined);
    assert.equal(hoverIn('FROM alpine\nRUN echo "CM|D"\n'), undefined);
  });
});
