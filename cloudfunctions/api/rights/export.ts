/** Everything that is kept about a person, a page at a time, in words: for a file of their own. */
import type { ExportRow } from '@/contract/rights';
import { sayHours } from '@/domain/record/hours';
import { PARTICIPATION_STATE_WORDS } from '@/domain/record/words';
import type { ExportPart } from '@/domain/rights/holdings';
import { STATE_WORDS } from '@/domain/ticket/words';
import { dayName, timeName } from '@/domain/time/day';
import { STATE_WORDS as WISH_STATE_WORDS } from '@/domain/wish/words';
import { participations } from '../../runtime/activities';
import { certificatesOf } from '../../runtime/certificates';
import { noticesFor, wordsOf } from '../../runtime/notices';
import { accountsOf } from '../../runtime/points';
import { type Signed, signed } from '../../runtime/serve';
import { calendarFor, tickets } from '../../runtime/tickets';
import { wishes } from '../../runtime/wishes';
import { viewOf } from '../ticket/view';

export const exportRights = signed<'rights.export'>(({ part, after }, call) => PAGES[part](call, after));

type Rows = Promise<{ rows: ExportRow[]; next: string | null }>;

const at = (ms: number): string => `${dayName(ms)} ${timeName(ms)}`;
const row = (part: ExportPart, given: Partial<ExportRow>): ExportRow => ({
  part,
  no: '',
  when: '',
  title: '',
  text: '',
  state: '',
  place: '',
  more: '',
  ...given,
});
const lines = (...all: readonly string[]): string => all.filter(Boolean).join('\n');

const PAGES: Readonly<Record<ExportPart, (call: Signed, after: string | undefined) => Rows>> = {
  async profile({ actor }) {
    const { volunteer } = actor;
    const papers = await certificatesOf(actor.id);
    return {
      rows: [
        row('profile', {
          title: actor.name,
          text: actor.phone,
          more: lines(
            actor.staff ? `工作身份：${actor.staff.posts.map(({ name }) => name).join('、')}` : '',
            volunteer ? `志愿者编号：${volunteer.no ?? ''}，登记于 ${at(volunteer.since)}` : '',
            volunteer?.guardian ? `监护人：${volunteer.guardian.name} ${volunteer.guardian.phone}` : '',
            ...papers.map(({ _id, issuedAt }) => `服务证明 ${_id}，${at(issuedAt)}`),
          ),
        }),
      ],
      next: null,
    };
  },

  async tickets({ actor, now }, after) {
    const found = await tickets.list({
      is: { 'reporter.id': actor.id },
      sort: 'openedAt',
      direction: 'desc',
      after,
    });
    const rows: ExportRow[] = [];
    for (const ticket of found.rows) {
      const view = await viewOf(ticket, { actor, now, calendar: await calendarFor(ticket) });
      rows.push(
        row('tickets', {
          no: ticket.no,
          when: at(ticket.openedAt),
          title: ticket.service.name,
          text: ticket.text,
          state: STATE_WORDS[ticket.state],
          place: `${ticket.place.name} ${ticket.address}`.trim(),
          more: lines(
            `${ticket.reporter.name} ${ticket.reporter.phone}`.trim(),
            view.beneficiary ? `替 ${view.beneficiary.name} ${view.beneficiary.phone} 报` : '',
            ...view.answers.map(({ ask, answer }) => `${ask} ${answer}`),
            ticket.photos.length > 0 ? `照片 ${ticket.photos.length} 张` : '',
            ...[...view.story]
              .reverse()
              .map(({ at: ms, title, text }) => `${at(ms)} ${title} ${text}`.trim()),
          ),
        }),
      );
    }
    return { rows, next: found.next };
  },

  async wishes({ actor }, after) {
    const found = await wishes.list({
      is: { 'poster.id': actor.id },
      sort: 'openedAt',
      direction: 'desc',
      after,
    });
    return {
      rows: found.rows.map((wish) =>
        row('wishes', {
          no: wish.no,
          when: at(wish.openedAt),
          title: wish.kind.name,
          text: wish.text,
          state: WISH_STATE_WORDS[wish.state],
          place: `${wish.place.name} ${wish.address}`.trim(),
          more: lines(`${wish.wisher.name} ${wish.wisher.phone}`.trim()),
        }),
      ),
      next: found.next,
    };
  },

  async parts({ actor }, after) {
    const found = await participations.list({
      is: { person: actor.id },
      sort: 'startsAt',
      direction: 'desc',
      after,
    });
    return {
      rows: found.rows.map((part) =>
        row('parts', {
          no: part.source.no,
          when: at(part.startsAt),
          title: part.title,
          state: PARTICIPATION_STATE_WORDS[part.state],
          place: `${part.place.words}${part.place.name}`,
          more: lines(
            part.minutes === null ? '' : sayHours(part.minutes),
            `${part.name} ${part.phone}`.trim(),
          ),
        }),
      ),
      next: found.next,
    };
  },

  async points({ actor }) {
    const accounts = await accountsOf(actor.id);
    return {
      rows: accounts.flatMap(({ entries }) =>
        entries.map((entry) =>
          row('points', { when: at(entry.at), title: entry.why, text: String(entry.points) }),
        ),
      ),
      next: null,
    };
  },

  async notices({ actor }, after) {
    // its own cursor is one number
    const { rows, next } = await noticesFor([actor.id], after?.split('.')[0]);
    return {
      rows: rows.map((notice) => row('notices', { when: at(notice.at), text: wordsOf(notice) })),
      next: next === null ? null : `${next}.0`,
    };
  },
};
