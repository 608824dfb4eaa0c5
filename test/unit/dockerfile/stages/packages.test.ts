import assert from 'node:assert/strict';
import type { Dockerfile } from '../../../../server/src/dockerfile/model/dockerfile';
import { runsOf } from '../../../../server/src/dockerfile/model/lookups';
import {
  installsAfter,
  isChosen,
  isMounted,
  leftBehind,
  type PackageOperation,
  packageOperations,
  removes,
  updateBefore,
} from '../../../../server/src/dockerfile/model/packages';
import { parseDockerfile } from '../../../../server/src/dockerfile/model/parse';

const parse = (...lines: readonly string[]): Dockerfile => parseDockerfile(`FROM debian\n${lines.join('\n')}\n`);

const operationsOf = (dockerfile: Dockerfile): readonly PackageOperation[] =>
  runsOf(dockerfile).flatMap(packageOperations);

const read = (run: string): readonly string[] =>
  operationsOf(parse(run)).map(
    ({ manager, action, subcommand, packages }) =>
      `${manager.id} ${action} ${subcommand.text}: ${packages.map(({ text }) => text).join(' ')}`,
  );

function last(dockerfile: Dockerfile): PackageOperation {
  const operation = operationsOf(dockerfile).at(-1);
  assert.ok(operation !== undefined);
  return operation;
}

describe('calls of package managers', () => {
  it('are read whatever the order of their options', () => {
    assert.deepEqual(read('RUN apt-get update && apt-get install -y nginx curl=1'), [
      'apt-get update update: ',
      'apt-get install install: nginx curl=1',
    ]);
    assert.deepEqual(read('RUN apt-get -y -o A=b install nginx -t stable --no-install-recommends'), [
      'apt-get install install: nginx',
    ]);
    assert.deepEqual(read('RUN apk add -t deps gcc -X http://x musl-dev'), ['apk install add: gcc musl-dev']);
    assert.deepEqual(read('RUN /usr/bin/dnf5 -y install a'), ['dnf install install: a']);
    assert.deepEqual(read('RUN zypper -n in a'), ['zypper install in: a']);
    assert.deepEqual(read('RUN pacman -Syu --noconfirm a'), ['pacman upgrade -Syu: a']);
  });

  it('are found wherever they run', () => {
    assert.deepEqual(read("RUN sudo -E apt-get update; bash -c 'apt-get install -y x'"), [
      'apt-get update update: ',
      'apt-get install install: x',
    ]);
    assert.deepEqual(read('RUN if true; then python3 -m pip install a; fi'), ['pip install install: a']);
    assert.deepEqual(read('RUN <<EOF\napk add a\nEOF'), ['apk install add: a']);
    assert.deepEqual(read('ONBUILD RUN yarn'), ['yarn install yarn: ']);
  });

  it('keep words that are not literal', () => {
    assert.deepEqual(read('RUN apt-get install -y $PACKAGES "lib$V"'), ['apt-get install install: $PACKAGES "lib$V"']);
    assert.deepEqual(read('RUN apt-get $COMMAND'), []);
    assert.deepEqual(read('RUN $APT install x'), []);
  });

  it('are none for other programs', () => assert.deepEqual(read('RUN make install && echo apt-get update'), []));
});

describe('the index', () => {
  const updated = (...lines: readonly string[]): string | undefined => {
    const update = updateBefore(last(parse(...lines)));
    return update === undefined ? undefined : `${update.manager.id} ${update.action}`;
  };

  it('is refreshed earlier in the same RUN', () => {
    assert.equal(updated('RUN apt-get update && apt-get install x'), 'apt-get update');
    assert.equal(updated('RUN apt update && apt-get install x'), 'apt update');
    assert.equal(updated('RUN apt-get update', 'RUN apt-get install x'), undefined);
    assert.equal(updated('RUN apk update && apt-get install x'), undefined);
  });

  it('is refreshed by the install itself', () => {
    assert.equal(updated('RUN apk add --no-cache x'), 'apk install');
    assert.equal(updated('RUN apk add -U x'), 'apk install');
    assert.equal(updated('RUN apk add x'), undefined);
  });

  it('is read by later installs of the same RUN', () => {
    const [update] = operationsOf(
      parse('RUN apt-get update && apt-get install a && make && apt-get upgrade && apk add b'),
    );
    assert.ok(update !== undefined);
    assert.deepEqual(
      installsAfter(update).map(({ action }) => action),
      ['install', 'upgrade'],
    );
  });
});

