/** Every question of the bank, in its order. A test holds this list to the folder. Decides nothing. */
import type { QuestionRule } from '#core/questions/define';
import { q01 } from '#core/questions/rules/q01-still-true';
import { q02 } from '#core/questions/rules/q02-serves';
import { q03 } from '#core/questions/rules/q03-pictures-differ';
import { q04 } from '#core/questions/rules/q04-last-longest';
import { q05 } from '#core/questions/rules/q05-the-edge';
import { q06 } from '#core/questions/rules/q06-help-steer';
import { q07 } from '#core/questions/rules/q07-long-break';
import { q08 } from '#core/questions/rules/q08-seen-how';
import { q09 } from '#core/questions/rules/q09-carried-by-few';
import { q10 } from '#core/questions/rules/q10-energy';
import { q11 } from '#core/questions/rules/q11-came-and-drifted';
import { q12 } from '#core/questions/rules/q12-done-differently';
import { q13 } from '#core/questions/rules/q13-what-they-value';
import { q14 } from '#core/questions/rules/q14-after-the-talk';
import { q15 } from '#core/questions/rules/q15-reaches-outsiders';
import { q16 } from '#core/questions/rules/q16-costs-more';
import { q17 } from '#core/questions/rules/q17-old-accounts';
import { q18 } from '#core/questions/rules/q18-gives-more';
import { q19 } from '#core/questions/rules/q19-travel-onward';
import { q20 } from '#core/questions/rules/q20-know-of-each-other';
import { q21 } from '#core/questions/rules/q21-gift-turn-duty';
import { q22 } from '#core/questions/rules/q22-part-is-paid';
import { q23 } from '#core/questions/rules/q23-tending';
import { q24 } from '#core/questions/rules/q24-whose-name';
import { q25 } from '#core/questions/rules/q25-free-for-us';
import { q26 } from '#core/questions/rules/q26-twice-as-many';
import { q27 } from '#core/questions/rules/q27-keeping-up';
import { q28 } from '#core/questions/rules/q28-the-old-place';
import { q29 } from '#core/questions/rules/q29-carry-out';
import { q30 } from '#core/questions/rules/q30-can-be-read';
import { q31 } from '#core/questions/rules/q31-quiet-members';
import { q32 } from '#core/questions/rules/q32-covered';
import { q33 } from '#core/questions/rules/q33-largest-bit';
import { q34 } from '#core/questions/rules/q34-many-small-bits';
import { q35 } from '#core/questions/rules/q35-looks-after';
import { q36 } from '#core/questions/rules/q36-what-it-taught';
import { q37 } from '#core/questions/rules/q37-nothing-back';
import { q38 } from '#core/questions/rules/q38-if-it-paused';
import { q39 } from '#core/questions/rules/q39-became-ours';
import { q40 } from '#core/questions/rules/q40-pocket-meaning';
import { q41 } from '#core/questions/rules/q41-unwritten';
import { q42 } from '#core/questions/rules/q42-kept-for';
import { q43 } from '#core/questions/rules/q43-used-faster';
import { q44 } from '#core/questions/rules/q44-ways-of-use';
import { q45 } from '#core/questions/rules/q45-saving-or-leak';
import { q46 } from '#core/questions/rules/q46-use-and-giving';
import { q47 } from '#core/questions/rules/q47-each-of-us';
import { q48 } from '#core/questions/rules/q48-tomorrow';
import { q49 } from '#core/questions/rules/q49-if-they-stopped';
import { q50 } from '#core/questions/rules/q50-what-they-hope';
import { q51 } from '#core/questions/rules/q51-they-meet';
import { q52 } from '#core/questions/rules/q52-never-agreed';
import { q53 } from '#core/questions/rules/q53-between-baskets';
import { q54 } from '#core/questions/rules/q54-brings-what-it-takes';
import { q55 } from '#core/questions/rules/q55-afterwards';
import { q56 } from '#core/questions/rules/q56-how-settled';
import { q57 } from '#core/questions/rules/q57-feel-right';
import { q58 } from '#core/questions/rules/q58-gift-habit-oversight';
import { q59 } from '#core/questions/rules/q59-without-knowing';
import { q60 } from '#core/questions/rules/q60-if-nothing-came';
import { q61 } from '#core/questions/rules/q61-relief';
import { q62 } from '#core/questions/rules/q62-carries-others';
import { q63 } from '#core/questions/rules/q63-rather-do-less';
import { q64 } from '#core/questions/rules/q64-grows-faster';
import { q65 } from '#core/questions/rules/q65-comes-back';
import { q66 } from '#core/questions/rules/q66-new-energy';
import { q67 } from '#core/questions/rules/q67-running-away';
import { q68 } from '#core/questions/rules/q68-as-we-grow';
import { q69 } from '#core/questions/rules/q69-quick-help';
import { q70 } from '#core/questions/rules/q70-by-our-rules';
import { q71 } from '#core/questions/rules/q71-firm-or-loose';
import { q72 } from '#core/questions/rules/q72-meant-to-show';
import { q73 } from '#core/questions/rules/q73-easier-to-speak-of';
import { q74 } from '#core/questions/rules/q74-hard-to-raise';
import { q75 } from '#core/questions/rules/q75-who-knows';
import { q76 } from '#core/questions/rules/q76-looks-along';
import { q77 } from '#core/questions/rules/q77-what-did-it-do';
import { q78 } from '#core/questions/rules/q78-which-leg';

export const RULES: readonly QuestionRule[] = [
  q01,
  q02,
  q03,
  q04,
  q05,
  q06,
  q07,
  q08,
  q09,
  q10,
  q11,
  q12,
  q13,
  q14,
  q15,
  q16,
  q17,
  q18,
  q19,
  q20,
  q21,
  q22,
  q23,
  q24,
  q25,
  q26,
  q27,
  q28,
  q29,
  q30,
  q31,
  q32,
  q33,
  q34,
  q35,
  q36,
  q37,
  q38,
  q39,
  q40,
  q41,
  q42,
  q43,
  q44,
  q45,
  q46,
  q47,
  q48,
  q49,
  q50,
  q51,
  q52,
  q53,
  q54,
  q55,
  q56,
  q57,
  q58,
  q59,
  q60,
  q61,
  q62,
  q63,
  q64,
  q65,
  q66,
  q67,
  q68,
  q69,
  q70,
  q71,
  q72,
  q73,
  q74,
  q75,
  q76,
  q77,
  q78,
];
