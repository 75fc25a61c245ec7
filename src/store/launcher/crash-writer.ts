/**
 * A process to be killed: opens a store on the folder that it is given, changes a community for as long as it lives, and
 * prints a line for every change that was acknowledged. For `crash.test.ts` only.
 */
import { randomUUID } from 'node:crypto';
import { ORCHARD, orchardDiscloser } from '#store/contract/orchard';
import { startDatabase } from '#store/launcher/start';
import { openStore } from '#store/open';

const [dataDir, name] = process.argv.slice(2) as [string, string];
const database = await startDatabase({ dataDir });
const store = await openStore(database, { discloser: orchardDiscloser() });
await store.create({ changeId: randomUUID(), author: null, text: ORCHARD });
let version = (await store.text('orchard', 'stewards'))?.version ?? 0;
for (let n = 1; ; n += 1) {
  const id = `${name}-${n}`;
  const outcome = await store.change('orchard', {
    changeId: randomUUID(),
    author: { id: 'p1', name },
    message: id,
    version,
    operations: [{ op: 'put', section: 'parties', id, value: { name: id, see: 'public' } }],
  });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  version = outcome.version;
  process.stdout.write(`${id}\n`);
}
