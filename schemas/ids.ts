import { z } from 'zod';

/** Every record has a UUID for life. Branded, so that one kind never passes for another. */
export const projectIdSchema = z.guid().brand<'ProjectId'>();
export const documentIdSchema = z.guid().brand<'DocumentId'>();
export const speakerIdSchema = z.guid().brand<'SpeakerId'>();
export const codeIdSchema = z.guid().brand<'CodeId'>();
export const codingIdSchema = z.guid().brand<'CodingId'>();
export const memoIdSchema = z.guid().brand<'MemoId'>();
export const coderIdSchema = z.guid().brand<'CoderId'>();
export const savedQueryIdSchema = z.guid().brand<'SavedQueryId'>();
export const changeIdSchema = z.guid().brand<'ChangeId'>();

export type ProjectId = z.infer<typeof projectIdSchema>;
export type DocumentId = z.infer<typeof documentIdSchema>;
export type SpeakerId = z.infer<typeof speakerIdSchema>;
export type CodeId = z.infer<typeof codeIdSchema>;
export type CodingId = z.infer<typeof codingIdSchema>;
export type MemoId = z.infer<typeof memoIdSchema>;
export type CoderId = z.infer<typeof coderIdSchema>;
export type SavedQueryId = z.infer<typeof savedQueryIdSchema>;
export type ChangeId = z.infer<typeof changeIdSchema>;

/** SHA-256 as 64 lower-case hexadecimal digits. */
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/).brand<'Sha256'>();
export type Sha256 = z.infer<typeof sha256Schema>;

/** An instant, ISO 8601 in UTC with milliseconds. */
export const instantSchema = z.iso.datetime();

/** A count or offset in Unicode code points, 0-based. What records and files hold. */
export const codePointSchema = z.int().nonnegative().brand<'CodePoint'>();
export type CodePoint = z.infer<typeof codePointSchema>;
