import { rendered, templates } from '../../engine/message';
import type { Container } from '../model/manifest';

const texts = templates({
  main: 'main container: what the pod is for',
  only: 'the only container of its pod',
  sidecar: 'sidecar: {reason}',
  ambassador: 'ambassador, through which others are reached: {reason}',
  adapter: 'adapter, which makes the other container readable: {reason}',
  init: 'init container: runs to its end before the containers start, number {index} of {count}',
  nativeSidecar: 'native sidecar: starts before the containers, runs along with them and is stopped after them',
  ephemeral: 'ephemeral container, for looking into a pod that runs',
});

const words = templates({
  sidecar: 'sidecar',
  ambassador: 'ambassador',
  adapter: 'adapter',
  init: 'init',
  nativeSidecar: 'native sidecar',
  nativeHelper: 'native sidecar, {function}',
  ephemeral: 'ephemeral',
});

/** What a container is to its pod and why that is thought; `undefined` where that is not known. */
export function roleInWords(container: Container): string | undefined {
  const { placement, function: role, functionReason: reason, pod } = container;
  if (placement === 'ephemeral') return rendered(texts.ephemeral, {});
  if (placement === 'init') {
    const before = pod.containers.filter((each) => each.placement === 'init' || each.placement === 'nativeSidecar');
    const values = { index: String(before.indexOf(container) + 1), count: String(before.length) };
    return rendered(texts.init, values);
  }
  const apps = pod.containers.filter((each) => each.placement === 'app');
  if (placement === 'app' && apps.length === 1) return rendered(texts.only, {});
  const about = role === 'unknown' ? undefined : rendered(texts[role], { reason });
  if (placement === 'nativeSidecar') {
    const native = rendered(texts.nativeSidecar, {});
    return about === undefined || role === 'sidecar' ? native : `${native}; ${about}`;
  }
  return about;
}

/** The same in a word or two, for what is no application; `undefined` for what is, or may be. */
export function roleWord({ placement, function: role }: Container): string | undefined {
  const helper = role === 'sidecar' || role === 'ambassador' || role === 'adapter' ? role : undefined;
  switch (placement) {
    case 'init':
    case 'ephemeral':
      return rendered(words[placement], {});
    case 'nativeSidecar':
      return helper === undefined || helper === 'sidecar'
        ? rendered(words.nativeSidecar, {})
        : rendered(words.nativeHelper, { function: rendered(words[helper], {}) });
    case 'app':
      return helper && rendered(words[helper], {});
  }
}
