/** Links by mail, where the operator has named a server for it. Sends plain text to one address; keeps no address. */
import { message } from '#core/words/message';
import { ServeTrouble } from '#server/reach';

export interface MailSettings {
  /** `smtps://user:password@mail.example`. */
  readonly url: string;
  readonly from: string;
}

/** What the environment names; null where it names none. @throws ServeTrouble where it is not whole. */
export function mailFrom(env: Readonly<Record<string, string | undefined>>): MailSettings | null {
  const url = env['POTLUCK_SMTP_URL'] ?? '';
  if (url === '') return null;
  if (!/^smtps?:\/\//.test(url) || !URL.canParse(url))
    throw new ServeTrouble(
      'POTLUCK_SMTP_URL is the address of a mail server, such as smtps://user:password@mail.example.',
    );
  const from = env['POTLUCK_MAIL_FROM'] ?? '';
  if (from === '')
    throw new ServeTrouble('With POTLUCK_SMTP_URL goes POTLUCK_MAIL_FROM: the address that mail comes from.');
  return { url, from };
}

export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Gives a letter to the mail server; false where it does not take it. What went wrong is told by its code alone. */
export async function post(
  settings: MailSettings,
  letter: Letter,
  report: (trouble: Error) => void,
): Promise<boolean> {
  const { createTransport } = await import('nodemailer');
  const transport = createTransport({
    url: settings.url,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({ from: settings.from, ...letter });
    return true;
  } catch (error) {
    // The server's own words may hold the address, the link or the password.
    const code = (error as { readonly code?: unknown }).code;
    report(new Error(`A letter could not be sent (${typeof code === 'string' ? code : 'no code'}).`));
    return false;
  } finally {
    transport.close();
  }
}

const SAY = {
  invitedTo: message('mail.invite.subject', 'You are invited to {community} on Potluck'),
  invitedHome: message('mail.invite.house.subject', 'You are invited to look after a Potluck'),
  invite: message(
    'mail.invite.text',
    'Hello,\n\nyou are invited. Open this link to come in; it works once, until {until}:\n\n{link}\n\nIf you do not know what this is about, you need do nothing.',
  ),
  backSubject: message('mail.recover.subject', 'Your way back into Potluck'),
  back: message(
    'mail.recover.text',
    'Hello,\n\nsomebody who looks after Potluck made you a way back into your account. Open this link and choose a new password; it works once, until {until}:\n\n{link}\n\nIf you did not ask for it, tell them.',
  ),
} as const;

/** The day of a moment, for people. */
const dayOf = (until: string): string => until.slice(0, 10);

/** An invitation as a letter. @param community Its name; null: the whole house. */
export function invitation(to: string, community: string | null, link: string, until: string): Letter {
  const subject = community === null ? SAY.invitedHome() : SAY.invitedTo({ community });
  return { to, subject: subject.text, text: `${SAY.invite({ link, until: dayOf(until) }).text}\n` };
}

/** A way back as a letter. */
export function wayBack(to: string, link: string, until: string): Letter {
  return { to, subject: SAY.backSubject().text, text: `${SAY.back({ link, until: dayOf(until) }).text}\n` };
}
