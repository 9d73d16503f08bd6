import path from 'node:path';
import { beginWith, testimony } from './steps.ts';
import { expect, test } from './workbench.ts';

test('notes of a letter are read on their marks, with mouse and keyboard, and one goes there and back', async ({ workbenches }) => {
  const running = await workbenches.launch();
  const { page } = running;
  await beginWith(running, path.resolve('tests/fixtures/letters/kamerbrief.txt'));
  const first = testimony(page).getByRole('button', { name: /^Noot 1: Kamerstukken I 2032\/33/ });
  const card = page.locator('.note-card');
  await expect(testimony(page).locator('.note-mark')).toHaveText(['1', '2', '3']);
  await expect(card).toBeHidden();

  await first.hover();
  await expect(card).toHaveText(/gesprek van 1 maart 2033\.$/);
  await card.hover();
  await expect(card).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();

  await first.focus();
  await expect(card).toBeVisible();
  await page.keyboard.press('Enter');
  const back = testimony(page).getByRole('button', { name: 'Terug naar de tekst bij noot 1' });
  await expect(back).toBeFocused();
  await expect(back).toBeInViewport();
  await expect(card).toBeHidden();
  await page.keyboard.press('Enter');
  await expect(first).toBeFocused();
  await expect(first).toBeInViewport();
});

test('questions and answers stand on the page with their numbers and who asks and answers', async ({ workbenches }) => {
  const running = await workbenches.launch();
  const { page } = running;
  await beginWith(running, path.resolve('tests/fixtures/answers/gezamenlijk.txt'));
  await expect(testimony(page).locator('.label:not(.silent)')).toHaveText(['Vraag 1', 'Antwoord 1', 'Vraag 2', 'Vraag 3', 'Antwoord 2 en 3', 'Vraag 4', 'Vraag 5', 'Vraag 6', 'Antwoord op de vragen 4 t/m 6']);
  await expect(testimony(page).getByRole('heading', { level: 3 })).toHaveText([
    'Ter Horst vraag', 'minister Oldenkamp antwoord', 'Ter Horst vraag', 'Ter Horst vraag', 'minister Oldenkamp antwoord', 'Ter Horst vraag', 'Ter Horst vraag', 'Ter Horst vraag', 'minister Oldenkamp antwoord',
  ]);
});
