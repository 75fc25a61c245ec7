/** Problems of meaning: what a kind's law forbids, and what a flow has to say. */
import { defineProblems } from '#core/file/problems/define';

export const ruleProblems = defineProblems({
  'stock-of-perishable': {
    says: '{kind} cannot be kept, so there is no stock of it.',
    expected: 'A stock of something that can be kept, such as money or things.',
    mend: 'Remove the stock. Hours that could be given are written as available at a party.',
    explains: 'Hours and attention perish with the day: used or unused, none are left tomorrow.',
  },
  'stock-of-relational': {
    says: '{kind} cannot be counted, so there is no stock of it.',
    expected: 'A stock of something that has a unit.',
    mend: 'Remove the stock. Trust is written at a tie, energy at a party.',
    explains: 'Trust, goodwill and reputation are observed and change; they are never summed or posted.',
  },
  'flow-of-relational': {
    says: '{kind} cannot be handed over, so it does not flow.',
    expected: 'A flow of something that leaves one hand and reaches another.',
    mend: 'Write it as a tie with trust, or as an influence of one thing on another.',
    explains:
      'Nobody has less trust because somebody else has more. Relational kinds are updated and never transferred.',
  },
  'copy-used-up': {
    says: '{kind} is copied, so nothing of it is used up or lost.',
    expected: 'A flow of what keeping or making the copy takes, such as hours or money.',
    mend: 'Write the upkeep as a flow of hours or money.',
    explains:
      'Giving a text or a program away leaves the copy with the giver. What wears out is the work of making, keeping and reading it.',
  },
  'pay-without-work': {
    says: '“{thing}” is pay, and it is not said for what work.',
    expected: 'compensates with the id of the flow of work, or fulfils with the need that the work meets.',
    mend: 'Add the work as a flow of its own and name it under compensates. Money without work in return is a grant or a gift.',
    explains: 'Without the work nobody can tell which part of it is paid and which part is given.',
  },
  'flow-outside': {
    says: 'Both ends of “{thing}” are outside the boundary.',
    expected: 'At least one end inside: a pool, an activity, or a party with inside: true.',
    mend: 'Add inside: true to the party that belongs to those who say we. A party outside that only passes something on is written as a pool that it holds.',
    explains:
      'A flow that never touches the community is not part of its economy. Nobody is inside unless it is said.',
  },
  'overlapping-readings': {
    says: 'This reading holds at the same time as the one before it.',
    expected: 'Readings that follow one another: since and until do not overlap.',
    mend: 'Let the earlier one end before this one begins. A contested reading is written under otherwise.',
    explains:
      'A list of dated amounts says how one thing changed. Where two hold on one day, the later one in the list counts.',
  },
});
