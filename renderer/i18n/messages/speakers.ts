import { area } from './area.ts';

/** Speakers of the project: who is one person or body in several documents. */
export const speakers = area({
  'speakers.menu': 'Meer over {name}',
  'speakers.edit': 'Wijzigen',
  'speakers.merge-lead': 'Alle beurten van {name}, in elk document, zijn daarna van de ander; de naam wordt een andere naam van die spreker. Dit kunt u ongedaan maken.',
  'speakers.merge-choose': 'Kies een spreker',
  'speakers.merged': '{name} is opgegaan in {into}. {keys} maakt dit ongedaan.',
  'speakers.same-title': 'Dezelfde sprekers?',
  'speakers.same-lead': 'Deze namen staan ook in een ander document van het project. Wie dezelfde persoon of organisatie is, telt na het samenvoegen als één stem.',
  'speakers.same-none': 'Apart houden',
  'speakers.same-do': '{count, plural, one {# spreker samenvoegen} other {# sprekers samenvoegen}}',
  'problem.speaker-into-itself': '{name} kan niet met zichzelf worden samengevoegd.',
}, {
  'speakers.menu': 'More about {name}',
  'speakers.edit': 'Change',
  'speakers.merge-lead': 'All turns of {name}, in every document, then belong to the other speaker; the name becomes another name of that speaker. This can be undone.',
  'speakers.merge-choose': 'Choose a speaker',
  'speakers.merged': '{name} went into {into}. {keys} takes this back.',
  'speakers.same-title': 'The same speakers?',
  'speakers.same-lead': 'These names also stand in another document of the project. Who is the same person or organisation counts as one voice once merged.',
  'speakers.same-none': 'Keep apart',
  'speakers.same-do': '{count, plural, one {Merge # speaker} other {Merge # speakers}}',
  'problem.speaker-into-itself': '{name} cannot be merged with itself.',
});
