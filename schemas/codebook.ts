import { z } from 'zod';

/** A theme of a codebook file: at its place in the tree by `children`, or by `path` joined by ` > `. */
export interface CodebookCode {
  id?: string | null | undefined;
  name?: string | null | undefined;
  path?: string | null | undefined;
  definition?: string | null | undefined;
  use?: string | null | undefined;
  avoid?: string | null | undefined;
  inactive?: boolean | null | undefined;
  color?: string | null | undefined;
  key?: number | null | undefined;
  children?: CodebookCode[] | null | undefined;
}

const codebookCodeSchema: z.ZodType<CodebookCode> = z.lazy(() => z.object({
  id: z.guid().nullish(),
  name: z.string().nullish(),
  path: z.string().nullish(),
  definition: z.string().nullish(),
  use: z.string().nullish(),
  avoid: z.string().nullish(),
  inactive: z.boolean().nullish(),
  color: z.string().nullish(),
  key: z.int().min(1).max(9).nullish(),
  children: z.array(codebookCodeSchema).nullish(),
}));

/** Our own JSON form: `{ "codes": [{ "name", "definition", "color", "key", "children": [ … ] }] }`. */
export const codebookFileSchema = z.object({ codes: z.array(codebookCodeSchema) });
