/** An event that a listener may prevent. */
export function cancellable<T extends object>(rest: T): T & { defaultPrevented: boolean; preventDefault(): void } {
  return {
    ...rest,
    defaultPrevented: false,
    preventDefault() { this.defaultPrevented = true; },
  };
}
