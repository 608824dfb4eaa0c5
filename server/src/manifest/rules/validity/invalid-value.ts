import { minorOf } from '../../../knowledge/kubernetes-version';
import { manifestRule } from '../../rule';
import { invalidValues } from '../../values/invalid-values';

/** Of what containers and Services call a port, not of what probes do. */
const portNames = ['kube-linter/invalid-target-ports'];

export default manifestRule({
  id: 'invalid-value',
  chapter: 'validity',
  variants: {
    choice: {
      severity: 'error',
      message: '`{value}` is no `{field}`, and the API server refuses it: there are {choices}',
    },
    kind: { severity: 'error', message: 'The API has no kind `{value}`, but `{wanted}`: the API server refuses it' },
    group: {
      severity: 'error',
      message: '`{apiVersion}` has no {kind}, which is of `{wanted}`: the API server refuses it',
    },
    quantity: {
      severity: 'error',
      message: '`{value}` is no quantity of `{field}`: the API server knows k, M, G, Ki, Mi, Gi and no blanks',
    },
    fraction: {
      severity: 'error',
      message: '`{value}` of {resource} is {bytes} bytes, since `{unit}` means a fraction: nothing can start with that',
    },
    bytes: {
      severity: 'warning',
      message: '`{value}` of {resource} without a unit is {value} bytes: no process fits into that',
    },
    cores: {
      severity: 'warning',
      message: '`{value}` of CPU is {cores} whole cores: the pod waits for a node that has them',
    },
    rounded: { severity: 'warning', message: '`{value}` of CPU is less than there is to have: it counts as `1m`' },
    whole: { severity: 'error', message: '`{resource}` cannot be divided: the API server refuses `{value}`' },
    least: { severity: 'error', message: '`{field}` is {least} or more: the API server refuses `{value}`' },
    most: { severity: 'error', message: '`{field}` is {most} or less: the API server refuses `{value}`' },
    grace: {
      severity: 'warning',
      message: 'A grace period of `{value}` counts as one second: the processes are killed before they have ended',
    },
    mode: {
      severity: 'error',
      message: '`{value}` is the file mode {octal}, for it is decimal: the API server refuses more than 0777',
    },
    decimalMode: {
      severity: 'warning',
      message: '`{value}` is the file mode {octal}, for it is decimal: the files get rights that nobody meant',
    },
    port: { severity: 'error', message: 'There is no port {value}: the API server takes 1 to 65535' },
    nodePort: {
      severity: 'warning',
      message: 'Node port {value} is not among 30000 to 32767, those that an API server hands out by default',
    },
    portName: {
      severity: 'error',
      equals: portNames,
      message: '`{value}` is no name of a port: 15 characters at most, of a-z, 0-9 and single hyphens, with a letter',
    },
    label: {
      severity: 'error',
      message: '`{value}` cannot be a `{field}` here: 63 characters at most, of a-z, 0-9 and hyphens inside',
    },
    subdomain: {
      severity: 'error',
      message: '`{value}` cannot be a `{field}` here: it takes a-z, 0-9, hyphens and dots, not at the ends',
    },
    long: {
      severity: 'error',
      message: 'The `{field}` of this {kind} has {length} characters: the API server takes {limit} at most',
    },
    labelValue: {
      severity: 'error',
      message: '`{value}` cannot be the value of label `{key}`: 63 letters, digits and inner `-`, `_` and `.` at most',
    },
    key: {
      severity: 'error',
      message:
        '`{value}` is no key: 63 letters, digits and inner `-`, `_` and `.` at most, behind a domain and a slash',
    },
    dataKey: {
      severity: 'error',
      message: '`{value}` is no key of data: letters, digits, `-`, `_` and `.`, as in the name of a file',
    },
    variableName: { severity: 'error', message: 'The API server refuses `{value}` as the name of a variable' },
    host: {
      severity: 'error',
      message: '`{value}` is no host: a name in small letters, without scheme, port and path, or `*.` before one',
    },
    share: {
      severity: 'error',
      message: '`{value}` is neither a number of pods nor a percentage of them: the API server refuses `{field}`',
    },
    scheduleFields: {
      severity: 'error',
      message: 'A schedule is minute, hour, day, month and weekday: `{value}` has {count} fields',
    },
    scheduleTerm: {
      severity: 'error',
      message: '`{value}` means nothing as the {field} of a schedule: the API server refuses it',
    },
    scheduleZone: {
      severity: 'error',
      message: 'A schedule names no time zone: the API server refuses `{zone}`, for which there is `timeZone`',
    },
    base64: { severity: 'error', message: 'The value of `{key}` is not base64: the API server refuses the {kind}' },
    image: { severity: 'error', message: '`{value}` names no image: the pod stays in `InvalidImageName`' },
    absolute: {
      severity: 'error',
      message: '`{value}` is no path: one begins with a slash, and the API server refuses others',
    },
    colon: {
      severity: 'warning',
      message: '`{value}` has a colon in it, which parts the two sides of a mount: a runtime may mount something else',
    },
    blanks: {
      severity: 'error',
      message: 'There are blanks around `{value}`, which names no image then: the pod cannot start',
    },
    path: {
      severity: 'error',
      message: '`{value}` is no `subPath`, which stays inside the volume: the API server refuses it',
    },
  },
  fixes: {
    write: { title: 'Write `{wanted}`', safety: 'safe', revealing: true },
    rename: { title: 'Name it `{wanted}` everywhere in this pod', safety: 'behaviour', revealing: true },
    stringData: { title: 'Move `{key}` to `stringData`, which takes text', safety: 'behaviour', revealing: true },
    timeZone: { title: 'Say `timeZone: {zone}` instead', safety: 'safe' },
  },
  check(document, report, { settings }) {
    for (const { variant, at, values, mending } of invalidValues(document, minorOf(settings.kubernetesVersion)))
      report({
        variant,
        at,
        values,
        equals: variant === 'portName' && values.field !== 'port' ? portNames : [],
        fixes:
          mending === undefined
            ? []
            : [{ id: mending.fix, values: mending.values, safety: mending.safety, edits: () => mending.edits }],
      });
  },
});
