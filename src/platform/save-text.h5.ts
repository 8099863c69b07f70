export async function saveText(name: string, text: string): Promise<boolean> {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(
    new Blob([text], { type: `${name.endsWith('.json') ? 'application/json' : 'text/csv'};charset=utf-8` }),
  );
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  return true;
}
