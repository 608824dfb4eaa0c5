import { problemsOf, settingsRule } from '../rule';

export default settingsRule({
  id: 'settings-syntax',
  chapter: 'settings',
  variants: {
    unreadable: { severity: 'error', message: 'This cannot be read, so settings may be missing: {reason}' },
    duplicate: { severity: 'error', message: 'This setting stands here twice: only the last counts' },
  },
  check(file, report) {
    for (const { at, message } of problemsOf(file, 'syntax'))
      report({ variant: 'unreadable', at, values: { reason: message } });
    for (const { at } of problemsOf(file, 'duplicate')) report({ variant: 'duplicate', at });
  },
});
