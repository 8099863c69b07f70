export function fontScale(): number {
  // `medium` is what the reader chose in the browser; our own root size does not move it
  const probe = document.createElement('div');
  probe.style.fontSize = 'medium';
  document.documentElement.appendChild(probe);
  const size = Number.parseFloat(getComputedStyle(probe).fontSize);
  probe.remove();
  return size / 16 || 1;
}
