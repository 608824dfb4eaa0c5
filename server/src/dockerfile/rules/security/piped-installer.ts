import { runsOf } from '../../model/lookups';
import { pipedInstaller } from '../../model/piped-installers';
import { hasVerification } from '../../model/verifications';
import { dockerfileRule } from '../../rule';

export default dockerfileRule({
  id: 'piped-installer',
  chapter: 'security',
  variants: {
    piped: {
      severity: 'hint',
      message:
        '`{interpreter}` runs whatever `{downloader}` gets that day: nobody has read it, and it can change at any time',
    },
  },
  check(dockerfile, report) {
    for (const command of runsOf(dockerfile).flatMap(({ commands }) => commands)) {
      const installer = pipedInstaller(command);
      if (installer === undefined || hasVerification(command.run)) continue;
      const { range, interpreter, downloader } = installer;
      report({ variant: 'piped', at: range, values: { interpreter, downloader } });
    }
  },
});
