import { problemsOf, renaming, settingsRule } from '../rule';

export default settingsRule({
  id: 'invalid-setting',
  chapter: 'settings',
  variants: {
    choice: { severity: 'warning', message: '`{value}` is none of {choices}: it is ignored' },
    mapping: { severity: 'warning', message: '`{name}` must be a mapping of names to values: it is ignored' },
    list: { severity: 'warning', message: '`{name}` must be a list: it is ignored' },
    strings: { severity: 'warning', message: '`{name}` must be a text or a list of texts: it is ignored' },
    text: { severity: 'warning', message: '`{name}` must be a text: it is ignored' },
    boolean: { severity: 'warning', message: '`{name}` must be `true` or `false`: it is ignored' },
    integer: { severity: 'warning', message: '`{name}` must be a whole number: it is ignored' },
    version: { severity: 'warning', message: '`{name}` must be a version such as `1.36`: it is ignored' },
    level: {
      severity: 'warning',
      message: '`{name}` must be a severity, `off`, `on`, or a mapping with `severity` and options: it is ignored',
    },
    minimum: { severity: 'warning', message: '`{name}` must be at least {minimum}: it is ignored' },
    glob: {
      severity: 'warning',
      message: '`{glob}` matches nothing: a bracket is open, it is empty, or it leaves the folder of this file',
    },
  },
  fixes: { rename: { title: 'Change to `{closest}`', safety: 'behaviour' } },
  check(file, report) {
    for (const { at, value, choices, closest } of problemsOf(file, 'choice')) {
      const listed = choices.map((choice) => `\`${choice}\``).join(', ');
      report({ variant: 'choice', at, values: { value, choices: listed }, fixes: renaming(at, closest) });
    }
    for (const { at, name, wanted } of problemsOf(file, 'shape')) report({ variant: wanted, at, values: { name } });
    for (const { at, name, minimum } of problemsOf(file, 'minimum'))
      report({ variant: 'minimum', at, values: { name, minimum: String(minimum) } });
    for (const { at, glob } of problemsOf(file, 'glob')) report({ variant: 'glob', at, values: { glob } });
  },
});
