/** Sentences as volunteers write them, in four languages, with what they mean by hand. Those that say nothing of the kind are kept as notes. */
import { describe, expect, test } from 'vitest';
import type { Answer } from '#core/interview/answer';
import type { Known } from '#core/interview/names';
import { type Expects, readAnswer } from '#core/interview/read-answer';
import { spelled } from '#core/interview/spoken-amount';

const NAMES: Readonly<Record<string, readonly [core: string, members: string, done: string]>> = {
  en: ['Core group', 'Members', 'Repair evening'],
  es: ['Núcleo', 'Socios', 'Taller'],
  fr: ['Noyau', 'Membres', 'Atelier'],
  nl: ['Kern', 'Leden', 'Repair-avond'],
};

function knownIn(language: string): Known {
  const [core = '', members = '', done = ''] = NAMES[language] ?? [];
  const party = { section: 'parties', inside: true, kind: null };
  return {
    things: [
      { ...party, id: 'core', name: core, circle: 'core' },
      { ...party, id: 'members', name: members, circle: 'active' },
      { id: 'done', name: done, section: 'activities', inside: false, kind: null },
    ],
    kinds: [],
    languages: [language],
  };
}

/** An answer on one line: `Members > Common purse: 20 EUR/year due`. */
function line(answer: Answer): string {
  switch (answer.sort) {
    case 'stream': {
      const much = [answer.kind ?? 'no kind', spelled(answer.amount), answer.form ?? ''].join(' ').trim();
      return `${answer.from.text} > ${answer.to.text}: ${much}`;
    }
    case 'need':
      return `${answer.activity} takes ${answer.name === null ? '' : `${answer.name} `}${spelled(answer.amount)}`;
    case 'influence':
      return `${answer.from} ${answer.sign} ${answer.to}`;
    case 'free':
      return `${answer.activity} free for ${answer.forWhom.join(', ')}`;
    case 'tool':
      return `${answer.name} keys ${answer.keys}`;
    case 'party':
      return `${answer.name} ${answer.circle ?? answer.as} ${answer.size ?? '?'}`;
    case 'activity':
      return `${answer.name} ${answer.rhythm ?? '?'}`;
    case 'pool':
      return `${answer.name} ${answer.kind} ${answer.stock ?? '?'}`;
    default:
      return answer.sort;
  }
}

type Case = readonly [expects: Expects, sentence: string, reads: readonly string[]];

