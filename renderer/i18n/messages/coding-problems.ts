import { area } from './area.ts';

/** Why a change to the project was not made. Keys are `problem.` + the problem's code. */
export const codingProblems = area({
  'problem.record-missing': 'Dit is er niet meer; het is intussen verwijderd. Er is niets gewijzigd.',
  'problem.name-empty': 'Geef een naam van ten minste één teken.',
  'problem.name-too-long': 'Een naam heeft ten hoogste {most, number} tekens.',
  'problem.code-name-taken': 'Op die plaats is al een thema met de naam {name}. Kies een andere naam.',
  'problem.code-under-itself': 'Het thema {name} kan niet onder zichzelf staan.',
  'problem.code-into-itself': 'Het thema {name} kan niet met zichzelf worden samengevoegd.',
  'problem.already-coded': 'Deze passage heeft het thema {code} al.',
  'problem.passage-empty': 'Selecteer eerst ten minste één teken.',
  'problem.split-outside': 'Zet de cursor binnen de passage, tussen twee woorden, en splits daar. Er is niets gewijzigd.',
  'problem.join-one': 'Kies twee of meer coderingen om samen te voegen.',
  'problem.not-alike': 'Alleen coderingen van één thema, door één codeur, in één document kunnen worden samengevoegd. Er is niets gewijzigd.',
  'problem.orphan': 'De woorden van deze codering staan niet meer in de tekst; de grenzen blijven zoals ze zijn.',
  'problem.passage-outside': 'De passage ligt buiten de tekst. Er is niets gewijzigd.',
}, {
  'problem.record-missing': 'This is no longer there; it was removed in the meantime. Nothing was changed.',
  'problem.name-empty': 'Give a name of at least one character.',
  'problem.name-too-long': 'A name has at most {most, number} characters.',
  'problem.code-name-taken': 'There is a theme named {name} in that place already. Choose another name.',
  'problem.code-under-itself': 'The theme {name} cannot stand below itself.',
  'problem.code-into-itself': 'The theme {name} cannot be merged into itself.',
  'problem.already-coded': 'This passage has the theme {code} already.',
  'problem.passage-empty': 'First select at least one character.',
  'problem.split-outside': 'Put the cursor inside the passage, between two words, and split there. Nothing was changed.',
  'problem.join-one': 'Choose two or more codings to join.',
  'problem.not-alike': 'Only codings of one theme, by one coder, in one document can be joined. Nothing was changed.',
  'problem.orphan': 'The words of this coding are no longer in the text; its borders stay as they are.',
  'problem.passage-outside': 'The passage lies outside the text. Nothing was changed.',
});
