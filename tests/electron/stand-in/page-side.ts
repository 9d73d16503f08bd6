/**
 * Runs in the page before any of its scripts: what a sandboxed preload script finds as `electron`. In the main world,
 * where Electron would isolate it; so the stand-in shows nothing about isolation. Serialised: it may use nothing from outside.
 */
export function pageSide(preload: (require: (name: string) => unknown, module: { exports: object }, exports: object) => void): void {
  type Listener = (event: object, ...args: unknown[]) => void;
  type Answer = { value: unknown } | { error: string };
  const page = window as unknown as Record<string, unknown>;
  const invokeMain = page['standInInvoke'] as (channel: string, args: unknown[]) => Promise<Answer>;
  delete page['standInInvoke'];

  const listeners = new Map<string, Listener[]>();
  const ipcRenderer = {
    async invoke(channel: string, ...args: unknown[]) {
      // As real IPC does: what can't be cloned throws here.
      const answer = await invokeMain(channel, structuredClone(args));
      if ('error' in answer) throw new Error(`Error invoking remote method '${channel}': ${answer.error}`);
      return answer.value;
    },
    on(channel: string, listener: Listener) {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
      return ipcRenderer;
    },
    off(channel: string, listener: Listener) {
      listeners.set(channel, (listeners.get(channel) ?? []).filter((other) => other !== listener));
      return ipcRenderer;
    },
  };
  Object.defineProperty(window, 'standInSend', {
    value: (channel: string, args: unknown[]) => {
      for (const listener of listeners.get(channel) ?? []) listener({}, ...args);
    },
  });

  /** Values are copied over the bridge, functions wrapped, prototypes dropped. */
  const cross = (value: unknown): unknown => {
    if (typeof value === 'function') return (...args: unknown[]) => cross((value as (...all: unknown[]) => unknown)(...args.map(cross)));
    if (value instanceof Promise) return value.then(cross);
    if (Array.isArray(value)) return value.map(cross);
    if (value !== null && typeof value === 'object' && [Object.prototype, null].includes(Object.getPrototypeOf(value))) {
      return Object.freeze(Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cross(inner)])));
    }
    return structuredClone(value);
  };
  const contextBridge = {
    exposeInMainWorld(name: string, api: unknown) {
      if (name in window) throw new Error(`Cannot bind an API on top of an existing property on the window object: ${name}`);
      Object.defineProperty(window, name, { value: cross(api), enumerable: true });
    },
  };
  const module = { exports: {} };
  preload((name) => {
    if (name === 'electron') return { contextBridge, ipcRenderer };
    throw new Error(`module not found: ${name} (a sandboxed preload has no Node)`);
  }, module, module.exports);
}
