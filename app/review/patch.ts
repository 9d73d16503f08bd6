/** The record with the patch, or the record itself where the patch says nothing new, so that no step is made of it. */
export function patched<R extends object>(record: R, patch: Partial<NoInfer<R>>): R {
  const keys = Object.keys(patch) as (keyof R)[];
  return keys.every((key) => patch[key] === record[key]) ? record : { ...record, ...patch };
}

export const textOrNull = (text: string | null): string | null => text?.trim() || null;
