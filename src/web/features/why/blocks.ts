/**
 * The blocks of the scheme beside Osterwalder's nine, with what KM4Dev and Euforic show at each. Facts only from the pages
 * that the two cases name; what was concluded rather than read says so.
 */
import { t } from '../../shared/words';

export interface Beside {
  /** Block of the default scheme. */
  readonly id: string;
  /** As a business has it; null: a business has no such block. */
  readonly business: { readonly name: string; readonly asks: string } | null;
  readonly name: string;
  readonly asks: string;
  readonly differs: string;
  readonly km4dev: string;
  readonly euforic: string;
}

/** In the order of our scheme. */
export function blocksBeside(): readonly Beside[] {
  return [
    {
      id: 'b1',
      business: null,
      name: t('why.vision', 'Vision'),
      asks: t('why.vision.asks', 'What do we want to last; who cares enough?'),
      differs: t(
        'why.vision.differs',
        'There is no market to begin from. Somebody cares first, and what lasts may outlive the organisation.',
      ),
      km4dev: t('why.vision.kmdev', 'Its host left in June 2008. The community went on.'),
      euforic: t(
        'why.vision.euforic',
        'Its members voted to end it in November 2009; EADI offered to continue some of the free information.',
      ),
    },
    {
      id: 'b2',
      business: {
        name: t('why.circles.theirs', 'Customer segments'),
        asks: t('why.circles.they-ask', 'For whom do we create value, and who buys?'),
      },
      name: t('why.circles', 'Circles'),
      asks: t('why.circles.asks', 'Who takes part, at which distance?'),
      differs: t(
        'why.circles.differs',
        'Those who use it also make it. They stand nearer or further off, and move.',
      ),
      km4dev: t(
        'why.circles.kmdev',
        'About 650 members in 2008 and more than 2,500 in 2012, who answer each other; a core group of 15 to 20 volunteers.',
      ),
      euforic: t(
        'why.circles.euforic',
        'The members were organisations, 34 at the end. The free service was for the public.',
      ),
    },
    {
      id: 'b3',
      business: {
        name: t('why.worth.theirs', 'Value proposition'),
        asks: t('why.worth.they-ask', 'What do we offer that they will pay for?'),
      },
      name: t('why.worth', 'Worth'),
      asks: t('why.worth.asks', 'What changes for whom?'),
      differs: t(
        'why.worth.differs',
        'Worth appears late, and elsewhere than where it was paid for. Costs come first.',
      ),
      km4dev: t(
        'why.worth.kmdev',
        'An answer often comes within an hour, one member writes. What the answers changed, nobody wrote down.',
      ),
      euforic: t(
        'why.worth.euforic',
        'Development information, free to anyone online; training, feeds and news for members.',
      ),
    },
    {
      id: 'b5',
      business: {
        name: t('why.places.theirs', 'Channels'),
        asks: t('why.places.they-ask', 'How do we reach them?'),
      },
      name: t('why.places', 'Places and tools'),
      asks: t('why.places.asks', 'Where do we meet; who pays and holds keys?'),
      differs: t('why.places.differs', 'The place shapes the work, and somebody else often pays for it.'),
      km4dev: t(
        'why.places.kmdev',
        'From the host’s software to a new platform in February 2009, with Ning beside it; newcomers took Ning for the main place.',
      ),
      euforic: t(
        'why.places.euforic',
        'A shared platform was scarce when the web was new. Once members had sites of their own it lost its pull, as we conclude.',
      ),
    },
    {
      id: 'b4',
      business: {
        name: t('why.ties.theirs', 'Customer relationships'),
        asks: t('why.ties.they-ask', 'How do we win and keep them?'),
      },
      name: t('why.ties', 'Ties'),
      asks: t('why.ties.asks', 'What trust, favours, old accounts?'),
      differs: t(
        'why.ties.differs',
        'A balance may stay open for years, and that is no fault. Closing it may end the tie.',
      ),
      km4dev: t(
        'why.ties.kmdev',
        'It did well partly because no one organisation holds it captive, in the opinion of a coach of communities.',
      ),
      euforic: t(
        'why.ties.euforic',
        'Three weeks before the vote, five members had pledged money for an orderly end.',
      ),
    },
    {
      id: 'b10',
      business: {
        name: t('why.returns.theirs', 'Revenue streams'),
        asks: t('why.returns.they-ask', 'What do they pay, and how?'),
      },
      name: t('why.returns', 'What comes back'),
      asks: t('why.returns.asks', 'All kinds; which loops renew energy?'),
      differs: t('why.returns.differs', 'It comes in every kind, to others than those who gave, and late.'),
      km4dev: t(
        'why.returns.kmdev',
        'Helvetas paid for a mailing list in 2009 that served members everywhere.',
      ),
      euforic: t(
        'why.returns.euforic',
        'Clients paid for projects, and anyone got the free service. Fees were a very small part of the budget.',
      ),
    },
    {
      id: 'b7',
      business: {
        name: t('why.commons.theirs', 'Key resources'),
        asks: t('why.commons.they-ask', 'What must we own or hire?'),
      },
      name: t('why.commons', 'Commons and pockets'),
      asks: t('why.commons.asks', 'How did it become ours; who may use it?'),
      differs: t(
        'why.commons.differs',
        'Pooled rather than owned. Money is kept in pockets, and a pocket has a meaning.',
      ),
      km4dev: t(
        'why.commons.kmdev',
        'Swiss money of 2008 lay in pockets: CHF 10,000 for guests from the South, 20,000 for travel of the core group, 20,000 for workshops.',
      ),
      euforic: t('why.commons.euforic', 'One general fund, below zero in 2009, without a reserve.'),
    },
    {
      id: 'b6',
      business: {
        name: t('why.doing.theirs', 'Key activities'),
        asks: t('why.doing.they-ask', 'What must we do well?'),
      },
      name: t('why.doing', 'Doing'),
      asks: t('why.doing.asks', 'Which of the nine orientations, plus upkeep?'),
      differs: t('why.doing.differs', 'Upkeep carries the rest, and nobody puts a price on it.'),
      km4dev: t(
        'why.doing.kmdev',
        'Volunteers moderate by a monthly rota. With editors unpaid, the journal came out once in 2008.',
      ),
      euforic: t(
        'why.doing.euforic',
        'Paid projects for members and funders stood beside the free information service.',
      ),
    },
    {
      id: 'b8',
      business: {
        name: t('why.partners.theirs', 'Key partners'),
        asks: t('why.partners.they-ask', 'Who supplies what we do not make?'),
      },
      name: t('why.partners', 'Partners'),
      asks: t('why.partners.asks', 'Who supports; apart from or touching members?'),
      differs: t(
        'why.partners.differs',
        'Who pays is not who receives. Whether the two should meet is a question.',
      ),
      km4dev: t(
        'why.partners.kmdev',
        'A host until 2008, Swiss money until 2009, IFAD from 2011 to 2013, gifts from members from 2015.',
      ),
      euforic: t(
        'why.partners.euforic',
        'Five bodies were asked for EUR 50,000 to close in order; what they gave is not known.',
      ),
    },
    {
      id: 'b9',
      business: {
        name: t('why.takes.theirs', 'Cost structure'),
        asks: t('why.takes.they-ask', 'What does it cost us?'),
      },
      name: t('why.takes', 'What it takes'),
      asks: t('why.takes.asks', 'All kinds; who bears it?'),
      differs: t(
        'why.takes.differs',
        'Most of it is never billed. The question is not only how much, but who.',
      ),
      km4dev: t(
        'why.takes.kmdev',
        'How many hours the core group gives, nobody wrote down. An article cost about EUR 1,200 to produce, by the editors’ figure; who bore it is unclear.',
      ),
      euforic: t(
        'why.takes.euforic',
        'Fees and small surpluses on projects bore the free service. For 2009 a deficit of more than EUR 50,000 was expected.',
      ),
    },
    {
      id: 'b11',
      business: null,
      name: t('why.openness', 'Openness and rules'),
      asks: t('why.openness.asks', 'Who sees and decides; what is hard to say?'),
      differs: t(
        'why.openness.differs',
        'A business keeps its books to itself. Here, what is shown to whom is part of the economy, and takes work.',
      ),
      km4dev: t(
        'why.openness.kmdev',
        'Notes of the core group are public in principle. How to report gifts and how often to spend them it called unsolved.',
      ),
      euforic: t(
        'why.openness.euforic',
        'At the end the deficit and those who helped were named in public. The rates of its fees were not found.',
      ),
    },
  ];
}