const ENGLISH: readonly Case[] = [
  [
    'anything',
    'Helvetas gives 2 days a month to the mailing list',
    ['Helvetas > Mailing list: hours 2 day of work/month gift'],
  ],
  ['anything', 'members pay 20 euros a year', ['Members > Common purse: eur 20 EUR/year due']],
  [
    'anything',
    'two of the core answer newcomers, about three hours a week, for nothing',
    ['Core group > Answer newcomers: hours about 3 h/week gift'],
  ],
  ['anything', 'nobody knows what the wiki costs', ['Wiki takes unknown']],
  ['anything', 'the town lets us use the hall', ['Town > Members: things unknown thing in-kind']],
  [
    'anything',
    'Six fixers mend bikes, three hours a month each',
    ['Fixers > Mend bikes: hours 18 h/month gift'],
  ],
  ['anything', 'The bakery gives 10 loaves a week', ['Bakery > Repair evening: things 10 thing/week gift']],
  ['anything', 'We pay 40 euros a month for the hall', ['Common purse > Hall: eur 40 EUR/month due']],
  ['anything', 'The town gives us 1,200 euros a year', ['Town > Common purse: eur 1200 EUR/year gift']],
  ['anything', 'We get 500 euros a year from the town', ['Town > Common purse: eur 500 EUR/year']],
  [
    'anything',
    'Visitors drop about 60 euros a month in the kitty',
    ['Visitors > Kitty: eur about 60 EUR/month gift'],
  ],
  [
    'anything',
    'Peter looks after the website, maybe an hour a week',
    ['Peter > Looks after the website: hours about 1 h/week gift'],
  ],
  ['anything', 'Volunteers make tea every Saturday', ['Volunteers > Make tea: hours unknown h/month gift']],
  ['anything', 'Each member pays 5 pounds a month', ['Members > Common purse: gbp 5 GBP/month due']],
  [
    'anything',
    'We also clean the hall for 90 minutes every month',
    ['Members > Clean the hall: hours 1.5 h/month gift'],
  ],
  ['anything', 'the repair evening is free for everyone', ['Repair evening free for Anyone']],
  ['anything', 'Marta holds the keys of the website', ['Website keys Marta']],
  ['anything', 'more newcomers tire the core group', ['Newcomers - Core group']],
  ['anything', 'the more songs, the more listeners', ['Songs + Listeners']],
  ['anything', 'fewer members means more work', ['Members - Work']],
  [
    'takes',
    'The repair evening takes 30 hours a month, 40 euros a month and a hall',
    [
      'Repair evening takes 30 h/month',
      'Repair evening takes 40 EUR/month',
      'Repair evening takes Hall unknown thing',
    ],
  ],
  [
    'inside',
    'five in the core, about 30 members and some readers',
    ['Core core 5', 'Members active about 30', 'Readers peripheral some'],
  ],
  [
    'outside',
    'the town, Helvetas, neighbours',
    ['Town organisation ?', 'Helvetas organisation ?', 'Neighbours public ?'],
  ],
  [
    'doing',
    'repair evening every Friday, two concerts a year, a newsletter',
    ['Repair evening 1 / week', 'Concerts 2 / year', 'Newsletter ?'],
  ],
  [
    'pools',
    'a kitty of 400 euros, the tool shed and the wiki',
    ['Kitty eur 400 EUR', 'Tool shed things ?', 'Wiki know-how ?'],
  ],
  ['anything', 'Nobody pays for the website', ['note']],
  ['anything', 'It was lovely last year', ['note']],
  ['anything', 'asdf qwer', ['note']],
];

const SPANISH: readonly Case[] = [
  [
    'anything',
    'Helvetas da 2 días al mes a la lista de correo',
    ['Helvetas > Lista de correo: hours 2 day of work/month gift'],
  ],
  ['anything', 'los socios pagan 20 euros al año', ['Socios > Fondo común: eur 20 EUR/year due']],
  [
    'anything',
    'dos del núcleo responden a los nuevos, unas tres horas por semana, gratis',
    ['Núcleo > Responden a los nuevos: hours about 3 h/week gift'],
  ],
  ['anything', 'nadie sabe cuánto cuesta la wiki', ['Wiki takes unknown']],
  [
    'anything',
    'el ayuntamiento nos deja usar la sala',
    ['Ayuntamiento > Socios: things unknown thing in-kind'],
  ],
  [
    'anything',
    'La parroquia nos deja ensayar en la iglesia',
    ['Parroquia > Socios: things unknown thing in-kind'],
  ],
  [
    'anything',
    'El ayuntamiento nos da 1.200 euros al año',
    ['Ayuntamiento > Fondo común: eur 1200 EUR/year gift'],
  ],
  [
    'anything',
    'Carmen dirige el coro cuatro horas por semana sin cobrar',
    ['Carmen > Dirige el coro: hours 4 h/week gift'],
  ],
  [
    'anything',
    'Diez voluntarias preparan los conciertos, unas 3 horas al mes cada una',
    ['Voluntarias > Preparan los conciertos: hours about 30 h/month gift'],
  ],
  ['anything', 'Las partituras cuestan 100 euros al año', ['Partituras takes 100 EUR/year']],
  ['anything', 'Los conciertos son gratis para todo el pueblo', ['Conciertos free for Cualquiera']],
  ['anything', 'Pepe tiene las llaves de la iglesia', ['Iglesia keys Pepe']],
  ['anything', 'La panadería trae 20 bollos cada domingo', ['Panadería > Taller: things 20 thing/week gift']],
  ['anything', 'cuantos más conciertos, más cantantes', ['Conciertos + Cantantes']],
  ['anything', 'los viajes cansan al núcleo', ['Viajes - Núcleo']],
  ['anything', 'Pagamos 40 euros al mes por la sala', ['Fondo común > Sala: eur 40 EUR/month due']],
  ['anything', 'Recibimos 300 euros al año de la diputación', ['Diputación > Fondo común: eur 300 EUR/year']],
  ['anything', 'nadie sabe cuánto cuestan las partituras', ['Partituras takes unknown']],
  [
    'takes',
    'El taller requiere 8 horas al mes y una sala',
    ['Taller takes 8 h/month', 'Taller takes Sala unknown thing'],
  ],
  [
    'inside',
    '5 en el núcleo, unos 30 cantantes y algunos amigos',
    ['Núcleo core 5', 'Cantantes active about 30', 'Amigos peripheral some'],
  ],
  [
    'doing',
    'ensayo cada martes, dos conciertos al año, fiesta de Navidad',
    ['Ensayo 1 / week', 'Conciertos 2 / year', 'Fiesta de Navidad ?'],
  ],
  [
    'pools',
    'un bote de 300 euros, las partituras y el piano',
    ['Bote eur 300 EUR', 'Partituras know-how ?', 'Piano things ?'],
  ],
  ['anything', 'Ayer llovió mucho', ['note']],
  ['anything', 'Nadie paga la sala', ['note']],
];

