/**
 * What a browser is told where the application does not speak yet: while Potluck starts, and where no script may run. In
 * the first language of the browser that is spoken here.
 */
import type { IncomingHttpHeaders } from 'node:http';
import { escapeXml as escaped } from '#core/picture/svg';
import { message, say, type Template } from '#core/words/message';
import { languageOfBrowser, speechOf } from '#server/speech';

const SAYS = {
  starting: message('refused.starting', 'Potluck is starting.'),
  rooms: message(
    'refused.no-script',
    'Potluck draws pictures with JavaScript. The same answers come without it: {command}.',
  ),
  phone: message(
    'refused.no-script-round',
    'To take part on this phone, JavaScript has to be on. Or say it aloud: that counts as much.',
  ),
} as const;

async function told({ id, icu }: Template, language: string, params = {}): Promise<string> {
  return say(id, icu, params, (await speechOf(language)) ?? undefined);
}

export interface Early {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Says that Potluck is starting: a page to a browser, a line to all else. A browser asks again by itself. */
export async function starting(headers: IncomingHttpHeaders): Promise<Early> {
  const language = languageOfBrowser(headers['accept-language']);
  // Whatever is amiss with the words, it is starting.
  const says = await told(SAYS.starting, language).catch(() => SAYS.starting.icu);
  const isPage = /\btext\/html\b/.test(headers.accept ?? '');
  return {
    headers: {
      'content-type': `text/${isPage ? 'html' : 'plain'}; charset=utf-8`,
      'content-language': language,
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
      'cache-control': 'no-store',
      vary: 'accept, accept-language',
      'retry-after': '1',
      refresh: '1',
    },
    body: isPage ? startingPage(language, says) : `${says}\n`,
  };
}

const startingPage = (language: string, says: string) => `<!doctype html>
<html lang="${language}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Potluck</title>
<style>:root{color-scheme:light dark}body{margin:20vh auto 0;padding:0 1.25rem;max-width:30rem;font:1.25rem/1.5 Georgia,serif}</style>
</head>
<body>
<main><p role="status">${escaped(says)}</p></main>
</body>
</html>
`;

/** A page of the application with what it says where no script may run, in a language. English stays as it was built. */
export async function withoutScript(
  html: string,
  language: string,
  which: 'rooms' | 'phone',
): Promise<string> {
  const command = `npx potluck --help${language === 'en' ? '' : ` --lang ${language}`}`;
  const says = escaped(await told(SAYS[which], language, { command }));
  return html
    .replace('<html lang="en"', `<html lang="${language}"`)
    .replace(
      /(<noscript>\s*<p>)[\s\S]*?(<\/p>\s*<\/noscript>)/,
      (_, open: string, close: string) =>
        `${open}${says.replace(command, `<code>${command}</code>`)}${close}`,
    );
}
