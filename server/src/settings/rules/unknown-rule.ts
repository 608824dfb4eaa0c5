import { problemsOf, renaming, settingsRule } from '../rule';

export default settingsRule({
  id: 'unknown-rule',
  chapter: 'settings',
  variants: {
    unknown: { severity: 'warning', message: 'There is no rule `{name}`: the entry has no effect' },
    misspelled: {
      severity: 'warning',
      message: 'There is no rule `{name}`: the entry has no effect. Did you mean `{closest}`?',
    },
  },
  fixes: { rename: { title: 'Change to `{closest}`', safety: 'behaviour' } },
  check(file, report) {
    for (const { at, name, closest } of problemsOf(file, 'rule'))
      if (closest === undefined) report({ variant: 'unknown', at, values: { name } });
      else report({ variant: 'misspelled', at, values: { name, closest }, fixes: renaming(at, closest) });
  },
});
