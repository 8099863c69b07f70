/**
 * How Taro builds the phone: one source, two targets (`dist/weapp`, `dist/h5`).
 *
 * Sizes in styles are written for a 375 px wide screen and scale with it.
 */
import path from 'node:path';
import { defineConfig, type UserConfigExport } from '@tarojs/cli';

const ROOT = path.resolve(__dirname, '..');

// Taro transpiles only `src`. These rooms are shared with the cloud, and these packages are published in a
// syntax that old iOS and Android web views cannot read.
const include = [
  path.join(ROOT, 'domain'),
  path.join(ROOT, 'contract'),
  path.join(ROOT, 'config/old-phones'),
  (file: string) =>
    /[\\/]node_modules[\\/](zod|uqr|query-string|filter-obj|split-on-first|decode-uri-component)[\\/]/.test(
      file,
    ),
] as string[];

const cssModules = {
  enable: false,
  config: { namingPattern: 'module' as const, generateScopedName: '[name]__[local]___[hash:base64:5]' },
};

/** Only what the browser needs of our own styles and names; the rest of Taro's defaults stand. */
export default defineConfig<'webpack5'>(async () => ({
  projectName: 'yima',
  date: '2026-01-01',
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 2.34 / 2, 750: 1, 828: 1.81 / 2 },
  sourceRoot: 'src',
  // scripts/build.ts builds beside the live folder and swaps, so nobody ever reads a half-written one.
  outputRoot: process.env.YIMA_OUT ?? `dist/${process.env.TARO_ENV}`,
  alias: { '@': ROOT },
  plugins: [path.join(ROOT, 'config/weapp-aria/index.js'), path.join(ROOT, 'config/old-phones/weapp.js')],
  defineConstants: {},
  copy: { patterns: [], options: {} },
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: true },
  mini: {
    compile: { include },
    optimizeMainPackage: { enable: true },
    miniCssExtractPluginOption: { ignoreOrder: true },
    postcss: { pxtransform: { enable: true, config: {} }, cssModules },
  },
  h5: {
    compile: { include },
    publicPath: './',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    postcss: {
      autoprefixer: { enable: true, config: {} },
      cssModules,
      // without baseFontSize, minRootSize silently becomes the base
      pxtransform: {
        enable: true,
        config: { baseFontSize: 20, minRootSize: 17, maxRootSize: 24 } as never,
      },
    },
    webpackChain(chain) {
      if (process.env.NODE_ENV !== 'production') return;
      // A page takes what it draws from a room's index, not all that stands there: nothing in these rooms acts on import.
      chain.module
        .rule('rooms')
        .test(/[\\/]((src[\\/](features|ui|platform(?![\\/]offline)))|domain|contract)[\\/].*\.tsx?$/)
        .set('sideEffects', false);
      chain.plugin('old-phones').use(path.join(ROOT, 'config/old-phones/h5.js'));
      chain.plugin('h5-worker').use(path.join(ROOT, 'config/h5-worker/index.js'));
      // a chunk says whose it is, and the size test can tell pages from what they share
      chain.optimization.set('chunkIds', 'named');
      // Taro's default copies what pages share into every page chunk.
      chain.optimization.splitChunks({
        chunks: 'all',
        minSize: 20000,
        maxInitialRequests: 6,
        cacheGroups: {
          react: {
            test: /[\\/]node_modules[\\/](react|react-dom|scheduler)[\\/]/,
            name: 'react',
            priority: 30,
          },
          taro: { test: /[\\/]node_modules[\\/]@tarojs[\\/]/, name: 'taro', chunks: 'initial', priority: 20 },
          // what only the sheets of the staff's moves share is fetched with the first of them
          sheets: {
            test: /[\\/]src[\\/]features[\\/]work[\\/]sheets[\\/]|[\\/]domain[\\/]ticket[\\/]desk-words/,
            name: 'src_features_work_sheets_shared',
            chunks: 'async',
            minChunks: 2,
            priority: 16,
            enforce: true,
          },
          // tools of a few pages of staff and volunteers: drawing a code
          code: {
            test: /[\\/]src[\\/]features[\\/]codes[\\/]qr|[\\/]node_modules[\\/]uqr[\\/]/,
            name: 'src_features_codes_qr',
            chunks: 'async',
            priority: 17,
            enforce: true,
          },
          // what reads a chosen file: fetched when one was chosen, and by nobody else
          spreadsheet: {
            test: /[\\/]src[\\/]platform[\\/]spreadsheet[\\/](?!columns|to-csv)|[\\/]node_modules[\\/](read-excel-file|papaparse|fflate)[\\/]/,
            name: 'spreadsheet',
            chunks: 'async',
            priority: 17,
            enforce: true,
          },
          // months, weeks and written dates: the staff's pages of periods, and spreadsheets
          dates: {
            test: /[\\/]domain[\\/]time[\\/]china|[\\/]node_modules[\\/]dayjs[\\/]/,
            name: 'dates',
            chunks: 'async',
            priority: 19,
            enforce: true,
          },
          // what only the staff's pages share is no part of a resident's first page
          staff: {
            test: /[\\/]src[\\/]features[\\/](desk|work)[\\/]/,
            name: 'staff',
            chunks: 'async',
            minChunks: 2,
            priority: 15,
            enforce: true,
          },
          // what is drawn of letters that wait, and what sends them: fetched after the first answer
          waiting: {
            test: /[\\/]src[\\/]features[\\/]waiting[\\/](?!apart)/,
            name: 'src_features_waiting',
            chunks: 'async',
            priority: 18,
            enforce: true,
          },
          offline: {
            test: /[\\/]src[\\/]platform[\\/](offline[\\/]|(preview|recorder|upload-voice|note-of)\.)/,
            name: 'src_platform_offline',
            chunks: 'async',
            priority: 18,
            enforce: true,
          },
          // a sheet or a form in which something is said and shown: none is drawn first
          saying: {
            test: /[\\/]src[\\/](features[\\/]ticket[\\/](move-sheet|evidence)|platform[\\/](photos|pictures|upload|draft))\./,
            name: 'src_features_saying',
            chunks: 'async',
            minChunks: 2,
            priority: 16,
            enforce: true,
          },
          // photos of a case: pages on which something is shown, no list and no worklist
          photos: {
            test: /[\\/]src[\\/]ui[\\/]photo-grid\./,
            name: 'src_ui_photos',
            chunks: 'async',
            minChunks: 2,
            priority: 16,
            enforce: true,
          },
          // the form itself, apart from what the menu shares with it
          form: {
            test: /[\\/]src[\\/]features[\\/]filing[\\/](filing-(banners|behalf|fields|questions)|use-|lack)/,
            name: 'src_features_filing_form',
            chunks: 'async',
            priority: 17,
            enforce: true,
          },
          // what the two pages of one request share is no part of a first list
          request: {
            test: /[\\/]src[\\/]features[\\/]ticket[\\/]ticket-(asked|beneficiary|halt|handler|result|slip|story)\./,
            name: 'src_features_ticket_request',
            chunks: 'async',
            minChunks: 2,
            priority: 16,
            enforce: true,
          },
          // a wait with a date: of the handler's sheets and of the leader's
          until: {
            test: /[\\/]work[\\/]sheets[\\/](until-sheet|day-chooser|hold-days)/,
            name: 'src_features_work_sheets_until',
            chunks: 'async',
            priority: 17,
            enforce: true,
          },
          // what residents' forms and the menu share is no part of a working day
          filing: {
            test: /[\\/]src[\\/]features[\\/]filing[\\/]|[\\/]domain[\\/]catalogue[\\/]emergency\./,
            name: 'src_features_filing',
            chunks: 'async',
            minChunks: 2,
            priority: 16,
            enforce: true,
          },
          menu: {
            test: /[\\/]src[\\/]features[\\/]menu[\\/]|[\\/]domain[\\/]catalogue[\\/](suggest|catalogue)\./,
            name: 'src_features_menu',
            chunks: 'async',
            minChunks: 2,
            priority: 16,
            enforce: true,
          },
          // what the desk's editors share is fetched with the first of them
          editors: {
            test: /[\\/]src[\\/]features[\\/](bind|calendar|rates|responsibility|roster|shelf|templates)[\\/]|[\\/]domain[\\/](reply|rates)[\\/]/,
            name: 'src_features_editors',
            chunks: 'async',
            minChunks: 2,
            priority: 16,
            enforce: true,
          },
          // what the pages of activities share is fetched with the first of them, and so is being a volunteer
          activity: {
            test: /[\\/]src[\\/]features[\\/]activity[\\/](?!draft|coordinate|words)/,
            name: 'src_features_activity',
            chunks: 'async',
            minChunks: 2,
            priority: 16,
            enforce: true,
          },
          activityRules: {
            test: /[\\/]domain[\\/](activity|record)[\\/]/,
            name: 'src_features_activity_rules',
            chunks: 'async',
            minChunks: 2,
            priority: 16,
            enforce: true,
          },
          activityWords: {
            test: /[\\/]src[\\/]features[\\/]activity[\\/]words/,
            name: 'src_features_activity_words',
            chunks: 'async',
            minChunks: 2,
            priority: 16,
            enforce: true,
          },
          activityDesk: {
            test: /[\\/]src[\\/]features[\\/]activity[\\/](draft|coordinate)/,
            name: 'src_features_activity_desk',
            chunks: 'async',
            minChunks: 2,
            priority: 16,
            enforce: true,
          },
          volunteering: {
            test: /[\\/]src[\\/]features[\\/]volunteer[\\/]|[\\/]domain[\\/]volunteer[\\/]/,
            name: 'src_features_volunteer',
            chunks: 'async',
            minChunks: 2,
            priority: 16,
            enforce: true,
          },
          honours: {
            test: /[\\/](src[\\/]features|domain)[\\/](points|honour)[\\/]/,
            name: 'src_features_honours',
            chunks: 'async',
            minChunks: 2,
            priority: 16,
            enforce: true,
          },
          // nor is what volunteers' pages share
          volunteer: {
            test: /[\\/](src[\\/]features|domain)[\\/]wish[\\/]|[\\/]src[\\/]pages[\\/]volunteer[\\/][\w-]+\.tsx?$/,
            name: 'volunteer',
            chunks: 'async',
            minChunks: 2,
            priority: 15,
            enforce: true,
          },
          common: { minChunks: 2, name: 'common', priority: 10, reuseExistingChunk: true },
        },
      });
    },
    devServer: { port: 10086, open: false },
  },
})) satisfies UserConfigExport<'webpack5'>;
