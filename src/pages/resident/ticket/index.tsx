import { useEffect, useState } from 'react';
import type { TicketView } from '@/contract';
import { RATING, RatingFields, RatingGiven, useRating } from '@/src/features/rating';
import {
  FILED,
  MyBar,
  MyOther,
  offersBar,
  sayRework,
  TicketAsked,
  TicketBeneficiary,
  TicketHalt,
  TicketHandler,
  type TicketOnScreen,
  TicketQuestion,
  TicketResult,
  TicketSlip,
  TicketStory,
  takeUp,
  useMyMoves,
  useTicket,
  WhySheet,
} from '@/src/features/ticket';
import { MySheet, readAhead, TicketJoint, TicketSealed, TicketThread } from '@/src/features/ticket/apart';
import { WaitingMoves } from '@/src/features/waiting/apart';
import { dial, go, say, toTop, usePulled, useRouteParams, useShare } from '@/src/platform';
import { ActionBar, AsOf, Banner, Button, Page, ReadAloud, WhenReady } from '@/src/ui';
import { FILE_PATH, TICKET_PATH, TICKETS_PATH, toThread } from '../paths';

/** One request as its reporter sees it: where it stands, who has it and why, what happened, what can be done now. */
export default function TicketPage() {
  const { id = '', fresh } = useRouteParams();
  const ticket = useTicket(id);
  usePulled(ticket.reload);
  useShare('我在一码办办的一件事', `${TICKET_PATH}?id=${id}`);
  if (ticket.screen.state === 'ready')
    return <Opened {...ticket} ticket={ticket.screen.data} fresh={fresh === '1'} />;
  return (
    <Page back="办件" backTo={TICKETS_PATH}>
      <WhenReady screen={ticket.screen}>{() => null}</WhenReady>
    </Page>
  );
}

/** It goes on in other hands. */
const ELSEWHERE: readonly string[] = ['merged', 'became'];

/** An earlier result is history once the work goes on. */
const DONE: readonly string[] = ['resolved', 'closed'];

interface OpenedProps extends Pick<TicketOnScreen, 'doing' | 'move' | 'screen' | 'waiting' | 'mayNow'> {
  ticket: TicketView;
  fresh: boolean;
}

function Opened({ ticket, fresh, doing, move, screen, waiting, mayNow }: OpenedProps) {
  const rating = useRating(ticket.id);
  useEffect(readAhead, []);
  const [why, setWhy] = useState(false);
  const [rated, setRated] = useState(false);
  const mayRate = ticket.allowed.includes('rate');
  const sendRating = async () => {
    if (rating.missing) return say(rating.missing);
    const { unhappy } = rating;
    const sent = await move('rate', rating.verdict);
    if (!sent) return;
    setRated(sent === true);
    rating.clear();
    toTop();
    if (sent === true && unhappy) say(RATING.reworkBegun);
  };
  const moveAndLook: TicketOnScreen['move'] = async (name, evidence) => {
    const done = await move(name, evidence);
    if (done) toTop();
    return done;
  };

  const moves = useMyMoves({ ticket, move: moveAndLook });
  // the number is offered once: in the bar while the work is under way, beside the name afterwards
  const callInBar = !mayRate && ticket.allowed.some((name) => name === 'note' || name === 'answer');
  const bar = mayRate ? (
    <ActionBar>
      <Button busy={doing === 'rate'} onPress={() => void sendRating()}>
        {rating.unhappy ? RATING.sendUnhappy : RATING.send}
      </Button>
    </ActionBar>
  ) : offersBar(ticket) ? (
    <MyBar ticket={ticket} moves={moves} />
  ) : undefined;

  return (
    <Page back="办件" backTo={TICKETS_PATH} bar={bar}>
      {fresh && ticket.story.length <= 2 && (
        <Banner tone="ok" icon="check">
          {FILED.done}
          {FILED.keep(ticket.no)}
        </Banner>
      )}
      <AsOf screen={screen} />
      <WaitingMoves
        waiting={waiting}
        mayNow={mayNow}
        onCorrect={(letter, to) =>
          to === 'rate' ? rating.retake(letter) : void takeUp(letter, to).then(() => moves.speakOf(to))
        }
      />
      <ReadAloud
        sentences={[
          ticket.title,
          ticket.say,
          ticket.promise?.words,
          ticket.question,
          ticket.result?.text,
          ticket.hold?.text,
          ticket.declined?.text,
          ticket.declined?.path,
        ]}
      />
      <TicketQuestion ticket={ticket} />
      <TicketSlip ticket={ticket} fresh={fresh} stamped={rated}>
        {DONE.includes(ticket.state) && <TicketResult ticket={ticket} />}
        <TicketHalt ticket={ticket} onObject={() => moves.speak('object')} />
      </TicketSlip>
      {mayRate && <RatingFields form={rating} rework={sayRework(ticket.cycle)} />}
      {ticket.state === 'closed' && <RatingGiven rating={ticket.rating} />}
      {!ticket.declined && !ELSEWHERE.includes(ticket.state) && (
        <TicketHandler ticket={ticket} onCall={callInBar ? undefined : dial} />
      )}
      {ticket.joint && <TicketJoint joint={ticket.joint} />}
      <TicketBeneficiary ticket={ticket} />
      {(ticket.sealed || ticket.against) && <TicketSealed ticket={ticket} />}
      {ticket.thread.length > 0 && <TicketThread ticket={ticket} onOpen={toThread} />}
      <TicketStory ticket={ticket} onWhy={() => setWhy(true)} />
      <TicketAsked ticket={ticket} />
      <MyOther
        ticket={ticket}
        moves={moves}
        onAgain={() => go(FILE_PATH, { service: ticket.subject.id, after: ticket.id })}
      />
      <WhySheet ticket={ticket} open={why} onClose={() => setWhy(false)} />
      <MySheet ticket={ticket} moves={moves} doing={doing} move={moveAndLook} />
    </Page>
  );
}
