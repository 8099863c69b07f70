/** Writing a table. Apart from reading one: who takes their record along carries no parser. */

/** One table as text that a spreadsheet opens: quoted, with a mark for UTF-8, and no cell that could be a formula. */
export function toCsv(rows: readonly (readonly string[])[]): string {
  const safe = (cell: string) => (/^[\t\r]|^[\s\u00a0]*[=+\-@＝＋－＠]/m.test(cell) ? `'${cell}` : cell);
  const quoted = (cell: string) => `"${safe(cell).replace(/"/g, '""')}"`;
  return `\ufeff${rows.map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`;
}
