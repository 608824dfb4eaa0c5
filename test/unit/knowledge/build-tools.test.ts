import assert from 'node:assert/strict';
import {
  builderImage,
  isToolchainPackage,
  readBuildCommand,
  stagePurpose,
} from '../../../server/src/knowledge/build-tools';

const words = (text: string): string[] => text.split(' ');

describe('knowledge/build-tools', () => {
  it('reads build commands and what they make', () => {
    const cases: [string, string, string | undefined][] = [
      ['go build -o /out/app ./cmd/app', 'go-build', '/out/app'],
      ['go build ./...', 'go-build', undefined],
      ['go install ./cmd/app', 'go-install', '/go/bin'],
      ['cargo build --release', 'cargo-build', undefined],
      ['mvn -B -f pom.xml package -DskipTests', 'maven', 'target/*.jar'],
      ['./mvnw clean install', 'maven', 'target/*.jar'],
      ['./gradlew :app:bootJar', 'gradle', 'build/libs/*.jar'],
      ['dotnet publish -c Release -o /app', 'dotnet-publish', '/app'],
      ['npm run build', 'node-build', 'dist'],
      ['npm --prefix web run build:prod', 'node-build', 'dist'],
      ['yarn build', 'node-build', 'dist'],
      ['npx --yes vite build --outDir site', 'node-bundler', 'site'],
      ['tsc', 'node-bundler', 'dist'],
      ['make -j4 install', 'make', undefined],
      ['gcc -O2 -o hello hello.c', 'compiler', 'hello'],
      ['pip wheel -w /wheels -r requirements.txt', 'python-wheel', '/wheels'],
    ];
    for (const [text, id, artifact] of cases) {
      const command = readBuildCommand(words(text));
      assert.equal(command?.tool.id, id, text);
      assert.equal(command?.artifact?.path, artifact, text);
    }
    assert.equal(readBuildCommand(['go', 'build', '-o', undefined])?.artifact, undefined);
  });

  it('leaves other commands alone', () => {
    for (const text of [
      'go mod download',
      'cargo fetch',
      'mvn dependency:go-offline',
      'npm ci',
      'npm start',
      'yarn',
      'dotnet restore',
      'pip install x',
      'gradle dependencies',
      'vite preview',
    ]) {
      assert.equal(readBuildCommand(words(text)), undefined, text);
    }
    assert.equal(readBuildCommand([undefined]), undefined);
  });

  it('tells toolchains from headers and from what runs', () => {
    for (const name of [
      'build-essential',
      'gcc',
      'g++',
      'gcc=4:12.2',
      'gcc-12',
      'cmake',
      'openjdk-17-jdk',
      'openjdk17',
      'maven',
      'golang-1.22',
      'build-base',
    ]) {
      assert.equal(isToolchainPackage(name), 'toolchain', name);
    }
    for (const name of ['libpq-dev', 'python3-dev', 'openssl-devel', 'kernel-headers'])
      assert.equal(isToolchainPackage(name), 'headers', name);
    for (const name of ['curl', 'openjdk-17-jre', 'openjdk17-jre', 'libpq5', 'device-tree', 'python3', 'git']) {
      assert.equal(isToolchainPackage(name), undefined, name);
    }
  });

  it('knows images that carry a toolchain', () => {
    assert.equal(builderImage('golang', '1.26')?.language, 'go');
    assert.equal(builderImage('docker.io/library/maven', '3')?.language, 'java');
    assert.equal(builderImage('eclipse-temurin', '21-jdk')?.language, 'java');
    assert.equal(builderImage('eclipse-temurin', '21-jre'), undefined);
    assert.equal(builderImage('swift', '6-slim'), undefined);
    assert.equal(builderImage('mcr.microsoft.com/dotnet/sdk', '9.0')?.language, 'dotnet');
    assert.equal(builderImage('node', '22'), undefined);
  });

  it('knows what a stage is for by its name', () => {
    assert.equal(stagePurpose('builder'), 'build');
    assert.equal(stagePurpose('web-build'), 'build');
    assert.equal(stagePurpose('test'), 'test');
    assert.equal(stagePurpose('build-test'), 'test');
    assert.equal(stagePurpose('dev'), 'development');
    assert.equal(stagePurpose('runtime'), undefined);
    assert.equal(stagePurpose('device'), undefined);
  });
});
