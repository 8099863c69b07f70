/** Words of the verdict. */
export const RATING = {
  solved: '真的好了吗？',
  no: '没好',
  yes: '好了',
  level: '这次办得怎么样',
  reasons: '哪里没办好？可以多选',
  text: '想说的话',
  textHint: '经办人会看到，好知道怎么改',
  rework: (by: string) => `提交后马上返工，${by}，重新计时。`,
  reworkBegun: '已经通知返工，期限重新算起',
  voluntary: '不评也可以。七天后会记为“未评价”，不算满意。',
  send: '提交评价',
  sendUnhappy: '提交，请重新办',
  given: '您的评价',
  none: '没有评价，记为“未评价”。',
  missing: '请选一个评价，不评也可以直接返回',
  missingReason: '哪里没办好？请选一个原因，好返工',
} as const;
