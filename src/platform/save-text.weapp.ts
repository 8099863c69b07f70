import Taro from '@tarojs/taro';

/** WeChat has no folder of downloads: the file goes to a chat of the person's choice, as to 文件传输助手. */
interface Shares {
  shareFileMessage?(options: { filePath: string; fileName: string; success(): void; fail(): void }): void;
}

export async function saveText(name: string, text: string): Promise<boolean> {
  const taro: Shares = Taro as unknown as Shares;
  if (!taro.shareFileMessage) return false;
  const filePath = `${Taro.env.USER_DATA_PATH}/${Date.now()}.${name.split('.').pop()}`;
  const files = Taro.getFileSystemManager();
  try {
    files.writeFileSync(filePath, text, 'utf8');
    return await new Promise<boolean>((resolve) =>
      taro.shareFileMessage?.({
        filePath,
        fileName: name,
        success: () => resolve(true),
        fail: () => resolve(false),
      }),
    );
  } catch {
    return false;
  }
}
