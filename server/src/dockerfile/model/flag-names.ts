import type { Flag, Instruction, Keyword } from './dockerfile';

/**
 * The flags of each instruction. `STOPSIGNAL` and `ARG` pass over whatever looks like one. Source: moby/buildkit
 * frontend/dockerfile/instructions, parse.go and commands_run*.go of 2026-08.
 */
const names: Readonly<Partial<Record<Keyword, readonly string[]>>> = {
  FROM: ['platform'],
  RUN: ['mount', 'network', 'security', 'device'],
  COPY: ['from', 'chown', 'chmod', 'link', 'parents', 'exclude'],
  ADD: ['chown', 'chmod', 'link', 'checksum', 'keep-git-dir', 'unpack', 'exclude'],
  HEALTHCHECK: ['interval', 'timeout', 'start-period', 'start-interval', 'retries'],
  STOPSIGNAL: [],
  ARG: [],
};

/** The names of the flags that an instruction takes. */
export const flagNames = (keyword: Keyword): readonly string[] => names[keyword] ?? [];

export const isKnownFlag = ({ name }: Flag, instruction: Instruction | undefined): boolean =>
  instruction !== undefined && flagNames(instruction.keyword).includes(name);

/** Whether words that look like flags are no error by themselves; an instruction that is not known has other errors. */
export const takesFlags = (keyword: Keyword): boolean => keyword === 'UNKNOWN' || names[keyword] !== undefined;
