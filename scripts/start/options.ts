import { createServer } from 'node:net';
import { parseArgs } from 'node:util';

/** What cannot be started, said to whoever typed it; the start ends with it and nothing has been done. */
export class Wrong extends Error {}

export interface Options {
  /** The port asked for; undefined for the first that is free. */
  readonly port?: number;
  readonly fresh: boolean;
  readonly keep: boolean;
  readonly build: boolean;
  /** Where the data is kept. */
  readonly data: string;
  readonly help: boolean;
}

export const HELP = `
  npm start -- [选项 options]
    --port N      端口 port; also PORT=N npm start; without it 4100 or the next that is free
    --fresh       重新布置数据 makes the demonstration anew
    --keep        多旧都留着 keeps it, however old (else it is made anew after 20 hours)
    --no-build    不构建 serves what is in dist
    --data DIR    数据放哪儿 another folder than .data: a second demonstration beside the first
    --help
`;

const PORT_MAX = 65_535;
/** Where the demonstration is kept unless another folder is named. */
export const DATA = '.data';

/**
 * Reads what was typed. A port may stand behind `--port`, in `PORT`, or, where the two dashes before it were forgotten, in what
 * npm makes of it. Throws Wrong for what does not exist or is no port.
 */
export function readOptions(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Options {
  let values: ReturnType<typeof parse>;
  try {
    values = parse(argv);
  } catch (error) {
    throw new Wrong(`不认识这个选项：${(error as Error).message.split('. ')[0]}\n${HELP}`);
  }
  const forgotten = (name: string) => env[`npm_config_${name}`] === 'true';
  const port = values.port ?? (env.PORT || env.npm_config_port || undefined);
  return {
    ...(port !== undefined && { port: portOf(port) }),
    fresh: values.fresh || forgotten('fresh'),
    keep: values.keep || forgotten('keep'),
    build: !values['no-build'],
    data: values.data ?? DATA,
    help: values.help,
  };
}

const parse = (argv: readonly string[]) =>
  parseArgs({
    args: [...argv],
    options: {
      port: { type: 'string' },
      fresh: { type: 'boolean', default: false },
      keep: { type: 'boolean', default: false },
      'no-build': { type: 'boolean', default: false },
      data: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  }).values;

function portOf(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port < 1 || port > PORT_MAX)
    throw new Wrong(
      `端口 ${text} 不行：要 1 到 ${PORT_MAX} 的整数。${text} is no port: a whole number from 1 to ${PORT_MAX} is needed.`,
    );
  return port;
}

/** Why nobody can listen there (`EADDRINUSE`, `EACCES` …), or null when the port is free. */
export const busy = (port: number): Promise<string | null> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(null)));
  });

/** Throws Wrong when the port that was asked for cannot be had, and names one that can. */
export async function checkPort(port: number): Promise<void> {
  const why = await busy(port);
  if (why === null) return;
  const reason =
    why === 'EADDRINUSE'
      ? `端口 ${port} 已被别的程序占用。Port ${port} is taken by another program.`
      : `端口 ${port} 用不了（${why}）。Port ${port} cannot be used (${why}).`;
  for (let free = Math.max(port + 1, 1024); free <= PORT_MAX; free++)
    if ((await busy(free)) === null) throw new Wrong(`${reason}\n  换一个 try  npm start -- --port ${free}`);
  throw new Wrong(reason);
}
