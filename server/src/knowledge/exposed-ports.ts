/** What is wrong with a word of `EXPOSE`, and what it was meant to be where that is certain. */
export interface ExposeFlaw {
  /**
   * `range`: no port has this number. `format`: no port at all. `mapping`: an address or a port of the host, which an image
   * cannot know. `casing`: a protocol in capitals.
   */
  readonly kind: 'range' | 'format' | 'mapping' | 'casing';
  readonly meant: string | undefined;
}

const largest = 65535;

/**
 * Judges a literal word of `EXPOSE`. Source: moby/buildkit
 * frontend/dockerfile/dockerfile2llb/convert_expose.go of 2026-08, and its checks ExposeInvalidFormat, ExposeProtoCasing.
 */
export function exposeFlaw(word: string): ExposeFlaw | undefined {
  const [, host, ports = '', protocol = ''] = /^(?:(.*):)?([^:/]*)(?:\/(.*))?$/.exec(word) ?? [];
  const isProtocol = /^(?:tcp|udp|sctp)?$/i.test(protocol);
  const [, first, last = first] = /^(\d+)(?:-(\d+))?$/.exec(ports) ?? [];
  if (first === undefined || !isProtocol || !isHost(host ?? ''))
    return { kind: 'format', meant: isProtocol && host === undefined ? listed(word) : undefined };
  if (Number(first) > largest || Number(last) > largest || Number(last) < Number(first))
    return { kind: 'range', meant: undefined };
  const meant = protocol === '' ? ports : `${ports}/${protocol.toLowerCase()}`;
  if (host !== undefined && host !== '') return { kind: 'mapping', meant };
  return protocol !== protocol.toLowerCase() ? { kind: 'casing', meant } : undefined;
}

/** `8080`, `127.0.0.1:8080`, `[::1]:` in front of the last colon: what the builder drops, and does not refuse yet. */
const isHost = (host: string): boolean =>
  /^(?:(?:\d{1,3}(?:\.\d{1,3}){3}|\[[\da-f:.]+\]|[\da-f]*(?::[\da-f]*){2,7}):)?(?:\d+(?:-\d+)?)?$/i.test(host);

/** `80,443` as the two words that it means. */
const listed = (word: string): string | undefined =>
  /^\d{1,5}(?:\/(?:tcp|udp))?(?:,\d{1,5}(?:\/(?:tcp|udp))?)+$/.test(word) ? word.replaceAll(',', ' ') : undefined;

/** Whether a word of `EXPOSE` names a port: alone or in a range. */
export function exposes(word: string, port: number): boolean {
  const [, first, last] = /^(?:.*:)?(\d+)(?:-(\d+))?(?:\/|$)/.exec(word) ?? [];
  return first !== undefined && Number(first) <= port && port <= Number(last ?? first);
}
