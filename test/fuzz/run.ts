// The long fuzz run: npm run fuzz [-- --seed N --mutations N --contracts N --only dockerfile|manifest]
import { corpus } from './corpus';
import { mutated } from './mutations';
import { seeded } from './random';
import { brokenFixes, faults } from './trial';

const argument = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};

/** In milliseconds, so that it does not matter what else the machine does. */
function processorTime(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

const seed = Number(argument('seed') ?? 1);
const mutations = Number(argument('mutations') ?? 20_000);
const contracts = Number(argument('contracts') ?? 1_000);
const only = argument('only');
const seeds = corpus().filter(({ language }) => only === undefined || only === language);
let broken = 0;

for (let i = 0; i < mutations; i++) {
  const random = seeded(seed * 1_000_003 + i);
  const start = seeds[random.below(seeds.length)];
  if (start === undefined) break;
  const text = mutated(start.text, start.language, random);
  const started = process.cpuUsage();
  const found = [...faults(start, text), ...(i < contracts ? brokenFixes(start, text) : [])];
  const elapsed = processorTime(started);
  if (elapsed > (i < contracts ? 10_000 : 1_000)) found.push(`it took ${Math.round(elapsed)} ms`);
  if (found.length === 0) continue;
  broken++;
  console.log(`mutation ${i} of ${start.path}:\n${JSON.stringify(text)}\n  ${found.join('\n  ')}`);
}
console.log(
  `${mutations} mutations with seed ${seed}, ${contracts} with the whole contract of fixes: ${broken} broken`,
);
process.exitCode = broken > 0 ? 1 : 0;
