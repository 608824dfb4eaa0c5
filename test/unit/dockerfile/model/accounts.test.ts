import assert from 'node:assert/strict';
import { accountNamed, createdAccounts } from '../../../../server/src/dockerfile/model/accounts';
import { parseDockerfile } from '../../../../server/src/dockerfile/model/parse';

function numberOf(text: string, name: string): readonly (string | undefined)[] {
  const dockerfile = parseDockerfile(text);
  const stage = dockerfile.stages.at(-1);
  assert.ok(stage !== undefined);
  const account = accountNamed(dockerfile, stage, name);
  return account === undefined ? [] : [account.uid, account.gid];
}

describe('accounts', () => {
  it('are created by commands, with the number of their group', () => {
    const text = 'FROM debian:13\nRUN groupadd -g 70 staff && useradd -u 60 -g staff app\n';
    assert.deepEqual(numberOf(text, 'app'), ['60', '70']);
    assert.deepEqual(numberOf('FROM alpine:3.24\nRUN adduser -S -u 60 app\n', 'app'), ['60', undefined]);
  });

  it('change, go, and are taken over from the stage below', () => {
    const base = 'FROM debian:13 AS base\nRUN useradd -u 60 app\nFROM base\n';
    assert.deepEqual(numberOf(base, 'app'), ['60', undefined]);
    assert.deepEqual(numberOf(`${base}RUN usermod -u 61 app\n`, 'app'), ['61', undefined]);
    assert.deepEqual(numberOf(`${base}RUN userdel app\n`, 'app'), []);
    assert.deepEqual(numberOf('FROM php:8.4-apache\nRUN usermod -u 1000 www-data\n', 'www-data'), ['1000', '33']);
  });

  it('are those of the image and of its distribution', () => {
    assert.deepEqual(numberOf('FROM node:24\n', 'node'), ['1000', '1000']);
    assert.deepEqual(numberOf('FROM debian:13\n', 'www-data'), ['33', '33']);
    assert.deepEqual(numberOf('FROM registry.example.com/base\n', 'nobody'), []);
  });

  it('come along with a copied /etc/passwd', () => {
    const text = 'FROM debian:13 AS build\nRUN useradd -u 60 app\nFROM scratch\nCOPY --from=build /etc/passwd /etc/\n';
    assert.deepEqual(numberOf(text, 'app'), ['60', undefined]);
  });

  it('have the numbers and names that ENV sets, and not those of an ARG', () => {
    const created = (keyword: string): readonly (string | undefined)[] => {
      const dockerfile = parseDockerfile(`FROM debian:13\n${keyword} U=app N=60\nRUN useradd -u $N "\${U}"\n`);
      const [stage] = dockerfile.stages;
      return stage === undefined ? [] : createdAccounts(dockerfile, stage).flatMap(({ name, uid }) => [name, uid]);
    };
    assert.deepEqual(created('ENV'), ['app', '60']);
    assert.deepEqual(created('ARG'), []);
  });
});
