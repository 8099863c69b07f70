/** The Chinese name of each field, for refusals: "电话：号码不对". */
const NAMES: Readonly<Record<string, string>> = {
  name: '姓名',
  phone: '电话',
  'contact.name': '姓名',
  'contact.phone': '电话',
  address: '地址',
  'onBehalf.name': '本人姓名',
  'onBehalf.phone': '本人电话',
  'onBehalf.consent': '本人同意',
  onBehalf: '代报',
  whose: '谁的心愿',
  'whose.name': '姓名',
  'whose.phone': '电话',
  'whose.consent': '本人同意',
  'whose.guardian': '监护人',
  'whose.guardian.name': '监护人姓名',
  'whose.guardian.phone': '监护人电话',
  'whose.guardian.consent': '监护人同意',
  kind: '类别',
  text: '内容',
  photos: '照片',
  answers: '回答',
  service: '服务项目',
  scene: '一码办的码',
  code: '邀请码',
  level: '评价',
  reasons: '原因',
  contact: '联系结果',
  result: '办理结果',
  key: '提交编号',
  id: '事项编号',
  bytes: '照片',
  fileId: '照片',
  from: '日期',
  to: '日期',
};

/** One sentence about a refused field; null when the field has no name for people. Only our own words are passed on. */
export function sayField(field: string, message: string): string | null {
  const name = NAMES[field] ?? NAMES[field.split('.')[0] ?? ''];
  if (!name) return null;
  return /[\u4e00-\u9fff]/.test(message) ? `${name}：${message}` : `${name}填得不对，请改一改再提交`;
}