describe('what is left behind', () => {
  const left = (...lines: readonly string[]): readonly string[] => {
    const dockerfile = parse(...lines);
    return operationsOf(dockerfile).map((operation) => leftBehind(dockerfile, operation).join('+'));
  };

  it('is what the package manager leaves', () => {
    assert.deepEqual(left('RUN apt-get update && apt-get install -y x'), ['index', '']);
    assert.deepEqual(left('RUN apk update && apk add x'), ['index', 'cache']);
    assert.deepEqual(left('RUN dnf install -y x'), ['index+cache']);
    assert.deepEqual(left('RUN pip install x'), ['cache']);
    assert.deepEqual(left('RUN apt-get remove x && gem install y'), ['', '']);
  });

  it('is not what is cleaned later in the same RUN', () => {
    assert.deepEqual(left('RUN apt-get update && apt-get install -y x && rm -rf /var/lib/apt/lists/*'), ['', '']);
    assert.deepEqual(left('RUN apt-get update && rm -r /tmp/* /var/lib/apt/lists'), ['']);
    assert.deepEqual(left('RUN apt-get update && apt-get dist-clean'), ['', '']);
    assert.deepEqual(left('RUN apt-get update && apt-get clean'), ['index', '']);
    assert.deepEqual(left('RUN dnf install -y x && dnf clean all'), ['', '']);
    assert.deepEqual(left('RUN dnf install -y x && dnf clean packages'), ['index', '']);
    assert.deepEqual(left('RUN apt-get update && rm -rf /var/lib/{apt,dpkg}/'), ['']);
    assert.deepEqual(left('RUN apt-get update && rm -f /var/lib/apt/lists/*_*'), ['']);
    assert.deepEqual(left('RUN apt-get update && find /var/lib/apt/lists -type f -delete'), ['']);
  });

  it('is what is cleaned before, elsewhere or in another RUN', () => {
    assert.deepEqual(left('RUN rm -rf /var/lib/apt/lists/* && apt-get update'), ['index']);
    assert.deepEqual(left('RUN apt-get update && rm -rf /x'), ['index']);
    assert.deepEqual(left('RUN apt-get update', 'RUN rm -rf /var/lib/apt/lists/*'), ['index']);
    assert.deepEqual(left('RUN apt-get update && find /var/lib/apt/lists'), ['index']);
  });

  it('is not what a mount takes', () => {
    assert.deepEqual(left('RUN --mount=type=cache,target=/var/lib/apt apt-get update'), ['']);
    assert.deepEqual(left('RUN --mount=type=tmpfs,target=/var/lib/apt/lists/ apt-get update'), ['']);
    assert.deepEqual(left('RUN --mount=type=bind,target=/var/lib/apt apt-get update'), ['index']);
    assert.deepEqual(left('RUN --mount=type=cache,target=/root/.cache/pip pip install x'), ['']);
    assert.deepEqual(left('RUN --mount=type=cache,target=/var/cache/libdnf5 dnf install -y x'), ['']);
    const [run] = runsOf(parse('RUN --mount=type=cache,target=/var/cache/apt apt-get update'));
    assert.ok(run !== undefined);
    assert.equal(isMounted(run, '/var/cache/apt/archives'), true);
    assert.equal(isMounted(run, '/var/lib/apt'), false);
  });

  it('is not what an option or a variable keeps from being written', () => {
    assert.deepEqual(left('RUN apk add --no-cache x'), ['']);
    assert.deepEqual(left('RUN pip install --no-cache-dir x'), ['']);
    assert.deepEqual(left('ENV PIP_NO_CACHE_DIR=1', 'RUN pip install x'), ['']);
    assert.deepEqual(left('RUN pip install x', 'ENV PIP_NO_CACHE_DIR=1'), ['cache']);
    assert.deepEqual(left('ARG PIP_NO_CACHE_DIR=yes', 'RUN pip install x'), ['']);
    assert.deepEqual(left('RUN PIP_NO_CACHE_DIR=1 pip install x && pip install y'), ['', 'cache']);
    assert.deepEqual(left('RUN export PIP_NO_CACHE_DIR=1 && pip install x'), ['']);
    assert.deepEqual(left('RUN env PIP_NO_CACHE_DIR=1 pip install x'), ['']);
    assert.deepEqual(left('ENV PIP_NO_CACHE_DIR=0', 'RUN pip install x'), ['cache']);
    assert.deepEqual(left('ENV X=1', 'ENV PIP_NO_CACHE_DIR=$X', 'RUN pip install x'), ['']);
  });

  it('follows the stages', () => {
    const dockerfile = parseDockerfile('FROM a AS base\nENV PIP_NO_CACHE_DIR=1\nFROM base\nRUN pip install x\n');
    assert.deepEqual(leftBehind(dockerfile, last(dockerfile)), []);
  });
});

describe('choices', () => {
  const yes = (...lines: readonly string[]): boolean => {
    const dockerfile = parse(...lines);
    const operation = last(dockerfile);
    assert.ok(operation.manager.assumeYes !== undefined);
    return isChosen(dockerfile, operation, operation.manager.assumeYes);
  };

  it('are made by options, variables and configuration files', () => {
    assert.equal(yes('RUN apt-get install x'), false);
    assert.equal(yes('RUN apt-get install -qy x'), true);
    assert.equal(yes('RUN apt-get install -q -q x'), true);
    assert.equal(yes('ENV CONDA_ALWAYS_YES=true', 'RUN conda install x'), true);
    assert.equal(
      yes(`RUN echo 'APT::Get::Assume-Yes "true";' > /etc/apt/apt.conf.d/90yes`, 'RUN apt-get install x'),
      true,
    );
    assert.equal(yes('RUN apt-get install x', `RUN apt-get install y # APT::Get::Assume-Yes "true"`), false);
  });
});

describe('removing a directory', () => {
  it('is told from removing something else', () => {
    const removed = (run: string): boolean => {
      const command = runsOf(parse(run))[0]?.commands[0];
      assert.ok(command !== undefined);
      return removes(command, '/var/cache/apk');
    };
    assert.equal(removed('RUN rm -rf /var/cache/apk/*'), true);
    assert.equal(removed('RUN rm -rf /tmp/* "/var/cache"/*'), true);
    assert.equal(removed('RUN rm -rf /var/cache/apk2'), false);
    assert.equal(removed('RUN ls /var/cache/apk'), false);
  });
});
