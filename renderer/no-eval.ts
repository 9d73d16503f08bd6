import { z } from 'zod';

/**
 * zod compiles its parsers with `new Function`, which the CSP refuses, and each try is reported as a violation. So it
 * is told not to try. Imported first by the page and by every worker, before anything is parsed.
 */
z.config({ jitless: true });
