/**
 * Carries one action to the cloud and brings back whatever came. Taro picks transport.weapp.ts or transport.h5.ts;
 * this file is their type and what tests without a target meet.
 */
export async function transport(_action: string, _input: unknown): Promise<unknown> {
  throw new Error('no target: transport is chosen by the build');
}
