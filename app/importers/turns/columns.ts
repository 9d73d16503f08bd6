/** Which columns of a table say who speaks and what; indexes in the header. */
export interface TurnColumns {
  speaker: number | null;
  role: number | null;
  organisation: number | null;
  /** Columns with what was said: one, or the question and its answer. `as`: the speaker of a column without a name of its own. */
  said: { column: number; as: string | null }[];
  /** Names of columns that are not read. */
  unread: string[];
}

/** The columns of a table of turns; null where it is none. */
export function turnColumns(header: readonly string[]): TurnColumns | null {
  const names = header.map((name) => name.trim().toLowerCase().replaceAll(/[_\s-]+/gu, ' '));
  const find = (words: RegExp) => {
    const at = names.findIndex((name) => words.test(name));
    return at < 0 ? null : at;
  };
  const [speaker, text, question, answer] = [find(speakerNames), find(textNames), find(/^(?:vraag|question)$/u), find(/^(?:antwoord|answer)$/u)];
  const role = find(/^(?:rol|role|functie|function)$/u);
  const organisation = find(/^(?:organisatie|organi[sz]ation|instelling|namens|partij)$/u);
  const said = text !== null
    ? [{ column: text, as: null }]
    : [question, answer].flatMap((column) => (column === null ? [] : [{ column, as: header[column]?.trim() ?? '' }]));
  if (text === null ? said.length < 2 : speaker === null) return null;
  // Of a question and its answer only the answer is the speaker's.
  const [last] = said.slice(-1);
  if (last && speaker !== null) last.as = null;
  const read = new Set([speaker, role, organisation, ...said.map(({ column }) => column)]);
  return { speaker, role, organisation, said, unread: header.filter((name, at) => !read.has(at) && name.trim() !== '').map((name) => name.trim()) };
}

const speakerNames = /^(?:spreker|sprekers|naam|wie|persoon|deelnemer|respondent|(?:naam )?(?:van )?(?:de )?spreker|spreker ?naam|speakers?|speaker ?name|name|who|participant)$/u;
const textNames = /^(?:tekst|uitspraak|uiting|beurt|inhoud|gesproken|gezegd|wat|bijdrage|transcript|transcriptie|transcription|text|utterance|said|speech|content|turn|message|bericht)$/u;
