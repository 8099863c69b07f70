/** The rules about points: read by all of an area's staff, changed by its leaders. */
import type { Input } from '@/contract';
import type { PointRulesView } from '@/contract/points';
import type { Staff } from '@/domain/flow/actor';
import { Refusal } from '@/domain/flow/refusal';
import { may } from '@/domain/org/policy';
import { DEFAULT_RULES, faultsIn, type PointRule } from '@/domain/points/rules';
import { sayWhen } from '@/domain/time/words';
import { requireMay, requireStaff } from '../../runtime/office';
import { ownRules, type StoredRules, saveRules } from '../../runtime/point-rules';
import { signed } from '../../runtime/serve';

export const readRules = signed<'points.rules'>(async (_, { actor, now }) => {
  const staff = requireStaff(actor.staff);
  return viewOf(await ownRules(staff.area), staff, now);
});

export const changeRules = signed<'points.saveRules'>(
  async ({ rev, rules, grounds, returns }, { actor, now }) => {
    const staff = requireMay(actor.staff, 'savePointRules');
    const next = { rules: rules.map(withoutBlanks), grounds, returns };
    const [fault] = faultsIn(next);
    if (fault !== undefined) {
      const refusal = new Refusal('POINT_RULES', { field: 'rules' });
      refusal.message = fault;
      throw refusal;
    }
    const by = { id: staff.id, name: actor.name };
    return viewOf(await saveRules(staff.area, next, rev, { by, at: now }), staff, now);
  },
);

function viewOf(own: StoredRules | null, staff: Staff, now: number): PointRulesView {
  const { rules, grounds, returns } = own ?? DEFAULT_RULES;
  return {
    rev: own?.rev ?? 0,
    mayChange: may(staff, 'savePointRules', staff.area),
    rules,
    grounds,
    returns,
    changed: own ? `${own.by.name} ${sayWhen(own.at, now)}改过` : '',
  };
}

/** Days that are not said are no fields. */
const withoutBlanks = ({ from, until, ...rule }: Said): PointRule => ({
  ...rule,
  ...(from !== undefined && { from }),
  ...(until !== undefined && { until }),
});

type Said = Input<'points.saveRules'>['rules'][number];
