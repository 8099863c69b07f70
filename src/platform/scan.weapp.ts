import Taro from '@tarojs/taro';

export const CAN_SCAN = true;

export async function scan(): Promise<string | null> {
  try {
    const code = await Taro.scanCode({ scanType: ['qrCode', 'wxCode' as 'qrCode'] });
    // a mini-program code has a path, an ordinary one a text
    return code.path || code.result || null;
  } catch {
    return null;
  }
}
