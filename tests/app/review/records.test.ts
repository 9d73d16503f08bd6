import { describe, expect, it } from 'vitest';
import { editDocument, setSeen } from '../../../app/review/document.ts';
import { addSpeaker, editSpeaker } from '../../../app/review/speakers.ts';
import type { SpeakerId } from '../../../schemas/ids.ts';
import { emptyContent, guid, reading } from '../../renderer/invented.ts';

const veenstra = guid(11) as SpeakerId;

describe('editing a reading', () => {
  it('changes one speaker and leaves the reading that was there as it is', () => {
    const before = reading();
    const after = editSpeaker(before, veenstra, { role: ' mantelzorger ', moderator: true });
    expect(after.speakers[0]).toMatchObject({ name: 'Mw. Veenstra', role: 'mantelzorger', moderator: true });
    expect(after.speakers[1]).toBe(before.speakers[1]);
    expect(before.speakers[0]).toMatchObject({ role: null, moderator: false });
  });

  it('keeps the printed name as an alias, and drops it again when the name comes back', () => {
    const renamed = editSpeaker(reading(), veenstra, { name: 'Anna Veenstra' });
    expect(renamed.speakers[0]).toMatchObject({ name: 'Anna Veenstra', aliases: ['Mw. Veenstra'] });
    const back = editSpeaker(renamed, veenstra, { name: 'Mw. Veenstra' });
    expect(back.speakers[0]).toMatchObject({ name: 'Mw. Veenstra', aliases: ['Anna Veenstra'] });
  });

  it('makes of an emptied role or organisation none, and of an emptied name no change', () => {
    const filled = editSpeaker(reading(), veenstra, { role: 'overheid', organisation: 'Gemeente' });
    expect(editSpeaker(filled, veenstra, { role: ' ', organisation: '' }).speakers[0]).toMatchObject({ role: null, organisation: null });
    expect(editSpeaker(filled, veenstra, { name: '  ' })).toBe(filled);
    expect(editDocument(filled, { name: '' })).toBe(filled);
  });

  it('is no step where nothing changes', () => {
    const same = reading();
    expect(editSpeaker(same, veenstra, { name: 'Mw. Veenstra ', role: '' })).toBe(same);
    expect(editDocument(same, { name: 'Hoorzitting Slecht slapen', date: '2025-03-14' })).toBe(same);
    expect(editSpeaker(same, guid(99) as SpeakerId, { name: 'Niemand' })).toBe(same);
  });

  it('adds a speaker by name, and none without one', () => {
    const before = reading();
    expect(addSpeaker(before, { id: guid(30) as SpeakerId, name: ' Ada Vos ' }).speakers.at(-1)).toEqual({
      id: guid(30), name: 'Ada Vos', role: null, organisation: null, aliases: [], moderator: false,
    });
    expect(addSpeaker(before, { id: guid(30) as SpeakerId, name: ' ' })).toBe(before);
  });

  it('marks a doubt as seen, and takes that back', () => {
    const before = reading({ content: { ...emptyContent, warnings: [{ rule: 'encoding', message: 'which', source: null }] } });
    const seen = setSeen(before, 0, true);
    expect(seen.content.warnings).toEqual([{ rule: 'encoding', message: 'which', source: null, seen: true }]);
    expect(setSeen(seen, 0, true)).toBe(seen);
    expect(setSeen(seen, 0, false).content).toEqual(before.content);
    expect(setSeen(before, 3, true)).toBe(before);
  });

  it('changes name, date and place of the document', () => {
    expect(editDocument(reading(), { name: 'Slapen', date: null, place: 'Assen' }).document).toMatchObject({ name: 'Slapen', date: null, place: 'Assen' });
  });
});
