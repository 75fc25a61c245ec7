/** Sentences that people may tap instead of typing, one set a language and a question. A test reads each of them. */
import type { Expects } from '#core/interview/read-answer';

type Examples = Readonly<Partial<Record<Expects, readonly string[]>>>;

export const EXAMPLES: Readonly<Record<string, Examples>> = {
  en: {
    inside: ['5 in the core group', 'about 30 members', '10 to 20 now and then', 'some readers'],
    outside: ['the town', 'a sponsor', 'our landlord', 'neighbours'],
    doing: ['a meeting every month', 'two feasts a year', 'a newsletter', 'a mailing list'],
    takes: ['{it} takes 30 hours a month', '{it} costs 40 euros a month', 'nobody knows what {it} costs'],
    brings: [
      'members pay 20 euros a year',
      'two of the core answer newcomers, about three hours a week, for nothing',
      'the town lets us use the hall',
    ],
    pools: ['a kitty of 400 euros', 'a shed of tools', 'a wiki', 'an address list'],
    tools: ['a website', 'a group chat', 'the keys of the room'],
    feeds: ['more visitors bring more volunteers', 'more meetings tire the core group'],
    wish: ['Anyone may come, whatever they have.', 'Nobody carries it alone.'],
    unknown: ['nobody knows what the website costs', 'how many hours the core gives'],
    anything: ['Ana gives 2 hours a week to the website', 'members pay 20 euros a year'],
  },
  es: {
    inside: ['5 en el núcleo', 'unos 30 socios', 'algunos amigos'],
    outside: ['el ayuntamiento', 'una parroquia', 'los vecinos'],
    doing: ['una reunión cada mes', 'dos fiestas al año', 'un boletín'],
    takes: ['{it} requiere 30 horas al mes', '{it} cuesta 40 euros al mes', 'nadie sabe cuánto cuesta {it}'],
    brings: [
      'los socios pagan 20 euros al año',
      'dos del núcleo responden a los nuevos, unas tres horas por semana, gratis',
      'el ayuntamiento nos deja usar la sala',
    ],
    pools: ['un bote de 400 euros', 'las herramientas', 'un archivo'],
    tools: ['una página web', 'un grupo de mensajes', 'las llaves del local'],
    feeds: ['cuantos más visitantes, más voluntarios', 'las reuniones cansan al núcleo'],
    wish: ['Que cualquiera pueda venir.', 'Que nadie lo lleve solo.'],
    unknown: ['nadie sabe cuánto cuesta la página web', 'cuántas horas da el núcleo'],
    anything: ['Ana dedica 2 horas por semana a la página web', 'los socios pagan 20 euros al año'],
  },
  fr: {
    inside: ['5 dans le noyau', 'environ 30 membres', 'quelques amis'],
    outside: ['la mairie', 'une paroisse', 'les voisins'],
    doing: ['une réunion chaque mois', 'deux fêtes par an', 'un bulletin'],
    takes: [
      '{it} demande 30 heures par mois',
      '{it} coûte 40 euros par mois',
      'personne ne sait ce que coûte {it}',
    ],
    brings: [
      'les membres paient 20 euros par an',
      'deux du noyau accueillent les nouveaux, environ trois heures par semaine, pour rien',
      'la mairie nous laisse utiliser la salle',
    ],
    pools: ['une caisse de 400 euros', 'des outils', 'un wiki'],
    tools: ['un site', 'un groupe de messages', 'les clés du local'],
    feeds: ['plus de visiteurs attirent des bénévoles', 'les réunions fatiguent le noyau'],
    wish: ['Que chacun puisse venir.', 'Que personne ne porte tout seul.'],
    unknown: ['personne ne sait ce que coûte le site', 'combien d’heures donne le noyau'],
    anything: ['Ana consacre 2 heures par semaine au site', 'les membres paient 20 euros par an'],
  },
  nl: {
    inside: ['5 in de kern', 'ongeveer 30 leden', 'enkele vrienden'],
    outside: ['de gemeente', 'een sponsor', 'de buren'],
    doing: ['elke maand een bijeenkomst', 'twee feesten per jaar', 'een nieuwsbrief'],
    takes: ['{it} vraagt 30 uur per maand', '{it} kost 40 euro per maand', 'niemand weet wat {it} kost'],
    brings: [
      'de leden betalen 20 euro per jaar',
      'twee van de kern verwelkomen nieuwkomers, ongeveer drie uur per week, voor niets',
      'de gemeente laat ons de zaal gebruiken',
    ],
    pools: ['een pot van 400 euro', 'gereedschap', 'een wiki'],
    tools: ['een website', 'een groepsapp', 'de sleutels van de zaal'],
    feeds: ['hoe meer bezoekers, hoe meer vrijwilligers', 'vergaderingen vermoeien de kern'],
    wish: ['Dat iedereen mag komen.', 'Dat niemand het alleen draagt.'],
    unknown: ['niemand weet wat de website kost', 'hoeveel uren de kern geeft'],
    anything: ['Ana besteedt 2 uur per week aan de website', 'de leden betalen 20 euro per jaar'],
  },
};

/** The examples for a question, with the name of something that is done where one is needed. */
export function examplesFor(expects: Expects, language: string, it: string | null): readonly string[] {
  const found = (EXAMPLES[language.slice(0, 2)] ?? EXAMPLES['en'])?.[expects] ?? [];
  return it === null
    ? found.filter((one) => !one.includes('{it}'))
    : found.map((one) => one.replaceAll('{it}', it));
}