const FRENCH: readonly Case[] = [
  [
    'anything',
    'Helvetas donne 2 jours par mois à la liste de diffusion',
    ['Helvetas > Liste de diffusion: hours 2 day of work/month gift'],
  ],
  ['anything', 'les membres paient 20 euros par an', ['Membres > Caisse commune: eur 20 EUR/year due']],
  [
    'anything',
    'deux du noyau répondent aux nouveaux, environ trois heures par semaine, pour rien',
    ['Noyau > Répondent aux nouveaux: hours about 3 h/week gift'],
  ],
  ['anything', 'personne ne sait ce que coûte le wiki', ['Wiki takes unknown']],
  ['anything', 'la mairie nous laisse utiliser la salle', ['Mairie > Membres: things unknown thing in-kind']],
  [
    'anything',
    'La mairie nous verse 1 200 euros par an',
    ['Mairie > Caisse commune: eur 1200 EUR/year grant'],
  ],
  ['anything', 'Chaque membre paie 5 euros par mois', ['Membres > Caisse commune: eur 5 EUR/month due']],
  [
    'anything',
    'Nous payons 40 euros par mois pour la salle',
    ['Caisse commune > Salle: eur 40 EUR/month due'],
  ],
  [
    'anything',
    'Six bénévoles réparent des vélos, 3 heures par mois chacun',
    ['Bénévoles > Réparent des vélos: hours 18 h/month gift'],
  ],
  [
    'anything',
    'Le boulanger apporte 10 pains chaque samedi',
    ['Boulanger > Atelier: things 10 thing/week gift'],
  ],
  ['anything', "L'atelier coûte 30 euros par mois", ['Atelier takes 30 EUR/month']],
  ['anything', "L'atelier est gratuit pour tout le monde", ['Atelier free for Tout le monde']],
  ['anything', 'Paul a les clés du local', ['Local keys Paul']],
  [
    'anything',
    "Léa s'occupe du site, environ 2 heures par mois",
    ["Léa > S'occupe du site: hours about 2 h/month gift"],
  ],
  ['anything', 'plus de visiteurs attirent des bénévoles', ['Visiteurs + Bénévoles']],
  ['anything', 'trop de réunions fatiguent le noyau', ['Réunions - Noyau']],
  [
    'takes',
    "L'atelier demande 30 heures par mois et une salle",
    ['Atelier takes 30 h/month', 'Atelier takes Salle unknown thing'],
  ],
  [
    'inside',
    'cinq dans le noyau, environ 30 membres et quelques lecteurs',
    ['Noyau core 5', 'Membres active about 30', 'Lecteurs peripheral some'],
  ],
  [
    'outside',
    'la mairie, Helvetas, les voisins',
    ['Mairie organisation ?', 'Helvetas organisation ?', 'Voisins public ?'],
  ],
  [
    'doing',
    'atelier chaque samedi, deux fêtes par an et un bulletin',
    ['Atelier 1 / week', 'Fêtes 2 / year', 'Bulletin ?'],
  ],
  [
    'pools',
    'une cagnotte de 200 euros, des outils et un wiki',
    ['Cagnotte eur 200 EUR', 'Outils things ?', 'Wiki know-how ?'],
  ],
  ['anything', 'Il a plu hier', ['note']],
  ['anything', 'Personne ne paie le site', ['note']],
];

