/** Every screen. Residents are the main package; staff and volunteers are sub-packages, fetched when opened. */
export default defineAppConfig({
  pages: [
    'pages/resident/home/index',
    'pages/resident/menu/index',
    'pages/resident/file/index',
    'pages/resident/tickets/index',
    'pages/resident/ticket/index',
    'pages/resident/me/index',
    'pages/resident/notices/index',
    // every primitive in every state; no build that is shipped has it
    ...(process.env.NODE_ENV === 'production' ? [] : ['pages/dev/gallery/index']),
  ],
  subPackages: [
    {
      root: 'pages/staff',
      name: 'staff',
      pages: [
        'work/index',
        'ticket/index',
        'pool/index',
        'late/index',
        'rates/index',
        'responsibility/index',
        'roster/index',
        'away/index',
        'calendar/index',
        'replies/index',
        'shelf/index',
        'me/index',
        'bind/index',
        'codes/index',
        'wishes/index',
        'standing/index',
        'earning/index',
        'honours/index',
        'activities/index',
        'activity/index',
        'volunteers/index',
      ],
    },
    {
      root: 'pages/volunteer',
      name: 'volunteer',
      pages: [
        'wall/index',
        'wish/index',
        'post/index',
        'mine/index',
        'activities/index',
        'me/index',
        'register/index',
        'points/index',
        'returns/index',
        'conduct/index',
        'honours/index',
        'honour/index',
        'activity/index',
        'record/index',
        'certificate/index',
        'verify/index',
        'report/index',
      ],
    },
    {
      root: 'pages/mine',
      name: 'mine',
      pages: ['data/index'],
    },
  ],
  // 同声传译: an account that has added it builds with YIMA_SPEECH=on; without it a voice note is a recording alone
  ...(process.env.YIMA_SPEECH === 'on'
    ? { plugins: { WechatSI: { version: '0.3.6', provider: 'wx069ba97219f66d99' } } }
    : {}),
  // the guideline is asked for when something of the phone is first wanted
  __usePrivacyCheck__: true,
  // in a browser the next page stands where it will be pressed at once: a page that slides in is missed by a quick thumb
  ...(process.env.TARO_ENV === 'h5' ? { animation: { duration: 0, delay: 0 } } : {}),
  lazyCodeLoading: 'requiredComponents',
  // the only way in which a phone tells us where it is: the person points at the map
  requiredPrivateInfos: ['chooseLocation'],
  window: {
    navigationStyle: 'custom',
    navigationBarTitleText: '一码办',
    navigationBarTextStyle: 'black',
    backgroundColor: '#F6F2EA',
    backgroundTextStyle: 'dark',
  },
});
