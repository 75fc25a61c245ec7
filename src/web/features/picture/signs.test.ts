/** The stylesheet of the picture's signs is derived: when it differs, `npx vitest run -u` on this file writes it anew. */
import { expect, test } from 'vitest';
import { RULES, styleSheet, TOKENS } from '#core/picture/style';

test('the page draws signs as the stand-alone picture does', async () => {
  await expect(styleSheet()).toMatchFileSnapshot('./signs.css');
});

test('every colour a class names is a token of every theme', () => {
  const named = Object.values(RULES)
    .flatMap((rule) => Object.values(rule))
    .filter((value) => String(value).startsWith('$'));
  expect(named.length).toBeGreaterThan(20);
  for (const name of named) {
    for (const theme of Object.values(TOKENS)) expect(theme).toHaveProperty(String(name).slice(1));
  }
});
