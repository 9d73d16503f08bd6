import { createHash, randomBytes } from 'node:crypto';

/** Who may call: a page that came through an address with a token that this program gave out. */
export interface Sessions {
  /** A token for one window. Of those that nobody used only the last few are good. */
  issue(): string;
  /** The session's secret for a token, once; null for any other. */
  exchange(token: string): string | null;
  isOpen(secret: string): boolean;
  /** Whether a window is of this session: the first session that names one has it. */
  owns(secret: string, windowId: string): boolean;
}

const unusedTokens = 8;

export function createSessions(): Sessions {
  // Kept as hashes, so that how long a look-up takes tells nothing about a secret.
  const tokens = new Set<string>();
  const secrets = new Set<string>();
  const windows = new Map<string, string>();
  return {
    issue() {
      const token = secret();
      tokens.add(hash(token));
      const [oldest] = tokens;
      if (tokens.size > unusedTokens && oldest !== undefined) tokens.delete(oldest);
      return token;
    },
    exchange(token) {
      if (!tokens.delete(hash(token))) return null;
      const session = secret();
      secrets.add(hash(session));
      return session;
    },
    isOpen: (value) => secrets.has(hash(value)),
    owns(value, windowId) {
      const owner = windows.get(windowId) ?? hash(value);
      windows.set(windowId, owner);
      return owner === hash(value);
    },
  };
}

const secret = () => randomBytes(32).toString('base64url');
const hash = (value: string) => createHash('sha256').update(value).digest('base64');
