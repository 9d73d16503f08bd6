import { area } from './area.ts';

/** The history of a project as sentences. */
export const history = area({
  'history.title': 'Geschiedenis',
  'history.lead': 'Elke stap in dit project, de nieuwste bovenaan. Wat ongedaan is gemaakt, blijft leesbaar.',
  'history.undo': 'Maak ongedaan',
  'history.redo': 'Doe opnieuw',
  'history.undone': 'ongedaan gemaakt',
  'history.took-back': 'Ongedaan gemaakt: {what}',
  'history.put-back': 'Opnieuw gedaan: {what}',
  'history.list': 'Stappen',
  'history.count': '{count, plural, one {# stap} other {# stappen}}',
  'history.unknown-coder': 'onbekend',
  'history.none': 'Hier komt elke stap die u zet.',
}, {
  'history.title': 'History',
  'history.lead': 'Every step in this project, the newest first. What was undone stays readable.',
  'history.undo': 'Undo',
  'history.redo': 'Redo',
  'history.undone': 'undone',
  'history.took-back': 'Undone: {what}',
  'history.put-back': 'Done again: {what}',
  'history.list': 'Steps',
  'history.count': '{count, plural, one {# step} other {# steps}}',
  'history.unknown-coder': 'unknown',
  'history.none': 'Every step you take will be here.',
});
