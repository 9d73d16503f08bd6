import { describe, expect, it } from 'vitest';
import { exporters } from '../../../app/exporters/registry.ts';
import { fileName } from '../../../renderer/use-cases/file-name.ts';

describe('the name of a file that is saved', () => {
  it('says of which project it is and what is in it', () => {
    expect([fileName('Avond: de brug', 'docx', 'passages'), fileName('Avond', 'hoorwerk'), fileName(' ', 'zip', 'dataset')])
      .toEqual(['Avond- de brug passages.docx', 'Avond.hoorwerk', 'hoorwerk dataset.zip']);
  });

  it.each(['nl', 'en'] as const)('is another for each format, in words (%s)', (language) => {
    const names = exporters.map(({ fileWords, extension }) => fileName('Avond', extension, fileWords[language]));
    expect(new Set(names).size).toBe(exporters.length);
    for (const name of names) expect(name).toMatch(/^Avond [\p{L} ]+\.[a-z]+$/u);
  });
});
