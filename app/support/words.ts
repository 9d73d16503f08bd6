/** Words in the interface's two languages, for what descriptors say of themselves. */
export interface Words { nl: string; en: string }
