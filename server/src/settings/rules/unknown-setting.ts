import { problemsOf, renaming, settingsRule } from '../rule';

export default settingsRule({
  id: 'unknown-setting',
  chapter: 'settings',
  variants: {
    key: { severity: 'warning', message: 'There is no setting `{name}` here: it has no effect' },
    option: { severity: 'warning', message: '`{rule}` has no option `{name}`: it has no effect' },
  },
  fixes: { rename: { title: 'Change to `{closest}`', safety: 'behaviour' } },
  check(file, report) {
    for (const { at, name, closest } of problemsOf(file, 'key'))
      report({ variant: 'key', at, values: { name }, fixes: renaming(at, closest) });
    for (const { at, name, rule, closest } of problemsOf(file, 'option'))
      report({ variant: 'option', at, values: { name, rule }, fixes: renaming(at, closest) });
  },
});
