/** The shapes of people: who one is, sessions, members of a community, invitations. Never a token but where it is made. */
import { z } from 'zod';
import { FIELD } from '#server/fields';
import { MEMBER_ROLES } from '#store/people/port';

const when = z.string().describe('ISO 8601, UTC.');
const plain = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^\P{Cc}*$/u, FIELD.letters);

export const roleSchema = z.enum(MEMBER_ROLES);
/** As somebody types it to come in: an address or a name without spaces. */
export const loginField = z
  .string()
  .min(2)
  .max(100)
  .regex(/^[^\s\p{C}]+$/u, FIELD.noSpaces)
  .describe('As it is typed to come in; capital letters make no difference.');
export const passwordField = z.string().min(1).max(200);
export const nameField = plain(100).trim().min(1);
export const tokenField = z.string().min(1).max(200).describe('What stands after # in the link.');
export const emailField = z
  .email()
  .max(200)
  .optional()
  .describe('Where mail is set up, the link is also sent there; the address is not kept.');

/** What somebody is in one community. */
const place = z.object({
  community: z.string().describe('`*`: the house, which means every community.'),
  role: roleSchema,
  audience: z.string().describe('Whose view is shown unless another is asked for.'),
  audiences: z.array(z.string()).describe('All that may be asked for; a steward may look through any.'),
  party: z.string().nullable().describe('The party of the file that they are or speak for.'),
});

export const meSchema = z
  .object({
    account: z.object({ id: z.string(), name: z.string(), login: z.string() }).nullable(),
    house: z.boolean().describe('Whether they look after the whole house, every community included.'),
    roles: z.array(place),
    passkeys: z.int(),
  })
  .meta({
    id: 'Me',
    description: 'Who asks. Without an account: nobody, or the one person at this machine.',
  });

export const sessionSchema = z
  .object({
    id: z.string(),
    current: z.boolean(),
    at: when.describe('When it began.'),
    seen: when.describe('When it was last used, to the hour.'),
    where: z.string().nullable().describe('The family of the browser.'),
  })
  .meta({ id: 'Session', description: 'A place where somebody is signed in.' });

export const memberSchema = z
  .object({
    account: z.string(),
    name: z.string(),
    role: roleSchema,
    party: z.string().nullable(),
    audience: z.string().nullable().describe('For guests: what their link was made for.'),
    consentedAt: when.nullable().describe('When they said yes to being that party.'),
    since: when,
  })
  .meta({ id: 'Member' });

export const inviteSchema = z
  .object({
    id: z.string(),
    role: roleSchema,
    party: z.string().nullable(),
    audience: z.string().nullable(),
    note: z.string().nullable(),
    until: when,
    by: z.string().nullable().describe('The name of who made it.'),
  })
  .meta({ id: 'Invite', description: 'An invitation that was not used yet. Its link cannot be seen again.' });

export const peopleSchema = z
  .object({
    people: z.array(memberSchema),
    invites: z.array(inviteSchema),
    listed: z.boolean().describe('Whether anybody may find the community.'),
  })
  .meta({ id: 'People' });

export const linkSchema = z
  .object({
    id: z.string(),
    link: z.string().describe('Below the address of this Potluck. Told here and never again.'),
    until: when,
    mailed: z.boolean().describe('Whether it was also sent by mail.'),
  })
  .meta({ id: 'Link', description: 'A link that works once.' });

export const offerSchema = z
  .object({
    community: z.string().nullable().describe('Its name; null: the house.'),
    role: roleSchema,
    party: z.string().nullable().describe('Its name; null where none was named.'),
    until: when,
  })
  .meta({ id: 'Offer', description: 'What an invitation offers.' });

export const startRequest = z
  .strictObject({ token: tokenField, name: nameField, login: loginField, password: passwordField })
  .meta({ id: 'StartRequest' });
export const signInRequest = z
  .strictObject({ login: z.string().min(1).max(200), password: passwordField })
  .meta({ id: 'SignInRequest' });
export const changeMeRequest = z
  .strictObject({
    name: nameField.optional(),
    password: z.strictObject({ old: z.string().max(200), new: passwordField }).optional(),
  })
  .meta({ id: 'ChangeMeRequest' });
export const memberRequest = z
  .strictObject({
    role: roleSchema,
    party: z.string().max(200).nullable(),
    audience: z.string().max(200).nullish(),
  })
  .meta({ id: 'MemberRequest' });
export const inviteRequest = z
  .strictObject({
    role: roleSchema,
    party: z.string().max(200).nullish().describe('Needed for a partner.'),
    audience: z.string().max(200).nullish().describe('For a guest: one that the file declares, or public.'),
    days: z.int().min(1).max(90).default(14),
    note: plain(500).nullish().describe('For stewards, to remember by.'),
    despite: z.string().trim().min(1).max(2000).optional().describe('Why, where a wall would be breached.'),
    email: emailField,
  })
  .meta({ id: 'InviteRequest' });
export const acceptRequest = z
  .strictObject({
    token: tokenField,
    name: nameField.optional(),
    login: loginField.optional(),
    password: passwordField.optional(),
    consent: z.boolean().default(false).describe('Yes to being the party that the invitation names.'),
  })
  .meta({ id: 'AcceptRequest' });
export const recoverRequest = z
  .strictObject({ token: tokenField, password: passwordField })
  .meta({ id: 'RecoverRequest' });
