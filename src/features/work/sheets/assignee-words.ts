/** Words of choosing among people. */
export const ASSIGNEES = {
  search: '按姓名、单位找',
  load: (count: number) => (count === 0 ? '手上没有事' : `手上 ${count} 件`),
  returned: '刚退回过',
  nobody: '现在没有当班的人可派',
  notFound: '没有这样的人，换个词试试',
  others: (count: number) => `再看 ${count} 位`,
  another: '换一位',
} as const;
