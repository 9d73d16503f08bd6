import { makeChange, type Plan } from '../../app/coding/change.ts';
import { planCreateProject } from '../../app/coding/plan-project.ts';
import { planImportDocument } from '../../app/coding/plan-document.ts';
import { starterCodes } from '../../app/coding/starter-codes.ts';
import { emptyState, type ProjectSnapshot, type ProjectState } from '../../app/coding/state.ts';
import { contentBytes } from '../../app/document/content-blob.ts';
import { plainText } from '../../app/document/plain-text.ts';
import { nameId, sha256 } from '../../app/support/hash.ts';
import type { Result } from '../../app/support/result.ts';
import type { Change } from '../../schemas/change.ts';
import type { ChangeId, CoderId, DocumentId, ProjectId, Sha256, SpeakerId } from '../../schemas/ids.ts';
import type { Coder } from '../../schemas/records/coder.ts';
import type { Content, TurnKind } from '../../schemas/records/content.ts';
import type { Document } from '../../schemas/records/document.ts';
import type { Speaker } from '../../schemas/records/speaker.ts';

export const now = '2026-03-02T09:30:00.000Z';
export const coder: Coder = { id: nameId<CoderId>('coder', 'Test'), name: 'Test', initials: 'T' };

/** A result that must be right here. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.problem.code}: ${result.problem.message}`);
  return result.value;
}

/** One block of an invented document: who speaks (null: nobody, as in a heading), and what. A new `turn` starts a new turn. */
export interface Said { by: string | null; text: string; kind?: TurnKind; sameTurn?: boolean; noSpeaker?: boolean }

export interface Invented { document: Document; content: Content; speakers: Speaker[]; original: Uint8Array }

/** A document as an importer would hand it over. Speakers whose name starts with "Commissie" lead the hearing. */
export function invent(name: string, said: readonly Said[]): Invented {
  const original = new TextEncoder().encode(`${name}\n${said.map((one) => one.text).join('\n')}`);
  const id = nameId<DocumentId>('document', sha256(original));
  const speakerId = (who: string) => nameId<SpeakerId>('speaker', id, who);
  const content: Content = {
    version: 1, blocks: [], turns: [], sections: [], pages: [], pairs: [], footnotes: [], attendees: [], changes: [], warnings: [],
  };
  for (const one of said) {
    const at = content.blocks.length;
    const last = content.turns.at(-1);
    if (one.by !== null && one.sameTurn && last) last.lastBlock = at;
    else if (one.by !== null) {
      content.turns.push({
        kind: one.kind ?? 'answer', speaker: one.noSpeaker ? null : speakerId(one.by), label: one.by,
        firstBlock: at, lastBlock: at, section: null, page: null,
      });
    }
    content.blocks.push({
      kind: one.by === null ? 'heading' : 'paragraph', level: one.by === null ? 1 : null, text: one.text,
      turn: one.by === null ? null : content.turns.length - 1, page: null, source: null, sourceMap: [],
    });
  }
  const text = plainText(content);
  const names = [...new Set(said.filter((one) => !one.noSpeaker).map((one) => one.by).filter((who) => who !== null))];
  return {
    original, content,
    speakers: names.map((who) => ({ id: speakerId(who), name: who, role: null, organisation: null, aliases: [], moderator: who.startsWith('Commissie') })),
    document: {
      id, name, kind: 'hearing', format: 'txt', fileName: `${name}.txt`, sourceSha256: sha256(original),
      contentSha256: sha256(contentBytes(content)), textSha256: sha256(text.text), characters: text.codePoints,
      title: name, date: null, place: null, reference: null, language: 'nl', importedAt: now,
    },
  };
}

/** A project that grows change by change, as use cases would make it. */
export class World {
  readonly projectId = nameId<ProjectId>('project', 'test');
  state: ProjectState = emptyState;
  readonly changes: Change[] = [];
  readonly blobs = new Map<Sha256, Uint8Array>();
  readonly contents = new Map<Sha256, Content>();

  static create(name = 'Proef'): World {
    const world = new World();
    world.do(planCreateProject({ name, coder, codes: starterCodes(now), now }));
    return world;
  }

  do(result: Result<Plan>, links: { undoes?: ChangeId; redoes?: ChangeId } = {}): Change | null {
    const plan = must(result);
    if (plan.ops.length === 0) return null;
    const id = nameId<ChangeId>('change', String(this.changes.length));
    const made = makeChange(this.state, plan, { id, at: now, coderId: coder.id }, links);
    this.state = made.state;
    this.changes.push(made.change);
    return made.change;
  }

  add(invented: Invented): DocumentId {
    this.do(planImportDocument(this.state, invented));
    this.contents.set(invented.document.contentSha256, invented.content);
    this.blobs.set(invented.document.contentSha256, contentBytes(invented.content));
    this.blobs.set(invented.document.sourceSha256, invented.original);
    return invented.document.id;
  }

  get snapshot(): ProjectSnapshot {
    return { projectId: this.projectId, state: this.state, contents: this.contents };
  }
}
