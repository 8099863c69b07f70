/** Certificates of what is certain: issued to the person at once and free, verified by anybody with number and code. */
import type { CertificateRow, CertificateView, VerifiedView } from '@/contract/activity';
import type { Actor } from '@/domain/flow/actor';
import { Refusal } from '@/domain/flow/refusal';
import { hasPart, isOwn } from '@/domain/flow/same-person';
import { type Area, areaPathOf } from '@/domain/org/org';
import { type Deed, whoMay } from '@/domain/org/policy';
import { maskName } from '@/domain/person/mask';
import { sayHours } from '@/domain/record/hours';
import { nameFor, onOneLine } from '@/domain/record/named';
import { isCertain, type Participation, totalMinutes } from '@/domain/record/participation';
import { DAY, dayName, dayStart, parseDay } from '@/domain/time/day';
import { sayDate } from '@/domain/time/words';
import { linesOf } from '../../runtime/activities';
import {
  type Certificate,
  certificateCode,
  certificateNo,
  certificatesOf,
  isCodeOf,
  keepOne,
  readCertificate,
  stillHolds,
} from '../../runtime/certificates';
import { area } from '../../runtime/directory';
import { type Handlers, signed } from '../../runtime/serve';

export const issueCertificate = signed<'certificate.issue'>(
  async ({ key, from, until }, { actor, now, sent }) => {
    const first = from ? dayStart(dayOf(from)) : 0;
    const last = until ? dayStart(dayOf(until)) + DAY : now;
    const lines = (await linesOf(actor.id)).filter(
      (part) => part.startsAt >= first && part.startsAt < last && isCertain(part, now),
    );
    const [oldest] = lines;
    if (!oldest) throw new Refusal('NOTHING_TO_CERTIFY');
    const name = nameFor(lines, actor);
    if (!name) throw new Refusal('CERTIFICATE_NAME');
    const home = await area(actor.volunteer?.area ?? areaPathOf(oldest.orgPath));
    const parts = lines.map(({ _id, minutes }) => ({ id: _id, minutes: minutes ?? 0 }));
    const says = JSON.stringify([name, actor.volunteer?.no ?? '', parts]);
    const certificate = await keepOne({
      _id: certificateNo(actor.id, says, dayName(now).slice(0, 4)),
      person: actor.id,
      name,
      volunteerNo: actor.volunteer?.no ?? '',
      area: home.path,
      minutes: totalMinutes(lines),
      parts,
      lines: lines.map(lineOf),
      from: oldest.startsAt,
      until: (lines.at(-1) ?? oldest).startsAt,
      issuer: home.name,
      ...signers(home, actor),
      issuedAt: now,
      sent,
      key,
    });
    return viewOf(certificate, false);
  },
);

export const listCertificates = signed<'certificate.list'>(async (_, { actor }) =>
  (await certificatesOf(actor.id)).map(headOf),
);

export const readOwnCertificate = signed<'certificate.read'>(async ({ no }, { actor }) => {
  const certificate = await own(no, actor);
  return viewOf(certificate, !(await stillHolds(certificate)));
});

/** Open to everybody. A wrong code and a number that does not exist get the same answer. */
export const verifyCertificate: Handlers['certificate.verify'] = async ({ no, code }) => {
  const certificate = await readCertificate(no);
  if (!certificate || !isCodeOf(certificate, code)) throw new Refusal('CERTIFICATE_UNKNOWN');
  const { name, minutes, parts, issuer } = certificate;
  const verified: VerifiedView = {
    no,
    name: maskName(name),
    hours: sayHours(minutes),
    times: parts.length,
    period: periodOf(certificate),
    issuer,
    when: sayDay(certificate.issuedAt),
    stale: !(await stillHolds(certificate)),
  };
  return verified;
};

async function own(no: string, actor: Actor): Promise<Certificate> {
  const certificate = await readCertificate(no);
  if (!certificate || !isOwn(actor, certificate.person)) throw new Refusal('NOT_FOUND');
  return certificate;
}

function headOf(certificate: Certificate): CertificateRow {
  const { _id: no, minutes, issuedAt } = certificate;
  return { no, code: certificateCode(certificate), when: sayDay(issuedAt), hours: sayHours(minutes) };
}

function viewOf(certificate: Certificate, stale: boolean): CertificateView {
  const { name, volunteerNo, lines, issuer, inCharge, handler, contact } = certificate;
  return {
    ...headOf(certificate),
    ...{ name, volunteerNo, lines, issuer, inCharge, handler, contact, stale },
    period: periodOf(certificate),
  };
}

const lineOf = ({ startsAt, title, place, object, minutes }: Participation) => ({
  date: dayName(startsAt),
  title: onOneLine(title),
  place: onOneLine(place.name),
  object: onOneLine(object),
  hours: sayHours(minutes ?? 0),
});

/** Whose names stand on it (令67): the person in charge, the one who handles it, and how to reach them. Nobody signs their own. */
function signers(home: Area, actor: Actor): Pick<Certificate, 'inCharge' | 'handler' | 'contact'> {
  // of the whole area: a village's own leader signs for no area
  const others = (deed: Deed) => whoMay(home, deed, home.path).filter((id) => !hasPart(actor, [id]));
  const first = (deed: Deed) => home.persons.find(({ id }) => id === others(deed)[0]);
  const handler = first('dispatch');
  return {
    inCharge: first('direct')?.name ?? '',
    handler: handler?.name ?? '',
    contact: handler?.phone ?? '',
  };
}

const sayDay = (at: number): string => {
  const [year, month, day] = dayName(at).split('-').map(Number);
  return `${year}年${month}月${day}日`;
};

/** `2026年10月20日至10月29日`: the year is said again only when it is another. */
const periodOf = ({ from, until }: Certificate): string =>
  dayName(from) === dayName(until) ? sayDay(from) : `${sayDay(from)}至${sayDate(until, from)}`;

function dayOf(name: string): number {
  try {
    return parseDay(name);
  } catch {
    throw new Refusal('BAD_INPUT', { field: 'from' });
  }
}
