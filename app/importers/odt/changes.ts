import type { XmlAttributes } from '../../support/read-xml.ts';

/** Tracked changes of an OpenDocument text: what was deleted stands at its start, apart from the text. */
export class TrackedChanges {
  /** Those of the look of the text alone. */
  private readonly ofLook = new Set<string>();
  private region = '';

  /** An element of the list of changes. */
  open(name: string, attributes: XmlAttributes): void {
    if (name === 'text:changed-region') this.region = attributes['xml:id'] ?? attributes['text:id'] ?? '';
    else if (name === 'text:format-change') this.ofLook.add(this.region);
  }

  /** Whether a mark in the text is of a change in what it says. */
  isOfText(attributes: XmlAttributes): boolean {
    return !this.ofLook.has(attributes['text:change-id'] ?? '');
  }
}
