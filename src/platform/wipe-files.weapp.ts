import Taro from '@tarojs/taro';

export function wipeFiles(): Promise<void> {
  const files = Taro.getFileSystemManager();
  const folder = Taro.env.USER_DATA_PATH;
  for (const name of files.readdirSync(`${folder}`))
    files.unlink({ filePath: `${folder}/${name}`, fail: () => undefined });
  return Promise.resolve();
}
