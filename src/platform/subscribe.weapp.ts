import Taro from '@tarojs/taro';

export const CAN_SUBSCRIBE = true;

export async function askToSend(ids: readonly string[]): Promise<readonly string[]> {
  try {
    const answer = await Taro.requestSubscribeMessage({ tmplIds: [...ids], entityIds: [] });
    return ids.filter((id) => (answer as unknown as Record<string, unknown>)[id] === 'accept');
  } catch {
    // closed, switched off in the settings, or too late: no consent, and no harm
    return [];
  }
}
