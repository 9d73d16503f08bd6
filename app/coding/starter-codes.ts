import type { CodeId } from '../../schemas/ids.ts';
import type { Code } from '../../schemas/records/code.ts';
import { nameId } from '../support/hash.ts';
import { palette } from './palette.ts';

/** The four themes that a new project starts with. Their ids are the same in every project, so that projects can be compared. */
export function starterCodes(now: string): Code[] {
  return starters.map(({ name, definition }, at) => ({
    id: nameId<CodeId>('code', name),
    parentId: null,
    name,
    definition,
    color: palette[at]?.light ?? '#5d584e',
    key: at + 1,
    order: at,
    createdAt: now,
  }));
}

const starters = [
  {
    name: 'diagnosevertraging',
    definition: 'Tijd die verloopt tussen de eerste klachten en een erkende diagnose, en wat daarvan komt: omwegen, verkeerde diagnoses, niet geloofd worden.',
  },
  {
    name: 'UWV-keuring',
    definition: 'De beoordeling van arbeidsvermogen door het UWV en wat eraan voorafgaat of op volgt: verzekeringsarts, WIA, Wajong, bezwaar, re-integratie.',
  },
  {
    name: 'mantelzorg',
    definition: 'Zorg en steun door naasten, en wat die van hen vraagt in tijd, werk, gezin en gezondheid.',
  },
  {
    name: 'stepped vs matched care',
    definition: 'De vraag of zorg van licht naar zwaar moet worden opgebouwd, of meteen moet passen bij wat iemand nodig heeft.',
  },
];
