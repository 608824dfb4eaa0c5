import { listedRules } from '../../languages';
import type { Command } from '../command';
import { Complaints } from '../complaints';
import { exitStatus } from '../host';
import { bash } from './bash';
import { fish } from './fish';
import type { CompletionScript } from './words';
import { zsh } from './zsh';

const scripts: Readonly<Record<string, CompletionScript>> = { bash, zsh, fish };
const shells = Object.keys(scripts);

/** @param others the commands that are completed beside this one */
export const completionCommand = (others: readonly Command[]): Command => ({
  name: 'completion',
  usage: shells.join('|'),
  summary: 'print what makes a shell complete the words of plimsoll',
  options: [],
  sections: [
    {
      title: 'DESCRIPTION',
      lines: ['Commands, options, their values and the ids of rules are completed. Print it again after an update.'],
    },
  ],
  examples: [
    ['plimsoll completion bash > /etc/bash_completion.d/plimsoll', 'for every user of bash'],
    ['plimsoll completion zsh >> ~/.zshrc', 'for zsh, behind compinit'],
    ['plimsoll completion fish > ~/.config/fish/completions/plimsoll.fish', 'for fish'],
  ],
  run({ operands }, host) {
    const [shell = ''] = operands;
    const script = operands.length === 1 && Object.hasOwn(scripts, shell) ? scripts[shell] : undefined;
    if (script === undefined) {
      new Complaints(host).fail(`completion needs a shell: ${shells.join(', ')}`);
      return exitStatus.failed;
    }
    const rules = listedRules.map(({ rule }) => rule.id);
    host.output.write(script([...others, completionCommand(others)], rules));
    return exitStatus.clean;
  },
});
