import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readCloudbaseRc, startEmulator, UnsafeStart } from './index';

const HELP = `tsx emulator/cli.ts [options]
  --port N             port on 127.0.0.1 (0: any)                default 41700
  --data DIR           data directory; without it a temporary one
  --schema FILE        database.json                             default database.json
  --functions DIR      built functions, <name>/index.js
  --static DIR         folder served at /
  --config FILE        cloudbaserc.json: timers, timeouts, variables
  --rules FILE         function-rules.json: which functions phones may call; all of them without it
  --routes NAMES       functions with a route of HTTP access, with commas; all of them without it
  --sync MODE          FULL | NORMAL | OFF                       default FULL
  --instances N        instances per function                    default 2
  --transaction-ms N   life of a transaction                     default 30000
  --host ADDRESS       only 127.0.0.1
  --quiet              print nothing but the ready line
  --json               print the ready line as JSON {url, env}
  --tied               stop when standard input ends (for a parent process)`;

/** Exit code when the start would expose the emulator. */
const UNSAFE = 2;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '41700' },
      data: { type: 'string' },
      schema: { type: 'string', default: 'database.json' },
      functions: { type: 'string' },
      static: { type: 'string' },
      config: { type: 'string' },
      rules: { type: 'string' },
      routes: { type: 'string' },
      sync: { type: 'string', default: 'FULL' },
      instances: { type: 'string' },
      'transaction-ms': { type: 'string' },
      host: { type: 'string' },
      quiet: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      tied: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return console.log(HELP);
  const running = await startEmulator({
    port: Number(values.port),
    dataDir: values.data ?? null,
    schema: JSON.parse(readFileSync(values.schema, 'utf8')),
    sync: values.sync as 'FULL' | 'NORMAL' | 'OFF',
    quiet: values.quiet,
    ...(values.config && readCloudbaseRc(values.config)),
    ...(values.rules && { rules: JSON.parse(readFileSync(values.rules, 'utf8')) }),
    ...(values.routes && { routes: values.routes.split(',') }),
    ...(values.functions && { functionsDir: values.functions }),
    ...(values.static && { staticDir: values.static }),
    ...(values.instances && { instances: Number(values.instances) }),
    ...(values['transaction-ms'] && { transactionMs: Number(values['transaction-ms']) }),
    ...(values.host && { host: values.host }),
  });
  const stop = () => void running.stop().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  if (values.tied) process.stdin.on('end', stop).resume();
  const { url, env } = running;
  console.log(
    values.json
      ? JSON.stringify({ url, env })
      : `emulator at ${url}/emulator (no authentication: for this machine only)`,
  );
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exit(error instanceof UnsafeStart ? UNSAFE : 1);
});
