import type Mocha from 'mocha';

/** Prints each result as a line with a mark, by which the runner tells it from the editor's own log. */
export function report(runner: Mocha.Runner): void {
  const say = (text: string): void => console.info(`[test] ${text}`);
  runner.on('pass', (test) => say(`ok    ${test.fullTitle()} (${test.duration} ms)`));
  runner.on('fail', (test, error) => say(`FAIL  ${test.fullTitle()}: ${error.stack ?? error.message}`));
  runner.on('end', () => say(`${runner.stats?.passes} of ${runner.stats?.tests} tests passed`));
}
