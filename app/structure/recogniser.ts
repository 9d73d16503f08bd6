import type { Content } from '../../schemas/records/content.ts';
import type { DocumentKind } from '../../schemas/records/document.ts';
import type { Speaker } from '../../schemas/records/speaker.ts';
import type { PageText } from './pages.ts';

/** One kind of document that can be understood. One file in this folder exports one descriptor; `registry.ts` lists them. */
export interface Recogniser {
  kind: DocumentKind;
  /** How sure the text is of this kind, 0 to 1. */
  score(text: PageText): number;
  /** `pause` is awaited between steps, with the share that is done. */
  recognise(text: PageText, pause: Pause): Promise<Recognised>;
}

/** Lets other work go first, reports what is done (0 to 1), and throws where reading was stopped. */
export type Pause = (done: number) => Promise<void>;

/** What the text says of itself; null where it does not say. */
export interface Heading {
  title: string | null;
  date: string | null;
  place: string | null;
  reference: string | null;
}

/** A speaker under a key of the recogniser's own; the id is made from the document and the key. */
export type FoundSpeaker = Omit<Speaker, 'id'> & { key: string };

/** A content whose turns name their speakers by key. Changes and warnings are those of the recogniser alone. */
export interface Recognised {
  heading: Heading;
  speakers: FoundSpeaker[];
  content: Omit<Content, 'version' | 'turns'> & { turns: (Omit<Content['turns'][number], 'speaker'> & { speaker: string | null })[] };
}
