// navigator.connection, which Taro asks, is unknown to Safari and Firefox
export function onAwake(work: () => void): () => void {
  const shown = () => {
    if (!document.hidden) work();
  };
  window.addEventListener('online', work);
  document.addEventListener('visibilitychange', shown);
  return () => {
    window.removeEventListener('online', work);
    document.removeEventListener('visibilitychange', shown);
  };
}
