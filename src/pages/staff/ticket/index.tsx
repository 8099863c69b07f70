import { useState } from 'react';
import type { TicketView } from '@/contract';
import type { ThreadKind } from '@/domain/flow/thread';
import type { TicketMove } from '@/domain/ticket/lifecycle';
import { STAFF } from '@/src/features/desk';
import {
  TicketAsked,
  TicketBeneficiary,
  TicketHalt,
  TicketHandler,
  type TicketOnScreen,
  TicketSlip,
  TicketStory,
  takeUp,
  useTicket,
  WhySheet,
} from '@/src/features/ticket';
import { TicketJoint, TicketThread } from '@/src/features/ticket/apart';
import { WaitingMoves } from '@/src/features/waiting/apart';
import {
  confirmed,
  doneWords,
  hasBar,
  IN_HAND,
  MoveSheets,
  ONE_TAP,
  TicketAsides,
  TicketBar,
  TicketPending,
  TicketQuestion,
  TicketReporter,
  TicketVerdict,
} from '@/src/features/work';
import { dial, go, say, useRouteParams } from '@/src/platform';
import { AsOf, Page, WhenReady } from '@/src/ui';

/** One ticket as the people who do the work see it, with the moves that are theirs. */
export default function StaffTicketPage() {
  const { id = '' } = useRouteParams();
  const { screen, doing, seen, move, waiting, mayNow } = useTicket(id);
  const [making, make] = useState<TicketMove | null>(null);
  const send: TicketOnScreen['move'] = async (name, evidence) => {
    const done = await move(name, evidence);
    const words = doneWords(name);
    if (done === true && words) say(words);
    return done;
  };
  const pending = screen.state === 'ready' ? screen.data.pending : null;
  const start = async (name: TicketMove) => {
    if (!ONE_TAP.includes(name)) return make(name);
    if (await confirmed(name, pending?.words)) await send(name);
  };
  const allowed = screen.state === 'ready' ? movesOf(screen.data) : [];
  const whole = (ticket: TicketView) => (seen ? { ...ticket, reporter: seen } : ticket);
  return (
    <Page
      back={IN_HAND.back}
      backTo={STAFF.work}
      bar={
        hasBar(allowed) && <TicketBar allowed={allowed} doing={doing} onMove={(name) => void start(name)} />
      }
    >
      <AsOf screen={screen} />
      <WaitingMoves
        waiting={waiting}
        // one's own request is judged on the resident's page
        mayNow={mayNow.filter((name) => name !== 'rate')}
        onCorrect={(letter, to) => void takeUp(letter, to).then(() => make(to))}
      />
      <WhenReady screen={screen}>
        {(ticket) => (
          <>
            <InHand ticket={whole(ticket)} allowed={allowed} onMove={(name) => void start(name)} />
            <MoveSheets
              move={making && allowed.includes(making) ? making : null}
              ticket={whole(ticket)}
              busy={doing !== null}
              onClose={() => make(null)}
              onSend={send}
            />
          </>
        )}
      </WhenReady>
    </Page>
  );
}

/** A lead may end another's part only once it is late: the view says which are the reader's to end. */
function movesOf({ allowed, joint }: TicketView): readonly TicketMove[] {
  const mine = joint?.measures.some((measure) => measure.mine) ?? false;
  return mine ? allowed : allowed.filter((move) => move !== 'measure');
}

interface InHandProps {
  ticket: TicketView;
  allowed: readonly TicketMove[];
  onMove: (move: TicketMove) => void;
}

function InHand({ ticket, allowed, onMove }: InHandProps) {
  const [why, showWhy] = useState(false);
  return (
    <>
      <TicketPending ticket={ticket} />
      <TicketQuestion ticket={ticket} />
      <TicketSlip ticket={ticket}>
        <TicketHalt ticket={ticket} />
      </TicketSlip>
      <TicketVerdict ticket={ticket} />
      {ticket.joint && (
        <TicketJoint joint={ticket.joint} onCall={dial} leads={ticket.handler?.mine ?? false} />
      )}
      <TicketAsked ticket={ticket} />
      <TicketReporter ticket={ticket} onCall={dial} />
      <TicketBeneficiary ticket={ticket} onCall={dial} />
      <TicketAsides
        allowed={allowed}
        mine={ticket.reporter.mine}
        onMove={onMove}
        onAsResident={() => go('/pages/resident/ticket/index', { id: ticket.id })}
      />
      {!ticket.handler?.mine &&
        !ticket.declined &&
        ticket.state !== 'merged' &&
        ticket.state !== 'became' && <TicketHandler ticket={ticket} onCall={dial} />}
      {ticket.thread.length > 0 && <TicketThread ticket={ticket} onOpen={toThread} />}
      <TicketStory ticket={ticket} onWhy={() => showWhy(true)} />
      <WhySheet ticket={ticket} open={why} onClose={() => showWhy(false)} />
    </>
  );
}

const THREADS: Readonly<Partial<Record<ThreadKind, string>>> = {
  ticket: STAFF.ticket,
  wish: '/pages/volunteer/wish/index',
  activity: '/pages/volunteer/activity/index',
};

/** A visit has no page of its own. */
function toThread(kind: ThreadKind, id: string): void {
  const path = THREADS[kind];
  if (path) go(path, { id });
}
