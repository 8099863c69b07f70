export const CAN_SPEAK = 'speechSynthesis' in window;

export function speak(sentences: readonly string[]): void {
  window.speechSynthesis.cancel();
  for (const sentence of sentences) {
    const voice = new SpeechSynthesisUtterance(sentence);
    voice.lang = 'zh-CN';
    voice.rate = 0.9;
    window.speechSynthesis.speak(voice);
  }
}
