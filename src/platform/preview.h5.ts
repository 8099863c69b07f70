/** Taro's own preview brings 50 KB of a swiper to the first page; a tap goes on to the next picture here. */
export function preview(current: string, all: readonly string[]): void {
  let at = Math.max(0, all.indexOf(current));
  const shade = document.createElement('div');
  shade.tabIndex = -1;
  shade.setAttribute('role', 'dialog');
  shade.setAttribute('aria-label', '照片');
  shade.style.cssText =
    'position:fixed;inset:0;z-index:1000;display:flex;align-items:center;justify-content:center;background:#000d';
  const picture = document.createElement('img');
  picture.style.cssText = 'max-width:100%;max-height:100%;object-fit:contain';
  const show = () => {
    picture.src = all[at] ?? '';
    picture.alt = `第 ${at + 1} 张照片，共 ${all.length} 张`;
  };
  const close = () => shade.remove();
  picture.addEventListener('click', (event) => {
    event.stopPropagation();
    if (++at >= all.length) close();
    else show();
  });
  shade.addEventListener('click', close);
  shade.addEventListener('keydown', (event) => event.key === 'Escape' && close());
  window.addEventListener('hashchange', close, { once: true });
  show();
  shade.append(picture);
  document.body.append(shade);
  shade.focus();
}
