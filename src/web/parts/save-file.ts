/** Hands a file to the browser, which saves it. */
export function saveFile(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** Fetches a file in somebody's name and saves it; false when it is not there for them. */
export async function fetchFile(address: string, name: string, token: string): Promise<boolean> {
  const response = await fetch(address, { headers: { authorization: `Bearer ${token}` } }).catch(() => undefined);
  if (!response?.ok) return false;
  saveFile(await response.blob(), name);
  return true;
}
