import { ok, type Result } from '../../app/support/result.ts';
import { asked, host } from '../host/host.ts';
import type { MessageKey } from '../i18n/index.ts';
import { notify } from './notices.ts';

/** Saves bytes where the user wants them and says where they went. Null: cancelled. */
export async function saveAs(name: string, bytes: Uint8Array, saved: MessageKey): Promise<Result<{ where: string } | null>> {
  const answer = await asked(host().saveFile(name, bytes));
  if (!answer.ok || !answer.value) return answer.ok ? ok(null) : answer;
  notify({ kind: 'info', key: saved, values: { where: answer.value.where } });
  return answer;
}
