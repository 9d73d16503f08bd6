/** What of Trusted Types is used here: TypeScript's library has none of it yet. */
interface TrustedTypePolicyFactory {
  createPolicy(name: string, rules: { createScriptURL(address: string): string }): { createScriptURL(address: string): unknown };
}

interface Window {
  readonly trustedTypes?: TrustedTypePolicyFactory;
}
