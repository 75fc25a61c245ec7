/** Exports carry the right type and a safe name; the page to embed may be framed, and nothing else. */
import { describe, expect, test } from 'vitest';
import { GARDEN } from '#cli/testing';
import { disclose } from '#core/audience/disclose';
import { formats } from '#core/export/formats';
import { parse } from '#core/file/parse';
import { resolve } from '#core/file/resolve';
import { dayOf } from '#core/model/dates';
import { disclosure } from '#core/report';
import { createApp } from '#server/app';
import { LOCAL } from '#server/caller';

const today = () => dayOf(2026, 11, 22) ?? 0;
const seen = (audience: string) => {
  const { community } = resolve(parse(GARDEN));
  return community === null ? null : disclose(community, { audience, day: today() });
};
const store = {
  log: { append: async () => undefined },
  view: async (id: string, audience: string) =>
    id === 'garden' ? { body: seen(audience)?.toJSON(), version: 1, at: '' } : null,
  text: async (id: string, audience: string) => {
    const view = seen(audience);
    return id === 'garden' && view !== null
      ? { body: disclosure(view, GARDEN).file, version: 1, at: '' }
      : null;
  },
} as never;
const app = createApp({ store, today, version: '0', caller: () => LOCAL });
const ask = (path: string) => app.request(`http://127.0.0.1${path}`);

describe('exports', () => {
  test('are listed as the core lists them', async () => {
    const { formats: listed } = await (await ask('/api/exports')).json();
    expect(listed.map((one: { id: string }) => one.id)).toEqual(formats.map((one) => one.id));
    expect(listed[0]).toMatchObject({ extension: 'svg', media: 'image/svg+xml' });
  });

  test.each(formats.map((one) => [one.id, one.media, one.extension]))('%s', async (id, media, extension) => {
    const response = await ask(`/api/communities/garden/export/${id}?audience=public&as-of=2026`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(new RegExp(`^${media.replace('+', '\\+')}`));
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="garden-2026-07-01-public.${extension}"`,
    );
    expect(response.headers.get('x-frame-options')).toBe('DENY');
    expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(bytes.length).toBeGreaterThan(100);
    if (id === 'png') expect([...bytes.slice(1, 4)]).toEqual([...Buffer.from('PNG')]);
    else expect(new TextDecoder().decode(bytes)).not.toContain('planning');
  });

  test('stewards get the file as they wrote it', async () => {
    expect(await (await ask('/api/communities/garden/export/yaml')).text()).toBe(GARDEN);
  });

  test.each([
    ['/api/communities/garden/export/docx', 400],
    ['/api/communities/nowhere/export/svg', 404],
    ['/api/communities/garden/export/png?width=999999', 400],
    ['/api/communities/garden/export/svg?as-of=soon', 400],
    ['/embed/nowhere', 404],
    ['/embed/Not-an-id', 404],
  ])('%s: %i', async (path, status) => {
    expect((await ask(path)).status).toBe(status);
  });
});

describe('the page to embed', () => {
  test('may be framed anywhere, holds no script, and shows what the public may see', async () => {
    const response = await ask('/embed/garden');
    const text = await response.text();
    expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors \*/);
    expect(response.headers.get('content-security-policy')).not.toContain('script-src');
    expect(response.headers.get('x-frame-options')).toBeNull();
    expect(text).not.toMatch(/<script|planning/);
    expect(text).toContain('href="/c/garden"');
  });

  test('its style is served beside it', async () => {
    const response = await ask('/paper.css');
    expect(response.headers.get('content-type')).toBe('text/css; charset=utf-8');
    expect(await response.text()).toContain('/assets/vollkorn-latin-400-normal.woff2');
  });
});
