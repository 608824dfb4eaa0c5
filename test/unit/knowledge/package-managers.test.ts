import assert from 'node:assert/strict';
import type { Word } from '../../../server/src/knowledge/command-options';
import { families } from '../../../server/src/knowledge/families';
import {
  cleanedBy,
  cleaningFor,
  coversDirectory,
  installsProject,
  isSatisfied,
  type PackageCommand,
  readPackageCommand,
  unpinnedOperands,
} from '../../../server/src/knowledge/package-commands';
import {
  packageManagerFor,
  packageManagers,
  packageManagersOf,
  peersOf,
} from '../../../server/src/knowledge/package-managers';

const words = (text: string): string[] => text.split(' ');

function read(text: string | readonly Word[]): PackageCommand {
  const command = readPackageCommand(typeof text === 'string' ? words(text) : text);
  assert.ok(command, `not read: ${String(text)}`);
  return command;
}

describe('knowledge/package-managers', () => {
  it('names every package manager and command once, with a source', () => {
    const ids = packageManagers.map((manager) => manager.id);
    assert.equal(new Set(ids).size, ids.length);
    const commands = packageManagers.flatMap((manager) => manager.commands);
    assert.equal(new Set(commands).size, commands.length);
    for (const manager of packageManagers) assert.match(manager.source, /\w/);
  });

  it('covers every package manager that people use in images', () => {
    const expected =
      'apt-get apt aptitude apk yum dnf microdnf zypper pacman pip pipx uv poetry npm yarn pnpm bun gem bundle composer conda go cargo nuget dotnet';
    for (const id of words(expected))
      assert.ok(
        packageManagers.some((manager) => manager.id === id),
        id,
      );
  });

  it('reads its own cleaning, assume-yes and no-cache texts as what they are', () => {
    for (const manager of packageManagers) {
      const [command = ''] = manager.commands;
      const install = (manager.install[0] ?? '').replace('-S', '-S x');
      for (const choice of [manager.assumeYes, manager.noCache, manager.recommended, manager.productionOnly]) {
        if (choice?.insert === undefined) continue;
        assert.ok(
          isSatisfied(choice, read(`${command} ${install} ${choice.insert}`)),
          `${manager.id}: ${choice.insert}`,
        );
        assert.equal(
          isSatisfied(choice, read(`${command} ${install}`)),
          false,
          `${manager.id}: without ${choice.insert}`,
        );
      }
      const cleaning = cleaningFor({ manager, command });
      if (cleaning === undefined) continue;
      if (cleaning.startsWith('rm -rf ')) {
        const path = cleaning.slice(7);
        assert.ok(
          manager.indexDirectories.every((directory) => coversDirectory(path, directory)),
          manager.id,
        );
      } else {
        const cleaned = cleanedBy(read(cleaning));
        assert.ok(cleaned === 'both' || cleaned === manager.leaves, `${manager.id}: ${cleaning} cleans ${cleaned}`);
      }
    }
  });

  it('finds the package manager of a family and of a name', () => {
    assert.deepEqual(
      packageManagersOf('debian').map((manager) => manager.id),
      ['apt-get', 'apt', 'aptitude'],
    );
    for (const facts of Object.values(families)) {
      if (facts.packageManager !== undefined) assert.ok(packageManagerFor(facts.packageManager), facts.packageManager);
    }
    assert.equal(packageManagerFor('/usr/bin/apt-get')?.id, 'apt-get');
    assert.equal(packageManagerFor('pip', 'module')?.id, 'pip');
    assert.equal(packageManagerFor('nginx'), undefined);
  });

  it('collects the ids that a practice has elsewhere', () => {
    const ids = peersOf('cacheLeft');
    assert.ok(ids.includes('hadolint/DL3009') && ids.includes('trivy/DS-0027'));
    assert.equal(new Set(ids).size, ids.length);
    for (const manager of packageManagers) {
      for (const id of Object.values(manager.peers).flat())
        assert.match(id, /^(?:hadolint\/DL\d{4}|trivy\/DS-\d{4}|checkov\/CKV_DOCKER_\d+)$/);
    }
  });

  it('reads subcommands wherever options stand', () => {
    const cases: [string, string, string, string, string[]][] = [
      ['apt-get update', 'apt-get', 'update', 'update', []],
      ['apt-get -y install -t bookworm-backports curl', 'apt-get', 'install', 'install', ['curl']],
      ['/usr/bin/apt-get -o Dpkg::Use-Pty=0 -qq install git', 'apt-get', 'install', 'install', ['git']],
      ['apt full-upgrade', 'apt', 'upgrade', 'full-upgrade', []],
      ['apk --no-cache add --virtual .build gcc musl-dev', 'apk', 'install', 'add', ['gcc', 'musl-dev']],
      ['dnf -y --setopt=install_weak_deps=False install httpd', 'dnf', 'install', 'install', ['httpd']],
      ['dnf module install nodejs:20', 'dnf', 'install', 'module install', ['nodejs:20']],
      ['dnf update', 'dnf', 'upgrade', 'update', []],
      ['microdnf clean all', 'microdnf', 'clean', 'clean all', []],
      ['zypper -n in -t pattern devel_basis', 'zypper', 'install', 'in', ['devel_basis']],
      ['zypper --root /x refresh', 'zypper', 'update', 'refresh', []],
      ['zypper -R /x refresh', 'zypper', 'update', 'refresh', []],
      ['python3 -m pip install -r requirements.txt flask', 'pip', 'install', 'install', ['flask']],
      ['python -u -m pip install flask', 'pip', 'install', 'install', ['flask']],
      ['pip3 --disable-pip-version-check install flask', 'pip', 'install', 'install', ['flask']],
      ['uv pip install -r r.txt', 'uv', 'install', 'pip install', []],
      ['uv sync --frozen', 'uv', 'install', 'sync', []],
      ['npm ci', 'npm', 'install', 'ci', []],
      ['npm --prefix web install', 'npm', 'install', 'install', []],
      ['npm run build', 'npm', 'other', 'run', ['build']],
      ['npm cache clean --force', 'npm', 'clean', 'cache clean', []],
      ['yarn', 'yarn', 'install', '', []],
      ['yarn --frozen-lockfile', 'yarn', 'install', '', []],
      ['yarn build', 'yarn', 'other', 'build', []],
      ['yarn --version', 'yarn', 'other', '', []],
      ['go mod download', 'go', 'install', 'mod download', []],
      ['go build -o /app ./cmd', 'go', 'other', 'build', ['./cmd']],
      ['dotnet tool install -g x', 'dotnet', 'install', 'tool install', ['x']],
      ['conda env create -f environment.yml', 'conda', 'install', 'env create', []],
      ['pacman -Syu --noconfirm', 'pacman', 'upgrade', '-Syu', []],
      ['pacman -Sy', 'pacman', 'update', '-Sy', []],
      ['pacman -Sy --noconfirm git', 'pacman', 'install', '-Sy', ['git']],
      ['pacman --sync --refresh git', 'pacman', 'install', '-Sy', ['git']],
      ['pacman -Ss git', 'pacman', 'other', '-Ss', ['git']],
      ['pacman -Scc --noconfirm', 'pacman', 'clean', '-Scc', []],
    ];
    for (const [text, id, action, subcommand, operands] of cases) {
      const command = read(text);
      assert.equal(command.manager.id, id, text);
      assert.equal(command.action, action, text);
      assert.equal(command.subcommand, subcommand, text);
      assert.deepEqual(
        command.operands.map((operand) => operand.word),
        operands,
        text,
      );
    }
  });

  it('says where the subcommand ends, for an option to be inserted there', () => {
    const command = read('apt-get -q install curl');
    assert.deepEqual([command.subcommandStart, command.subcommandEnd], [2, 3]);
    assert.deepEqual(read('yarn cache clean').subcommandEnd, 3);
  });

  it('keeps what is not literal as an operand and gives up where the subcommand is not literal', () => {
    assert.deepEqual(read(['apt-get', 'install', undefined]).operands, [{ word: undefined, index: 2 }]);
    assert.equal(readPackageCommand(['apt-get', undefined, 'curl']), undefined);
    assert.equal(readPackageCommand([undefined, 'install']), undefined);
    assert.equal(readPackageCommand([]), undefined);
    assert.equal(readPackageCommand(['curl', 'install']), undefined);
    assert.equal(readPackageCommand(['python3', 'app.py']), undefined);
  });

  it('knows every way of saying yes', () => {
    const yes = (text: string): boolean => {
      const command = read(text);
      assert.ok(command.manager.assumeYes, text);
      return isSatisfied(command.manager.assumeYes, command);
    };
    for (const text of [
      'apt-get install -y x',
      'apt-get -yq install x',
      'apt-get install -qq x',
      'apt-get install -q -q x',
      'apt-get install -q=2 x',
      'apt-get install x --assume-yes',
      'apt-get -o APT::Get::Assume-Yes=true install x',
      'apt-get -oAPT::Get::Assume-Yes=true install x',
      'zypper -n in x',
      'zypper --non-interactive in x',
      'zypper in -y x',
      'dnf -yq install x',
      'dnf install x --setopt=assumeyes=1',
      'pacman -S --noconfirm x',
    ]) {
      assert.equal(yes(text), true, text);
    }
    for (const text of [
      'apt-get install x',
      'apt-get install -q x',
      'apt-get install -q=1 x',
      'dnf install x',
      'zypper in x',
    ]) {
      assert.equal(yes(text), false, text);
    }
    assert.equal(packageManagerFor('apk')?.assumeYes, undefined);
  });

  it('knows every way of leaving recommended packages out', () => {
    const lean = (text: string): boolean => {
      const command = read(text);
      assert.ok(command.manager.recommended, text);
      return isSatisfied(command.manager.recommended, command);
    };
    for (const text of [
      'apt-get install --no-install-recommends x',
      'apt-get -o APT::Install-Recommends=false install x',
      'apt-get -o APT::Install-Recommends=0 install x',
      'apt install -y --no-install-recommends x',
      'aptitude install -R x',
      'dnf install --setopt=install_weak_deps=False x',
      'microdnf install --setopt=install_weak_deps=0 x',
      'zypper in --no-recommends x',
    ]) {
      assert.equal(lean(text), true, text);
    }
    for (const text of ['apt-get install x', 'apt-get -o APT::Install-Recommends=true install x', 'dnf install x']) {
      assert.equal(lean(text), false, text);
    }
    assert.match(
      'echo \'APT::Install-Recommends "false";\' > /etc/apt/apt.conf.d/01',
      packageManagerFor('apt')?.recommended?.configuration ?? /$^/,
    );
    assert.equal(packageManagerFor('yum')?.recommended?.insert, undefined);
  });

  it('takes the environment into account', () => {
    const command = read('pip install x');
    const choice = command.manager.noCache;
    assert.ok(choice);
    assert.equal(isSatisfied(choice, command, { PIP_NO_CACHE_DIR: '1' }), true);
    assert.equal(isSatisfied(choice, command, { PIP_NO_CACHE_DIR: 'true' }), true);
    assert.equal(isSatisfied(choice, command, { PIP_NO_CACHE_DIR: '0' }), false);
    assert.equal(isSatisfied(choice, command, { PIP_NO_CACHE_DIR: undefined }), false);
    assert.equal(isSatisfied(choice, command, {}), false);
  });

  it('knows what a clean command takes away', () => {
    const cleaned = (text: string) => cleanedBy(read(text));
    assert.equal(cleaned('apt-get clean'), 'cache');
    assert.equal(cleaned('apt-get distclean'), 'both');
    assert.equal(cleaned('dnf clean all'), 'both');
    assert.equal(cleaned('dnf clean metadata'), 'index');
    assert.equal(cleaned('zypper clean -a'), 'both');
    assert.equal(cleaned('zypper clean'), 'cache');
    assert.equal(cleaned('npm cache clean --force'), 'cache');
    assert.equal(cleaned('npm cache clean'), undefined);
    assert.equal(cleaned('conda clean -afy'), 'both');
    assert.equal(cleaned('pacman -Sc --noconfirm'), 'cache');
    assert.equal(cleaned('apt-get update'), undefined);
    assert.equal(cleaningFor(read('mamba install x')), 'mamba clean -afy');
    assert.equal(cleaningFor(read('dnf5 install x')), 'dnf5 clean all');
    assert.equal(cleaningFor(read('apk add x')), undefined);
  });

  it('tells refreshing installs from others', () => {
    assert.equal(read('apk add -U x').refreshes, true);
    assert.equal(read('apk add --no-cache x').refreshes, true);
    assert.equal(read('apk add x').refreshes, false);
    assert.equal(read('apt-get install x').refreshes, false);
    assert.equal(read('pacman -Syu').refreshes, true);
  });

  it('tells installs of a project from installs of packages', () => {
    for (const text of [
      'npm ci',
      'npm install',
      'yarn',
      'pip install -r requirements.txt',
      'go mod download',
      'composer install',
      'uv sync',
      'bundle install',
      'dotnet restore',
      'mix deps.get',
      'mvn -B dependency:go-offline',
    ]) {
      assert.equal(installsProject(read(text)), true, text);
    }
    for (const text of [
      'npm install express',
      'npm i -g npm',
      'pip install flask',
      'yarn add x',
      'go install x@latest',
      'composer require x',
      'npm run build',
      'apt-get install x',
    ]) {
      assert.equal(installsProject(read(text)), false, text);
    }
  });

  it('finds packages without a version', () => {
    const unpinned = (text: string) => unpinnedOperands(read(text)).map((operand) => operand.word);
    assert.deepEqual(unpinned('apt-get install -y curl=7.88 git ./local.deb -t stable'), []);
    assert.deepEqual(unpinned('apt-get install -y curl=7.88 git ./local.deb'), ['git']);
    assert.deepEqual(unpinned('apk add curl~=8 git .deps'), ['git']);
    assert.deepEqual(unpinned('pip install flask==3 requests ./x.whl git+https://x'), ['requests']);
    assert.deepEqual(unpinned('pip install -r requirements.txt'), []);
    assert.deepEqual(unpinned('npm install -g @scope/x@1 typescript'), ['typescript']);
    assert.deepEqual(unpinned('npm install -g @scope/x'), ['@scope/x']);
    assert.deepEqual(unpinned('dnf install -y httpd-2.4.57 git'), ['git']);
    assert.deepEqual(unpinned('go install example.org/x@v1 example.org/y'), ['example.org/y']);
  });

  it('knows which path covers which directory', () => {
    assert.ok(coversDirectory('/var/lib/apt/lists/*', '/var/lib/apt/lists'));
    assert.ok(coversDirectory('/var/lib/apt', '/var/lib/apt/lists'));
    assert.ok(coversDirectory('/root/.cache', '~/.cache/pip'));
    assert.ok(coversDirectory('$HOME/.npm', '~/.npm'));
    assert.ok(coversDirectory('/home/app/.npm/', '~/.npm'));
    assert.ok(!coversDirectory('/var/lib/apt/lists/partial', '/var/lib/apt/lists'));
    assert.ok(!coversDirectory('/var/cache/apt', '/var/lib/apt/lists'));
    assert.ok(!coversDirectory('/', '/var/lib/apt/lists'));
  });
});