const DUTCH: readonly Case[] = [
  [
    'anything',
    'Helvetas geeft 2 dagen per maand aan de mailinglijst',
    ['Helvetas > Mailinglijst: hours 2 day of work/month gift'],
  ],
  ['anything', 'de leden betalen 20 euro per jaar', ['Leden > Gezamenlijke kas: eur 20 EUR/year due']],
  [
    'anything',
    'twee van de kern beantwoorden nieuwkomers, ongeveer drie uur per week, voor niets',
    ['Kern > Beantwoorden nieuwkomers: hours about 3 h/week gift'],
  ],
  ['anything', 'niemand weet wat de wiki kost', ['Wiki takes unknown']],
  ['anything', 'de gemeente laat ons de zaal gebruiken', ['Gemeente > Leden: things unknown thing in-kind']],
  [
    'anything',
    'De gemeente geeft ons 1.200 euro per jaar',
    ['Gemeente > Gezamenlijke kas: eur 1200 EUR/year gift'],
  ],
  [
    'anything',
    'Wij betalen 40 euro per maand voor de zaal',
    ['Gezamenlijke kas > Zaal: eur 40 EUR/month due'],
  ],
  [
    'anything',
    'Zes vrijwilligers repareren fietsen, 3 uur per maand elk',
    ['Vrijwilligers > Repareren fietsen: hours 18 h/month gift'],
  ],
  [
    'anything',
    'De bakker brengt elke zaterdag 10 broden',
    ['Bakker > Repair-avond: things 10 thing/week gift'],
  ],
  ['anything', 'De repair-avond kost 30 euro per maand', ['Repair-avond takes 30 EUR/month']],
  ['anything', 'De repair-avond is gratis voor iedereen', ['Repair-avond free for Iedereen']],
  ['anything', 'Jan heeft de sleutels van de zaal', ['Zaal keys Jan']],
  [
    'anything',
    'Marie zorgt voor de website, ongeveer 2 uur per maand',
    ['Marie > Zorgt voor de website: hours about 2 h/month gift'],
  ],
  ['anything', 'hoe meer bezoekers, hoe meer vrijwilligers', ['Bezoekers + Vrijwilligers']],
  ['anything', 'vergaderingen vermoeien de kern', ['Vergaderingen - Kern']],
  [
    'anything',
    'Wij krijgen 500 euro per jaar van de gemeente',
    ['Gemeente > Gezamenlijke kas: eur 500 EUR/year'],
  ],
  [
    'takes',
    'De repair-avond vraagt 30 uur per maand en een zaal',
    ['Repair-avond takes 30 h/month', 'Repair-avond takes Zaal unknown thing'],
  ],
  [
    'inside',
    'vijf in de kern, ongeveer 30 leden en enkele lezers',
    ['Kern core 5', 'Leden active about 30', 'Lezers peripheral some'],
  ],
  [
    'doing',
    'repair-avond elke vrijdag, twee feesten per jaar en een nieuwsbrief',
    ['Repair-avond 1 / week', 'Feesten 2 / year', 'Nieuwsbrief ?'],
  ],
  [
    'pools',
    'een pot van 200 euro, gereedschap en een wiki',
    ['Pot eur 200 EUR', 'Gereedschap things ?', 'Wiki know-how ?'],
  ],
  ['anything', 'Gisteren regende het', ['note']],
  ['anything', 'Niemand betaalt de website', ['note']],
];

describe.each([
  ['en', ENGLISH],
  ['es', SPANISH],
  ['fr', FRENCH],
  ['nl', DUTCH],
] as const)('in %s', (language, cases) => {
  test.each(cases)('%s: %s', (expects, sentence, reads) => {
    expect(readAnswer(sentence, expects, knownIn(language)).map(line)).toEqual(reads);
  });
});
