/** `npm run restore -- FOLDER [--at URL | --env ENV_ID]`: see scripts/backup.ts. */
import { run } from './backup';

run('restore').catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
