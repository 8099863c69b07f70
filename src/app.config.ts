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
        'me/index',
        'bind/index',
        'codes/index',
      ],
    },
    {
      root: 'pages/volunteer',
        'wishes/index',
      name: 'volunteer',
      pages: [
        'wall/index',
        'wish/index',
        'post/index',
        'mine/index',
        'activities/index',
        'me/index',
        'register/index',
      ],
    },
  ],
  lazyCodeLoading: 'requiredComponents',
  window: {
    navigationStyle: 'custom',
    navigationBarTitleText: '一码办',
    navigationBarTextStyle: 'black',
    backgroundColor: '#F6F2EA',
    backgroundTextStyle: 'dark',
  },
});
