/** The contract, on the server of this test run. */
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { storeContract } from '#store/contract';
import { ORCHARD, orchardDiscloser } from '#store/contract/orchard';
import { openStore } from '#store/open';
import { freshStore } from '#store/testing';

storeContract(() => freshStore({ discloser: orchardDiscloser() }));

test('what was disclosed by other rules is disclosed anew when the store is opened', async () => {
  const { store, logins, close } = await freshStore({ discloser: orchardDiscloser('old rules') });
  try {
    await store.create({ changeId: randomUUID(), author: null, text: ORCHARD });
    const before = await store.view('orchard', 'public');
    expect(before?.body.community).toMatchObject({ edition: 'old rules' });
    const again = await openStore(logins, { discloser: orchardDiscloser('new rules') });
    const after = await again.view('orchard', 'public');
    await again.close();
    expect(after?.body.community).toMatchObject({ edition: 'new rules' });
    expect(after?.version).toBe(2);
  } finally {
    await close();
  }
});
