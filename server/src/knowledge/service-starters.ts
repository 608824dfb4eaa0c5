import { baseName, splitCommand, type Word } from './command-options';

/** A command that starts services by name and ends: `service nginx start`, `systemctl start nginx`. */
export interface ServiceStart {
  readonly starter: string;
  /** Names as written; `undefined` for one that is not literal. */
  readonly services: readonly Word[];
  /** It needs a running systemd, which a container has not. */
  readonly needsSystemd: boolean;
}

const scripts = /^(?:\/etc\/init\.d|\/etc\/rc\.d\/init\.d|\/etc\/rc\.d)\/([^/]+)$/;
const starting = /^(?:start|restart|force-reload|reload-or-restart|try-restart|condrestart)$/;

/** Whether a path is a service's script and not the program of the same name. */
export function isServiceScript(path: string): boolean {
  return scripts.test(path);
}

/** Reads such a command. `undefined` for every other one, and for other actions (`service nginx status`). */
export function serviceStart(argv: readonly Word[]): ServiceStart | undefined {
  const program = argv[0];
  if (program === undefined) return undefined;
  const script = scripts.exec(program);
  const plain = baseName(program);
  if (script !== null) {
    return starting.test(argv[1] ?? '') ? { starter: program, services: [script[1]], needsSystemd: false } : undefined;
  }
  const { operands } = splitCommand(argv);
  const [first, second] = operands;
  switch (plain) {
    case 'service':
    case 'invoke-rc.d':
    case 'rc-service':
      if (!starting.test(second?.word ?? '')) return undefined;
      return { starter: plain, services: [first?.word], needsSystemd: false };
    case 'systemctl':
      if (!starting.test(first?.word ?? '') && !enablesNow(argv, first?.word)) return undefined;
      return { starter: plain, services: operands.slice(1).map((operand) => operand.word), needsSystemd: true };
    case 'initctl':
      if (!starting.test(first?.word ?? '')) return undefined;
      return { starter: plain, services: [second?.word], needsSystemd: false };
    default:
      return undefined;
  }
}

function enablesNow(argv: readonly Word[], verb: Word): boolean {
  return verb === 'enable' && argv.includes('--now');
}
