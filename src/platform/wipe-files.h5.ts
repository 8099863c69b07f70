export function wipeFiles(): Promise<void> {
  return new Promise((resolve) => {
    const asked = indexedDB.deleteDatabase('yima');
    asked.onsuccess = () => resolve();
    asked.onerror = () => resolve();
    asked.onblocked = () => resolve();
  });
}
