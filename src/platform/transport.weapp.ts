import Taro from '@tarojs/taro';

let ready = false;

export async function transport(action: string, input: unknown): Promise<unknown> {
  if (!ready) {
    Taro.cloud.init({ traceUser: true });
    ready = true;
  }
  const { result } = await Taro.cloud.callFunction({ name: 'api', data: { action, input } });
  return result;
}
