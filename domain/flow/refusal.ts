/**
 * An expected "no": a code for programs and one kind Chinese sentence that says what to do next.
 * Anything that is thrown and is not a Refusal is a bug.
 */
export const REFUSALS = {
  // anybody
  WHO_ARE_YOU: '还不知道您是谁，请在微信里重新打开一码办',
  BAD_INPUT: '有一处填写不对，请改一改再提交',
  UNKNOWN_ACTION: '这个版本太旧了，请关闭后重新打开一码办',
  NOT_FOUND: '没有找到这件事，可能已被移走，或不归您查看',
  BUSY: '办理的人太多，请稍等几秒再试一次',
  SOMETHING_WRONG: '系统出了点问题，您填写的内容还在，请稍后再试',
  // cases
  MOVED_ON: '这件事刚刚有了新进展，请看一眼最新情况再操作',
  NOT_ALLOWED: '这一步不由您来办，如需帮助请打电话给负责人',
  KEY_REUSED: '这次提交和上一次的内容不同，请返回重新提交',
  // tickets
  RESULT_REQUIRED: '请写明办理结果，居民会看到这段话',
  REASON_REQUIRED: '请写明原因，对方会看到这段话',
  QUESTION_REQUIRED: '请写明要请居民补充什么',
  ANSWER_REQUIRED: '请写下您的回答',
  NOTE_REQUIRED: '请写下要补充的内容',
  CONTACT_REQUIRED: '请选择联系居民的结果',
  PHOTO_REQUIRED: '这类事项办结要附照片，请拍一张再提交',
  LEVEL_REQUIRED: '请选一个评价，不评也可以直接返回',
  RATING_REASON_REQUIRED: '哪里没办好？请选一个原因，我们好返工',
  ASSIGNEE_REQUIRED: '请选择派给谁',
  ASSIGNEE_UNKNOWN: '选的人现在不能接单，请换一位',
  ASKED_ENOUGH: '已经请居民补充过两次了，请直接电话联系',
  RETURNED_BEFORE: '本单位已退回过一次，不能再退，请联系调度员',
  TOO_LATE_TO_REOPEN: '办结已超过 15 天，请重新提交一件，我们会关联起来',
  DECLINE_REQUIRED: '请选不受理的原因，居民会看到去哪里办',
  HOLD_REQUIRED: '请选暂缓的原因，并写明哪天恢复，最长 30 天',
  DAYS_REQUIRED: '请写明要延长几个工作日，最多 10 个',
  URGENCY_REQUIRED: '请选新的轻重',
  CALL_REQUIRED: '请选回访的结果',
  PARENT_UNFIT: '这两件不是同一类事，或那一件已经并到别处，不能合并',
  NO_SLIP: '现在没有要回复或撤销的督办单',
  NOTHING_PENDING: '现在没有等人同意的申请',
  ALREADY_PENDING: '已经有一项申请在等人同意',
  NEEDS_ANOTHER: '这一步要由另一个人来确认',
  TOO_URGENT_TO_HOLD: '紧急的事不能暂缓，请马上处理或请调度员帮忙',
  EXTENDED_BEFORE: '已经延期过一次，不能再延',
  TOO_LATE_TO_EXTEND: '已经过了时限，不能再申请延期',
  RULED: '这件事已经裁定由本单位办，不能再退',
  OBJECTED_BEFORE: '已经提过一次异议，如仍不同意可以走信访渠道',
  CALL_TOO_EARLY: '居民还在手机上看，办好 24 小时后再打电话回访',
  CALLED_ENOUGH: '已经回访过三次，记为未联系上',
  CALL_ANOTHER_DAY: '今天已经打过两次，请改天再打',
  NOTHING_DUE: '现在还没有到时间的事',
  TOO_LATE_TO_RETURN: '退回的时限已过，请接着办，确实不归您的请调度员改派',
  ASSIGNEE_SHIELDED: '这件事正是反映这位或这个单位的，请换一位来办',
  CHECK_REQUIRED: '请选复核的结果，不通过要写明哪里没办好',
  DATE_REQUIRED: '请选原因，并写明哪天再办，最远两年',
  PARTS_REQUIRED: '请选一起办的单位，每位选一次，不选牵头人自己',
  AGREED_REQUIRED: '请写明每项措施做什么、谁来做，日期不能晚过牵头的时限',
  MEASURE_REQUIRED: '这项措施不由您来销，或已经销过了',
  MEASURES_OPEN: '还有单位的措施没办完，请先等一等，逾期的可以由您了结',
  JOINT: '这件事几个单位正一起办，请接着办完',
  JOINT_ALREADY: '已经在一起办了，可以在会商里加措施',
  NOT_JOINT: '现在只有一个单位在办，请先发起联办',
  NO_MEASURE: '现在没有要办的措施',
  NOTHING_SEALED: '这件事没有保密信息',
  // filing
  PLACE_UNKNOWN: '没有认出这个码，请扫楼道或村部墙上的一码办',
  PLACE_RETIRED: '这个码已停用，请扫新的码，或打电话给网格员',
  SERVICE_UNKNOWN: '这项服务已下架，请返回菜单重新选',
  ANSWER_MISSING: '还有一个问题没有回答',
  ANSWER_INVALID: '有一个回答不在选项里，请重新选',
  WORDS_REQUIRED: '请写一句话，或者拍张照，我们好知道是什么事',
  BENEFICIARY_REQUIRED: '请写明是替谁报的，好去问本人',
  PHONE_REQUIRED: '这项服务要上门，请留一个电话',
  PHOTO_FOREIGN: '照片没有传好，请删掉后重新选',
  PHOTO_UNREADABLE: '这张照片打不开，请换一张；不带照片也可以提交',
  PHOTO_TOO_BIG: '这张照片太大了，请用手机直接拍一张；不带照片也可以提交',
  CALL_EMERGENCY: '这是紧急情况，请先拨打 110、119 或 120',
  // people
  PROXY_NEVER_RATES: '您是代报的，办得好不好由本人说，我们会打电话或上门去问',
  INVITE_INVALID: '邀请码不对或已用过，请向您的站长要一个新的',
  ALREADY_STAFF: '您已经绑定了工作身份',
  STAFF_ONLY: '这里是工作人员使用的页面',
  // the table of responsibility
  TABLE_FAULTY: '有的地方没人负责或两条规则打架，请先改好再保存',
} as const;

export type RefusalCode = keyof typeof REFUSALS;

/** Thrown for every expected "no". `details` is for programs and names the field or state, never personal data. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(
    readonly code: RefusalCode,
    readonly details: Readonly<Record<string, string | number | boolean | null>> = {},
  ) {
    super(REFUSALS[code]);
  }
}
