import type { Keyword } from '../model/dockerfile';

/** What an instruction is for. Source: moby/buildkit frontend/dockerfile/docs/reference.md */
export interface InstructionText {
  /** What follows the keyword. */
  readonly syntax: string;
  readonly says: string;
}

/** In the order in which a Dockerfile mostly has them. */
export const instructionTexts: Readonly<Record<Exclude<Keyword, 'UNKNOWN'>, InstructionText>> = {
  FROM: {
    syntax: '[--platform=PLATFORM] IMAGE [AS NAME]',
    says: 'Starts a stage from an image, or from a stage above.',
  },
  ARG: {
    syntax: 'NAME[=DEFAULT] …',
    says: 'Declares a variable of the build, which `--build-arg` sets. It is gone when a container runs. Above the first `FROM` it is for `FROM` lines alone; a stage that needs it declares it again.',
  },
  ENV: {
    syntax: 'NAME=VALUE …',
    says: 'Sets variables for the instructions below and for every container of the image.',
  },
  WORKDIR: {
    syntax: 'DIRECTORY',
    says: 'Sets the directory that the instructions below and the container work in, and makes it.',
  },
  COPY: {
    syntax: '[--from=STAGE] SOURCE … DESTINATION',
    says: 'Copies files from the build context, from another stage or from an image.',
  },
  ADD: {
    syntax: 'SOURCE … DESTINATION',
    says: 'Copies files like `COPY`; it also downloads addresses, clones repositories and extracts local archives.',
  },
  RUN: {
    syntax: '[--mount=…] COMMAND',
    says: 'Runs a command while the image is built, and keeps the files that it changed as a layer.',
  },
  USER: {
    syntax: 'USER[:GROUP]',
    says: 'Sets the user that the instructions below and the container run as. With numbers, nothing has to look them up.',
  },
  EXPOSE: {
    syntax: 'PORT[/PROTOCOL] …',
    says: 'Says which ports the container listens on. It opens none.',
  },
  VOLUME: {
    syntax: '["DIRECTORY", …]',
    says: 'Puts directories on volumes of their own. What later instructions change in them is lost.',
  },
  HEALTHCHECK: {
    syntax: '[--interval=…] CMD COMMAND',
    says: 'Tells Docker how to find out whether the container works: 0 is healthy, 1 is not. Kubernetes has probes instead.',
  },
  STOPSIGNAL: {
    syntax: 'SIGNAL',
    says: 'Sets the signal that asks the container to stop: SIGTERM without it.',
  },
  ENTRYPOINT: {
    syntax: '["PROGRAM", "ARGUMENT", …]',
    says: 'Sets the program that the container runs; `CMD`, or what the user gives, is added as its arguments. As a JSON array it runs without a shell, and gets the signals.',
  },
  CMD: {
    syntax: '["PROGRAM", "ARGUMENT", …]',
    says: 'Sets what the container runs when the user gives nothing else: a command, or the arguments of `ENTRYPOINT`. The last one counts.',
  },
  LABEL: {
    syntax: 'KEY=VALUE …',
    says: 'Adds metadata to the image.',
  },
  SHELL: {
    syntax: '["SHELL", "OPTION", …]',
    says: 'Sets the shell that runs what is not written as a JSON array.',
  },
  ONBUILD: {
    syntax: 'INSTRUCTION',
    says: 'Keeps an instruction for the builds that start `FROM` this image.',
  },
  MAINTAINER: {
    syntax: 'NAME',
    says: 'Deprecated: use `LABEL org.opencontainers.image.authors="NAME"`.',
  },
};

/** What a flag does and how its value is written; none for one that needs no value. */
export interface FlagText {
  readonly value?: string;
  readonly says: string;
}

const ownership: FlagText = {
  value: 'USER:GROUP',
  says: 'Gives the files to a user and a group, by name or number; root without it.',
};
const mode: FlagText = { value: 'MODE', says: 'Sets the permissions of the files: `755`, `u=rwX,go=rX`.' };
const link: FlagText = {
  says: 'Keeps the files in a layer that does not depend on those below: it stays valid when the parent changes.',
};
const exclude: FlagText = { value: 'PATTERN', says: 'Leaves out what matches. May be given several times.' };

/** By instruction. Source: the same. */
export const flagTexts: Readonly<Partial<Record<Keyword, Readonly<Record<string, FlagText>>>>> = {
  FROM: {
    platform: {
      value: 'PLATFORM',
      says: 'Takes the image for this platform instead of the one that is built for. `$BUILDPLATFORM` compiles without emulation.',
    },
  },
  RUN: {
    mount: {
      value: 'type=…',
      says: 'Mounts something for this command alone: a `cache` that lasts between builds, files to `bind`, a `secret`, an `ssh` agent, a `tmpfs`. Nothing of it ends up in the image.',
    },
    network: { value: 'default|none|host', says: 'Sets the network of the command. `none` proves that it needs none.' },
    security: {
      value: 'sandbox|insecure',
      says: '`insecure` runs the command with all privileges; the builder must allow it.',
    },
    device: { value: 'NAME', says: 'Gives the command a device by its CDI name; the builder must allow it.' },
  },
  COPY: {
    from: {
      value: 'STAGE|IMAGE',
      says: 'Copies from a stage, by name or number, from an image, or from a named build context, instead of the build context.',
    },
    chown: ownership,
    chmod: mode,
    link,
    parents: { says: 'Keeps the directories of the sources, from the start of the path or from `/./` on.' },
    exclude,
  },
  ADD: {
    chown: ownership,
    chmod: mode,
    link,
    checksum: { value: 'sha256:…', says: 'Stops the build when the download is not the one that was meant.' },
    'keep-git-dir': { says: 'Keeps `.git` of a cloned repository.' },
    unpack: { says: 'Extracts an archive, also one that is downloaded; `--unpack=false` copies it as it is.' },
    exclude,
  },
  HEALTHCHECK: {
    interval: { value: 'DURATION', says: 'Waits as long between two checks: 30 seconds without it.' },
    timeout: { value: 'DURATION', says: 'Counts a check that takes longer as failed: 30 seconds without it.' },
    'start-period': {
      value: 'DURATION',
      says: 'Lets checks fail for as long after the start: not at all without it.',
    },
    'start-interval': {
      value: 'DURATION',
      says: 'Waits as long between two checks while the start period lasts: 5 seconds without it.',
    },
    retries: { value: 'NUMBER', says: 'Calls the container unhealthy after as many failures in a row: 3 without it.' },
  },
};
