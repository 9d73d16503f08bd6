/**
 * Puts something on the clipboard from a button or a command; false where it did not come to that. The asynchronous
 * clipboard asks a permission that the hosts deny; a copy event is the user's own doing and needs none.
 */
export function copyOut(write: (data: DataTransfer) => void): boolean {
  let copied = false;
  const onCopy = (event: ClipboardEvent) => {
    if (!event.clipboardData) return;
    write(event.clipboardData);
    event.preventDefault();
    event.stopImmediatePropagation();
    copied = true;
  };
  window.addEventListener('copy', onCopy, { capture: true, once: true });
  document.execCommand('copy');
  window.removeEventListener('copy', onCopy, { capture: true });
  return copied;
}
