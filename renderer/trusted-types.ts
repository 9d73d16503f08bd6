/**
 * The CSP asks for trusted types wherever text becomes HTML or a script. react-aria empties its live region by setting
 * `innerHTML` to nothing, which is harmless and must not bring the screen down: the empty text is let through, and
 * nothing else. Imported first by the page.
 */
interface TrustedTypes { createPolicy(name: string, rules: { createHTML(text: string): string | null }): unknown }

const { trustedTypes } = window as { trustedTypes?: TrustedTypes };
trustedTypes?.createPolicy('default', { createHTML: (text) => (text === '' ? '' : null) });
