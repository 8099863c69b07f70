/** Short words over the page. */
import Taro from '@tarojs/taro';

/** Says a sentence for a moment. For what needs no answer. */
export function say(words: string): void {
  void Taro.showToast({ title: words, icon: 'none', duration: 2800 });
}

/** Asks before something that cannot be taken back; true for yes. The verb of the deed is the yes: 撤回. */
export async function ask(title: string, words: string, yes: string): Promise<boolean> {
  const { confirm } = await Taro.showModal({
    title,
    content: words,
    confirmText: yes.slice(0, 4),
    cancelText: '先不',
    confirmColor: '#B5342A',
    cancelColor: '#23211D',
  });
  return confirm;
}
