/** Earlier rulings of the area, and the lines that the table of responsibility should learn from them. */
import { isWithin, placeWords } from '@/domain/org/org';
import { suggestionsFrom } from '@/domain/ticket/precedents';
import { sayWhen } from '@/domain/time/words';
import { area } from '../../runtime/directory';
import { requireParts } from '../../runtime/office';
import { signed } from '../../runtime/serve';
import { ruledIn } from '../../runtime/tickets';

/** So many of the latest rulings are looked at. */
const LOOKED_AT = 200;

export const readPrecedents = signed<'desk.precedents'>(async ({ service }, { actor, now }) => {
  const { staff, parts } = requireParts(actor.staff, 'readPrecedents');
  const home = await area(staff.area);
  const ruled = (await ruledIn(staff.area, LOOKED_AT)).filter(
    (one) =>
      (service === undefined || one.service.id === service) &&
      parts.some((part) => isWithin(one.orgPath, part)),
  );
  return {
    rulings: ruled.slice(0, 20).flatMap(({ _id, no, service, place, ruling }) =>
      ruling
        ? {
            id: _id,
            no,
            service: service.name,
            place: place.name,
            who: `${ruling.unitName}（${ruling.postName}）`,
            text: ruling.text,
            when: sayWhen(ruling.at, now),
          }
        : [],
    ),
    suggestions: suggestionsFrom(ruled, home.responsibility).map(({ rule, cases }) => ({
      rule,
      words: `${cases[0]?.service.name ?? ''}，${placeWords(home, rule.place) || home.name}：${cases.length} 次都裁定由${cases[0]?.ruling?.unitName ?? ''}的${cases[0]?.ruling?.postName ?? ''}办`,
      count: cases.length,
    })),
  };
});
