import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { deprecatedImage } from '../../../server/src/knowledge/deprecated-images';
import { imageBase } from '../../../server/src/knowledge/image-families';
import { canonicalName, officialName } from '../../../server/src/knowledge/image-names';
import { dropsPrivilegesItself } from '../../../server/src/knowledge/image-users';
import { tagParts, variantNamings } from '../../../server/src/knowledge/image-variants';
import {
  collectedTags,
  imageBytes,
  imageTable,
  knownImage,
  smallerVariants,
  userNamed,
  usersOf,
} from '../../../server/src/knowledge/images';
import { imagesElsewhere } from '../../../server/src/knowledge/images-elsewhere';
import { packageManagerFor } from '../../../server/src/knowledge/package-managers';

const file = path.join(__dirname, '../../../server/src/knowledge/images.json');

describe('knowledge/images', () => {
  it('stands one image on a line, sorted, with its source and day', () => {
    const text = readFileSync(file, 'utf8');
    const lines = text.split('\n').filter((line) => line.startsWith('    '));
    const names = lines.map(
      (line) => /^ {4}"([^"]+)": \{.*\},?$/.exec(line)?.[1] ?? `not an image: ${line.slice(0, 40)}`,
    );
    assert.deepEqual(names, [...names].sort());
    assert.equal(names.length, 72);
    assert.equal(imageTable.source, 'docker-library/repo-info');
    assert.match(imageTable.collected, /^\d{4}-\d{2}-\d{2}$/);
    for (const name of names) {
      for (const tag of collectedTags(name)) {
        const image = knownImage(name, tag);
        assert.ok(image?.exact && image.bytes !== undefined && image.bytes > 1_000_000, `${name}:${tag}`);
        for (const port of image.expose ?? []) assert.match(port, /^\d+\/(?:tcp|udp)$/);
      }
    }
  });

  it('knows the sizes that the README names', () => {
    const full = imageBytes('node', '22');
    const slim = imageBytes('node', '22-slim');
    const alpine = imageBytes('node', '22-alpine');
    assert.ok(full && slim && alpine);
    assert.equal(Math.round(full / 1e6), 408);
    assert.equal(Math.round(slim / 1e6), 80);
    assert.equal(Math.round(alpine / 1e6), 61);
  });

  it('offers smaller tags that exist, spelled as each image spells them', () => {
    const tags = (name: string, tag: string) => smallerVariants(name, tag).map((variant) => variant.tag);
    assert.deepEqual(tags('node', '22'), ['22-slim', '22-alpine']);
    assert.deepEqual(tags('node', '22-bookworm'), ['22-bookworm-slim', '22-alpine']);
    assert.deepEqual(tags('python', '3.13'), ['3.13-slim', '3.13-alpine']);
    assert.deepEqual(tags('python', '3.13-trixie'), ['3.13-slim-trixie', '3.13-alpine']);
    assert.deepEqual(tags('debian', 'bookworm'), ['bookworm-slim']);
    assert.deepEqual(tags('eclipse-temurin', '21-jdk-noble'), ['21-jre-noble', '21-jre-alpine']);
    assert.deepEqual(tags('eclipse-temurin', '21'), ['21-jre', '21-jdk-alpine', '21-jre-alpine']);
    assert.deepEqual(tags('nginx', 'latest'), ['alpine', 'alpine-slim']);
    assert.deepEqual(tags('golang', '1.26'), ['1.26-alpine']);
    assert.deepEqual(tags('php', '8.4-fpm'), ['8.4-fpm-alpine']);
    assert.deepEqual(tags('tomcat', '11-jdk21'), ['11-jre21']);
    assert.deepEqual(tags('docker.io/library/node', '22'), ['22-slim', '22-alpine']);
  });

  it('offers nothing that is not there, not noticeably smaller, or another product', () => {
    for (const [name, tag] of [
      ['node', '20'],
      ['ubuntu', '24.04'],
      ['caddy', '2'],
      ['php', '8.4-apache'],
      ['gradle', 'jdk21'],
      ['rockylinux', '9'],
      ['python', '3.13-alpine'],
      ['eclipse-temurin', '25-jre-alpine'],
      ['example/app', '1'],
      ['constructor', 'latest'],
    ] as const) {
      assert.deepEqual(smallerVariants(name, tag), [], `${name}:${tag}`);
    }
  });

  it('holds its promises about smaller variants for every tag', () => {
    for (const name of variantNamings.flatMap((naming) => naming.repositories)) {
      for (const tag of collectedTags(name)) {
        for (const variant of smallerVariants(name, tag)) {
          const bytes = imageBytes(name, tag) ?? 0;
          assert.ok(collectedTags(name).includes(variant.tag));
          assert.ok(variant.bytes < bytes * 0.85, `${name}:${tag} > ${variant.tag}`);
          assert.equal(variant.libc, imageBase(name, variant.tag).libc, `${name}:${variant.tag}`);
          assert.equal(tagParts(variant.tag).version, tagParts(tag).version);
        }
      }
    }
  });

  it('gives the configuration of a tag, or that of its nearest relative', () => {
    const postgres = knownImage('postgres', '18');
    assert.equal(postgres?.exact, true);
    assert.deepEqual(postgres?.volumes, ['/var/lib/postgresql']);
    assert.deepEqual(knownImage('postgres', '16-alpine')?.volumes, ['/var/lib/postgresql/data']);
    assert.equal(knownImage('postgres', '16-alpine')?.exact, false);
    assert.equal(knownImage('postgres', '16-alpine')?.bytes, undefined);
    assert.deepEqual(knownImage('php', '8.2-fpm')?.cmd, ['php-fpm']);
    assert.deepEqual(knownImage('php', '8.2-apache')?.expose, ['80/tcp']);
    assert.equal(knownImage('eclipse-temurin', '21-jre')?.cmd, null);
    assert.equal(knownImage('node')?.user, null);
    assert.equal(knownImage('haproxy')?.user, 'haproxy');
    assert.equal(knownImage('solr', '9')?.user, '8983');
    assert.deepEqual(knownImage('nginx')?.entrypoint, ['/docker-entrypoint.sh']);
    assert.equal(knownImage('registry', '2')?.entrypoint === undefined, false);
    assert.equal(knownImage('tomcat', '9')?.entrypoint, null);
  });

  it('knows images that are not official', () => {
    assert.equal(knownImage('gcr.io/distroless/static-debian12', 'nonroot')?.user, '65532');
    assert.equal(knownImage('gcr.io/distroless/static-debian12')?.user, '0');
    assert.equal(knownImage('mcr.microsoft.com/dotnet/aspnet', '8.0-noble-chiseled')?.user, '1654');
    assert.equal(knownImage('mcr.microsoft.com/dotnet/aspnet', '8.0')?.user, null);
    assert.equal(knownImage('docker.io/bitnami/redis', '7')?.user, '1001');
    assert.equal(knownImage('nginxinc/nginx-unprivileged', '1.27-alpine')?.user, '101');
    assert.equal(knownImage('quay.io/keycloak/keycloak', '26.0')?.user, '1000');
    assert.equal(knownImage('prom/prometheus', 'v3.0.0')?.user, 'nobody');
    assert.equal(knownImage('example/app', '1'), undefined);
    for (const image of imagesElsewhere) assert.match(image.source, /\w/);
  });

  it('knows accounts with their numbers', () => {
    assert.deepEqual(usersOf('node', '22-alpine'), [{ name: 'node', uid: 1000, gid: 1000 }]);
    assert.deepEqual(usersOf('postgres', '17-alpine'), [{ name: 'postgres', uid: 70, gid: 70 }]);
    assert.deepEqual(usersOf('postgres', '17'), [{ name: 'postgres', uid: 999, gid: 999 }]);
    assert.deepEqual(usersOf('rabbitmq', '4-management-alpine'), [{ name: 'rabbitmq', uid: 100, gid: 101 }]);
    assert.deepEqual(usersOf('redis', '7-alpine'), [{ name: 'redis', uid: 999, gid: 1000 }]);
    assert.deepEqual(usersOf('php', '8.2-fpm-alpine'), [{ name: 'www-data', uid: 82, gid: 82 }]);
    assert.equal(userNamed('php', '8.2-apache', 'www-data')?.uid, 33);
    assert.equal(userNamed('example/app', '1', 'nobody')?.uid, 65534);
    assert.equal(userNamed('example/app', '1', 'app'), undefined);
    assert.equal(userNamed('jetty', '12', 'jetty')?.uid, null);
    assert.deepEqual(usersOf('ubuntu', '24.04'), [{ name: 'ubuntu', uid: 1000, gid: 1000 }]);
    assert.deepEqual(usersOf('ubuntu', '22.04'), []);
  });

  it('knows which images give root away themselves', () => {
    assert.equal(dropsPrivilegesItself('postgres', '17')?.tool, 'gosu');
    assert.equal(dropsPrivilegesItself('postgres', '17-alpine')?.tool, 'su-exec');
    assert.equal(dropsPrivilegesItself('docker.io/library/redis', '8')?.tool, 'setpriv');
    assert.equal(dropsPrivilegesItself('redis', '7')?.tool, 'gosu');
    assert.equal(dropsPrivilegesItself('mariadb', '11-ubi'), undefined);
    assert.equal(dropsPrivilegesItself('nginx'), undefined);
    assert.equal(dropsPrivilegesItself('node', '22'), undefined);
  });

  it('knows the ground an image stands on', () => {
    const cases: [string, string, string, string | null | undefined, boolean | undefined][] = [
      ['node', '22-alpine3.20', 'alpine', 'apk', true],
      ['node', '22', 'debian', 'apt-get', true],
      ['ubuntu', '24.04', 'ubuntu', 'apt-get', true],
      ['eclipse-temurin', '21-jre-ubi9-minimal', 'redhat', 'microdnf', true],
      ['eclipse-temurin', '21-jre', 'ubuntu', 'apt-get', true],
      ['mongo', '8', 'ubuntu', 'apt-get', true],
      ['mysql', '8.4', 'redhat', 'microdnf', true],
      ['maven', '3-amazoncorretto-21', 'redhat', 'dnf', true],
      ['centos', '7', 'redhat', 'yum', true],
      ['busybox', 'musl', 'busybox', null, true],
      ['scratch', 'latest', 'scratch', null, false],
      ['nats', 'latest', 'scratch', null, false],
      ['nats', '2-alpine', 'alpine', 'apk', true],
      ['golang', '1.26-nanoserver-ltsc2025', 'windows', null, true],
      ['gcr.io/distroless/base', 'latest', 'distroless', null, false],
      ['gcr.io/distroless/base', 'debug', 'distroless', null, true],
      ['cgr.dev/chainguard/node', 'latest', 'distroless', null, false],
      ['cgr.dev/chainguard/node', 'latest-dev', 'wolfi', 'apk', true],
      ['registry.access.redhat.com/ubi9/ubi', '9.5', 'redhat', 'dnf', true],
      ['registry.access.redhat.com/ubi9/ubi-minimal', '9.5', 'redhat', 'microdnf', true],
      ['registry.access.redhat.com/ubi9-minimal', '9.5', 'redhat', 'microdnf', true],
      ['mcr.microsoft.com/dotnet/runtime', '9.0-alpine', 'alpine', 'apk', true],
      ['example/app', '1-alpine', 'unknown', undefined, undefined],
      ['odd', 'x', 'unknown', undefined, undefined],
    ];
    for (const [name, tag, family, packageManager, shell] of cases) {
      const base = imageBase(name, tag);
      assert.deepEqual(
        [base.family, base.packageManager, base.shell],
        [family, packageManager, shell],
        `${name}:${tag}`,
      );
      if (typeof packageManager === 'string') assert.ok(packageManagerFor(packageManager), packageManager);
    }
    assert.equal(imageBase('bash', '5').bash, true);
  });

  it('takes tags apart', () => {
    assert.deepEqual(tagParts('3.13-slim-bookworm'), {
      version: '3.13',
      rest: ['slim', 'bookworm'],
      codename: 'bookworm',
      alpine: false,
      slim: true,
      purpose: [],
    });
    assert.equal(tagParts(undefined).version, '');
    assert.equal(tagParts('bookworm-slim').version, 'bookworm');
    assert.deepEqual(tagParts('21-jre-alpine-3.22').purpose, ['jre']);
    assert.deepEqual(tagParts('php8.4-fpm-alpine').purpose, ['fpm']);
  });

  it('knows the names of official images', () => {
    for (const name of [
      'node',
      'library/node',
      'docker.io/node',
      'docker.io/library/node',
      'index.docker.io/library/node',
      'mirror.gcr.io/library/node',
      'public.ecr.aws/docker/library/node',
    ]) {
      assert.equal(officialName(name), 'node', name);
    }
    for (const name of ['example/node', 'ghcr.io/library/node', 'localhost/node', ''])
      assert.equal(officialName(name), undefined, name);
    assert.equal(canonicalName('docker.io/bitnami/redis'), 'bitnami/redis');
  });

  it('knows deprecated images', () => {
    assert.ok(deprecatedImage('openjdk', '17-slim')?.instead.includes('eclipse-temurin'));
    assert.equal(deprecatedImage('openjdk', '27-ea'), undefined);
    assert.equal(deprecatedImage('centos', '7')?.since, '2024-07-29');
    assert.equal(deprecatedImage('amazonlinux', '2023'), undefined);
    assert.equal(deprecatedImage('node', '22'), undefined);
    assert.equal(deprecatedImage('toString', '1'), undefined);
  });
});
