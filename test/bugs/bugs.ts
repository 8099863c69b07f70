/**
 * Bugs that somebody might write, each as one change of the source. The full run (`npm run bugs`) puts every one of them
 * into a copy of the tree and asks the named tests, which must fail; a test that nobody has seen red proves nothing.
 */

export interface Bug {
  readonly name: string;
  readonly file: string;
  /** Occurs exactly once in the file. */
  readonly find: string;
  readonly replace: string;
  /** Paths of tests as jest takes them. */
  readonly tests: readonly string[];
}

const LIVES = 'test/lives/lives';
const CHAOS = 'test/chaos/timers';

export const BUGS: readonly Bug[] = [
  {
    name: 'no compare-and-set: the last one to save wins',
    file: 'cloudfunctions/runtime/cases.ts',
    find: '.where({ _id: before._id, rev: before.rev })',
    replace: '.where({ _id: before._id })',
    tests: [LIVES],
  },
  {
    name: 'the wrong calendar: Saturday counts',
    file: 'domain/time/calendar.ts',
    find: 'return weeks * 5 + Math.min(day + 3 - weeks * 7, 5);',
    replace: 'return weeks * 6 + Math.min(day + 3 - weeks * 7, 6);',
    tests: ['domain/time/limit'],
  },
  {
    name: 'make-up days are forgotten: a worked weekend is off',
    file: 'domain/time/calendar.ts',
    find: 'return table.exceptions.get(day) ?? (isWeekday(day) ? table.ordinary : []);',
    replace: 'return isWeekday(day) ? (table.exceptions.get(day) ?? table.ordinary) : [];',
    tests: ['domain/time/published'],
  },
  {
    name: 'an input may be as deep as it likes',
    file: 'cloudfunctions/runtime/envelope.ts',
    find: "      if (depth >= DEPTH_MAX) throw unfit('input');\n",
    replace: '',
    tests: ['test/security/envelope'],
  },
  {
    name: 'a body is read whatever its size',
    file: 'cloudfunctions/runtime/envelope.ts',
    find: ' || body.length > BODY_MAX * (encoded ? 4 / 3 : 1)',
    replace: '',
    tests: ['test/security/envelope'],
  },
  {
    name: 'half a character is kept, and read back as another',
    file: 'cloudfunctions/runtime/envelope.ts',
    find: 'measure(input) ? wellFormed(input) : input',
    replace: 'measure(input) ? input : input',
    tests: ['test/security/envelope'],
  },
  {
    name: 'bytes that are no UTF-8 are taken for others',
    file: 'cloudfunctions/runtime/envelope.ts',
    find: '{ fatal: true }',
    replace: '{ fatal: false }',
    tests: ['test/security/envelope'],
  },
  {
    name: 'what follows another report is escalated',
    file: 'domain/ticket/effects.ts',
    find: '      ...OUT_OF_CLOCKS,\n',
    replace: '',
    tests: ['test/api/followers'],
  },
  {
    name: 'one consents to one’s own request',
    file: 'domain/ticket/flow.ts',
    find: "return pending.by === staff?.id ? 'NEEDS_ANOTHER' : null;",
    replace: 'return staff ? null : null;',
    tests: ['domain/ticket/consent'],
  },
  {
    name: 'who did the work checks it',
    file: 'domain/ticket/judge.ts',
    find: '  check: either,\n',
    replace: '',
    tests: ['domain/ticket/verdict'],
  },
  {
    name: 'who filed it for somebody else rates it',
    file: 'domain/ticket/flow.ts',
    find: "rate: ({ beneficiary }) => (beneficiary ? 'PROXY_NEVER_RATES' : null),",
    replace: 'rate: () => null,',
    tests: ['domain/ticket/proxy'],
  },
  {
    name: 'danger is held',
    file: 'domain/ticket/flow.ts',
    find: "ticket.urgency === 'L1' || ticket.urgency === 'L2' ? 'TOO_URGENT_TO_HOLD' : alone(ticket, actor, now),",
    replace: 'alone(ticket, actor, now),',
    tests: ['domain/ticket/consent'],
  },
  {
    name: 'a ticket is opened to everybody',
    file: 'cloudfunctions/runtime/tickets.ts',
    find: '  if (!ticket || !visibleTo(ticket, actor)) throw',
    replace: '  if (!ticket) throw',
    tests: ['test/bugs/seen'],
  },
  {
    name: 'a lost owner filter: “mine” is everybody’s',
    file: 'cloudfunctions/api/ticket/list.ts',
    find: "is: { 'reporter.id': actor.id }, sort: 'openedAt', direction: 'desc' };",
    replace: "is: {}, sort: 'openedAt', direction: 'desc' };",
    tests: ['test/bugs/seen'],
  },
  {
    name: 'a code on the wall needs no signature',
    file: 'cloudfunctions/runtime/scene.ts',
    find: 'if (!keys().some((key) => timingSafeEqual(given, Buffer.from(sign(place, key)))))',
    replace: 'if (!keys().some((key) => given.length === sign(place, key).length))',
    tests: ['cloudfunctions/runtime/scene'],
  },
  {
    name: 'a phone number is not masked',
    file: 'cloudfunctions/api/ticket/view.ts',
    find: "phone: ticket.sealed ? '' : maskPhone(person.phone),",
    replace: "phone: ticket.sealed ? '' : person.phone,",
    tests: [LIVES],
  },
  {
    name: 'a second slip on the same rung',
    file: 'domain/ticket/effects.ts',
    find: '...withClocks(toldLeading(ticket, rung.mark, now), { calendar, now }, ticket.urgency),',
    replace: '...withClocks(ticket.clocks, { calendar, now }, ticket.urgency),',
    tests: [CHAOS],
  },
  {
    name: 'the key of a submit is not looked at',
    file: 'cloudfunctions/api/ticket/move.ts',
    find: 'if (!first || !(now <= first.at + DAY || visibleTo(ticket, actor))) return false;',
    replace: 'if (!first || first.at <= now) return false;',
    tests: [LIVES],
  },
  {
    name: 'identity from the payload',
    file: 'cloudfunctions/runtime/serve.ts',
    find: '    const openid = callerOf(context);\n    by =',
    replace:
      '    const openid =\n      (event as { userInfo?: { openId?: string } }).userInfo?.openId ?? callerOf(context);\n    by =',
    tests: ['test/bugs/seen'],
  },
  {
    name: 'notices are ticked off before they are told',
    file: 'cloudfunctions/jobs/sweeper.ts',
    find: '    await deliver(current);\n    await cases.save(current, flow.delivered(current));',
    replace: '    await cases.save(current, flow.delivered(current));\n    await deliver(current);',
    tests: ['test/lives/faults'],
  },
  {
    name: 'a filing that was stored is refused when it comes again',
    file: 'cloudfunctions/runtime/cases.ts',
    find: '      if (!isDuplicate(error)) throw error;\n      const first',
    replace: '      if (isDuplicate(error)) throw error;\n      const first',
    tests: [LIVES],
  },
  {
    name: 'a question that nobody answers stops the clock for ever',
    file: 'domain/ticket/effects.ts',
    find: 'lapsesAt: command.now + QUESTION_LAPSES,',
    replace: 'lapsesAt: null,',
    tests: [LIVES],
  },
  {
    name: 'whom a report is about sees it',
    file: 'domain/ticket/flow.ts',
    find: 'if (!staff || isShielded(ticket, staff)) return roles;',
    replace: 'if (!staff) return roles;',
    tests: ['domain/ticket/shield'],
  },
  {
    name: 'a closed matter is reopened after years',
    file: 'domain/ticket/flow.ts',
    find: "id === reporter.id && isOver(closedAt, now) ? 'TOO_LATE_TO_REOPEN' : null,",
    replace: 'id === reporter.id && isOver(closedAt, closedAt ?? now) ? null : null,',
    tests: ['domain/ticket/flow'],
  },
  {
    name: 'a pick-up code follows from the number on the list',
    file: 'cloudfunctions/api/points/returns.ts',
    find: 'code: pickupCode(), item',
    replace:
      "code: String(Number.parseInt(digest('return', _id).slice(0, 8), 16) % 10_000).padStart(4, '0'), item",
    tests: ['test/security/secrets'],
  },
  {
    name: 'a code may be guessed until it fits',
    file: 'domain/points/returns.ts',
    find: 'missed.length >= PICKUP_TRIES;',
    replace: 'missed.length >= PICKUP_TRIES * 1000;',
    tests: ['domain/points/returns'],
  },
  {
    name: 'guesses at the same time have more tries than one after the other',
    file: 'cloudfunctions/runtime/returns.ts',
    find: "current?.state === 'booked' && !isLocked(current);",
    replace: "current?.state === 'booked';",
    tests: ['test/api/standing'],
  },
  {
    name: 'who gave a wrong code takes the second look, too',
    file: 'domain/points/returns.ts',
    find: 'if (!staff || missed.includes(staff.id)) return false;',
    replace: 'if (!staff || missed.length === 0) return false;',
    tests: ['domain/points/returns'],
  },
  {
    name: 'which results are checked follows from what a worker sees',
    file: 'cloudfunctions/api/ticket/file.ts',
    find: 'sampled: isSampled(drawLot(), home.checkShare),',
    replace: 'sampled: isSampled(Number.parseInt(id.slice(-6), 16) / 0x1000000, home.checkShare),',
    tests: ['test/security/secrets'],
  },
  {
    name: 'a photo of one case serves another',
    file: 'cloudfunctions/runtime/files.ts',
    find: '? same(sign(purposeOf(of, full !== undefined), person, month, name), signature)',
    replace: '? [FILING, full].length > 0',
    tests: ['test/security/photos'],
  },
  {
    name: 'what a photo tells of the place goes along',
    file: 'cloudfunctions/runtime/jpeg.ts',
    find: 'if (isKept(marker, segment)) kept.push(segment);',
    replace: 'if (isKept(marker, segment) || marker) kept.push(segment);',
    tests: ['test/security/photos'],
  },
  {
    name: 'each entry is marked by itself, so that one may be taken out',
    file: 'cloudfunctions/runtime/audit.ts',
    find: 'return keyed(last, String(at), move, by.role, to, personalOf(entry));',
    replace: "return keyed(last && '', String(at), move, by.role, to, personalOf(entry));",
    tests: ['test/security/audit'],
  },
  {
    name: 'cases that cannot be brought to rest hide those behind them',
    file: 'cloudfunctions/jobs/index.ts',
    find: 'kind.due(now, BATCH, stuck.get(kind) ?? 0)',
    replace: 'kind.due(now, BATCH, 0 * (stuck.get(kind) ?? 0))',
    tests: ['test/api/stuck'],
  },
  {
    name: 'a list shows what is about its reader',
    file: 'cloudfunctions/runtime/tickets.ts',
    find: '{ ...listing, keep: (ticket) => visibleTo(ticket, actor) }',
    replace: '{ ...listing }',
    tests: ['test/security/shield-scan'],
  },
  {
    name: 'a count counts what is about its reader',
    file: 'cloudfunctions/runtime/tickets.ts',
    find: 'closedAt: null, ...hiddenFrom(reader) }',
    replace: 'closedAt: null }',
    tests: ['cloudfunctions/runtime/tickets'],
  },
  {
    name: 'a table is tried on what is about whoever tries it',
    file: 'cloudfunctions/runtime/tickets.ts',
    find: '.where({ area, ...hiddenFrom(reader) })',
    replace: '.where({ area })',
    tests: ['test/security/shield-scan'],
  },
  {
    name: 'a page is shorter for what it leaves out',
    file: 'cloudfunctions/runtime/cases.ts',
    find: 'if (rows.length < PAGE) return { rows: kept, next: null };',
    replace:
      'return { rows: kept, next: rows.length < PAGE ? null : cursorAt(rows, PAGE - 1, listing.sort, after) };',
    tests: ['cloudfunctions/runtime/tickets'],
  },
  {
    name: 'whom it is about hears of it as the lead of another unit',
    file: 'domain/ticket/shield.ts',
    find: 'Boolean(id) && !isAbout(complaint, String(id))',
    replace: 'Boolean(id)',
    tests: ['domain/ticket/shield'],
  },
  {
    name: 'who joins the unit that it is about gets it',
    file: 'domain/ticket/shield.ts',
    find: '  return !isAbout(complaint, person.id) && unit.id',
    replace: '  return unit.id',
    tests: ['domain/ticket/shield'],
  },
  {
    name: 'a sealed report tells in its own words whose it is',
    file: 'domain/ticket/shield.ts',
    find: '  if (!sealed) return text;',
    replace: '  if (sealed || !sealed) return text;',
    tests: ['domain/ticket/shield', 'test/security/shield-scan'],
  },
  {
    name: 'a sealed report becomes a wish for everybody to read',
    file: 'domain/ticket/flow.ts',
    find: "    if (sealed) return 'SEALED_STAYS';\n",
    replace: '',
    tests: ['domain/ticket/shield'],
  },
  {
    name: 'who filed it for somebody else confirms it by phone',
    file: 'domain/ticket/judge.ts',
    find: '  call: either,',
    replace: '  call: workedOn,',
    tests: ['domain/ticket/judge'],
  },
  {
    name: 'who helped checks the whole',
    file: 'domain/ticket/judge.ts',
    find: '    ...(joint?.measures ?? []).map(({ person }) => person),\n',
    replace: '',
    tests: ['domain/ticket/judge'],
  },
  {
    name: 'a second phone makes a second body',
    file: 'domain/ticket/judge.ts',
    find: ' || (staff !== null && reporter.staff === staff.id)',
    replace: '',
    tests: ['domain/ticket/judge'],
  },
  {
    name: 'a path through an array of plain values finds null there',
    file: 'emulator/mongo/match.ts',
    find: 'if (index !== place) return false;',
    replace: 'if (index !== place) return !isPlain(item) && test(undefined);',
    tests: ['test/ports/meaning'],
  },
  {
    name: 'objects are equal in whatever order their fields stand',
    file: 'emulator/mongo/order.ts',
    find: 'return compareObjects(Object.entries(a as object), Object.entries(b as object));',
    replace: 'return compareObjects(Object.entries(a as object).sort(), Object.entries(b as object).sort());',
    tests: ['test/ports/meaning'],
  },
  {
    name: 'half an emoji is stored as it came',
    file: 'emulator/mongo/ejson.ts',
    find: "if (typeof value === 'string') return wellFormed(value);",
    replace: "if (typeof value === 'string') return value;",
    tests: ['test/ports/meaning'],
  },
  {
    name: 'a page of another port of this machine may call the emulator',
    file: 'emulator/server.ts',
    find: 'if (headers.origin !== undefined) return own.includes(headers.origin) ? undefined : FOREIGN;',
    replace:
      'if (headers.origin !== undefined) return own.some((each) => headers.origin?.startsWith(each.slice(0, 16))) ? undefined : FOREIGN;',
    tests: ['emulator/gateway/doors'],
  },
  {
    name: 'a symbolic link in the bucket leads out of it',
    file: 'emulator/files/files.ts',
    find: 'if (isLink(place)) return false;',
    replace: 'if (isLink(place)) continue;',
    tests: ['emulator/gateway/doors'],
  },
];
