/**
 * What of the phone this app asks for: the list that WeChat's back office must declare (用户隐私保护指引), and that the sheet
 * shows. `interfaces` are WeChat's own names; a test finds the same in the code, no more and no less.
 */
export const PRIVACY_LIST = [
  {
    kind: '选中的照片或视频信息、摄像头',
    interfaces: ['chooseMedia'],
    words: '相机和相册：只在您点“拍张照”的时候，只要您选的那几张',
  },
  {
    kind: '麦克风',
    interfaces: ['getRecorderManager', 'getRecordRecognitionManager'],
    words: '麦克风：只在您按住说话的时候',
  },
  {
    kind: '位置信息',
    interfaces: ['chooseLocation'],
    words: '位置：只在您打开地图的时候，由您自己指，从不跟着您',
  },
  {
    kind: '剪切板',
    interfaces: ['setClipboardData'],
    words: '剪贴板：只在您点“复制”的时候写进去，从不读',
  },
  {
    kind: '手机号',
    interfaces: ['getPhoneNumber'],
    words: '手机号：只在您点“用微信手机号”的时候，也可以自己填或者不留',
  },
] as const;
