import { onTestFinished } from 'vitest';
import { openServices, type Services, type ServicesOptions } from '../../../main/services/services.ts';
import { temporaryFolder } from '../temporary-folder.ts';

export interface TestServices { services: Services; folder: string; logged: string[] }

/** Services on a folder of this test's own (or a given one), closed when it is finished. */
export async function openTestServices(options: Partial<ServicesOptions> = {}): Promise<TestServices> {
  const folder = options.folder ?? temporaryFolder();
  const logged: string[] = [];
  const services = await openServices({ version: '0.0.1', locale: 'nl', host: 'browser', folder, log: (line) => logged.push(line), freeBytes: async () => null, ...options });
  onTestFinished(() => services.close());
  return { services, folder, logged };
}
