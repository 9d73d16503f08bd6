import { area } from './area.ts';

/** The page of the original file beside its text. */
export const sourcePage = area({
  'page.label': 'Bladzijde van het bestand',
  'page.number': 'Bladzijde {page, number} van {count, number}',
  'page.previous': 'Vorige bladzijde',
  'page.next': 'Volgende bladzijde',
  'page.larger': 'Groter',
  'page.smaller': 'Kleiner',
  'page.close': 'Bladzijde sluiten',
  'page.command': 'Tonen op de bladzijde',
  'page.placing': 'De bladzijden worden gelezen',
  'page.not-found': 'Deze passage is op de bladzijden niet teruggevonden.',
  'page.failed': 'Deze bladzijde kan niet worden getekend. De tekst is wel gelezen.',
  'page.no-file': 'Het oorspronkelijke bestand ontbreekt in de opslag en in de gegevensmap. De tekst staat er nog.',
  'page.no-passage': 'Kies een passage of een codering, dan wordt die hier gemarkeerd.',
}, {
  'page.label': 'Page of the file',
  'page.number': 'Page {page, number} of {count, number}',
  'page.previous': 'Previous page',
  'page.next': 'Next page',
  'page.larger': 'Larger',
  'page.smaller': 'Smaller',
  'page.close': 'Close the page',
  'page.command': 'Show on the page',
  'page.placing': 'Reading the pages',
  'page.not-found': 'This passage was not found on the pages.',
  'page.failed': 'This page cannot be drawn. Its text was read.',
  'page.no-file': 'The original file is neither in the store nor in the data folder. The text is still there.',
  'page.no-passage': 'Choose a passage or a coding, and it is marked here.',
});
