import Taro from '@tarojs/taro';

export function wipeFiles(): Promise<void> {
  const files = Taro.getFileSystemManager();
  return new Promise((resolve) => {
    files.getSavedFileList({
      success: ({ fileList }) => {
        for (const { filePath } of fileList) files.removeSavedFile({ filePath });
        resolve();
      },
      fail: () => resolve(),
    });
  });
}
