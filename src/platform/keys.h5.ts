const OPERATED = '[role=button],[role=link],[role=tab],[role=radio],[role=checkbox],[role=switch]';

export function listenToKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    const target = event.target;
    if (!(target instanceof HTMLElement) || !target.matches(OPERATED)) return;
    event.preventDefault(); // Space would scroll
    target.click();
  });
}
