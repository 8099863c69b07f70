import { useState } from 'react';
import type { ConductRow, ReturnRow } from '@/contract/points';
import type { Rows, Screen } from '@/src/platform';
import {
  ActionBar,
  Button,
  Card,
  Empty,
  Field,
  ListRow,
  Row,
  Sheet,
  Stack,
  Text,
  Toggle,
  WhenReady,
} from '@/src/ui';
import { ItemWords } from './shelf-list';
import type { ShelfActs, ShelfItemView } from './use-shelf';
import { useReturns } from './use-shelf';
import { DESK, SHELF } from './words';

/** Records that the reader's body decides or judges, or has raised. */
export function ConductList({
  screen,
  onOpen,
}: {
  screen: Screen<Rows<ConductRow>>;
  onOpen: (id: string) => void;
}) {
  return (
    <WhenReady screen={screen}>
      {({ rows }) =>
        rows.length === 0 ? (
          <Empty art="rest" title={DESK.conductEmptyTitle} line={DESK.conductEmptyLine} />
        ) : (
          <Card flush>
            {rows.map((row) => (
              <ListRow
                key={row.id}
                title={row.title}
                line={[row.stateWords, row.person, row.say].filter(Boolean).join(' · ')}
                onPress={() => onOpen(row.id)}
              />
            ))}
          </Card>
        )
      }
    </WhenReady>
  );
}

/** What waits to be handed over; the code is asked of who comes. */
export function HandOver() {
  const { screen, doing, hand, fail } = useReturns('desk');
  const [open, setOpen] = useState<{ row: ReturnRow; how: 'hand' | 'fail' } | null>(null);
  const [said, setSaid] = useState('');
  const start = (row: ReturnRow, how: 'hand' | 'fail') => {
    setSaid('');
    setOpen({ row, how });
  };
  const vouch = open?.how === 'hand' && open.row.locked;
  const handTitle = vouch ? DESK.vouchTitle : DESK.handTitle;
  const finish = async () => {
    if (!open) return;
    const done = open.how === 'hand' ? await hand(open.row, said.trim()) : await fail(open.row, said.trim());
    if (done) setOpen(null);
  };
  return (
    <>
      <WhenReady screen={screen}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Empty art="rest" title={DESK.returnsEmptyTitle} line={DESK.returnsEmptyLine} />
          ) : (
            rows.map((row) => (
              <Card key={row.id}>
                <Stack gap={12}>
                  <Row fill="apart">
                    <Text kind="head">{row.name}</Text>
                    <Text tone="soft">{row.owner}</Text>
                  </Row>
                  <Text tone="soft">{`${row.no} · ${row.when} · ${row.where}`}</Text>
                  <Row fill="even" gap={12}>
                    <Button kind="outline" small onPress={() => start(row, 'fail')}>
                      {DESK.fail}
                    </Button>
                    <Button kind="yes" small onPress={() => start(row, 'hand')}>
                      {DESK.hand}
                    </Button>
                  </Row>
                </Stack>
              </Card>
            ))
          )
        }
      </WhenReady>
      {open && (
        <Sheet
          open
          title={open.how === 'hand' ? handTitle : open.row.name}
          onClose={() => setOpen(null)}
          bar={
            <ActionBar>
              <Button busy={doing !== null} disabled={said.trim() === ''} onPress={() => void finish()}>
                {open.how === 'hand' ? DESK.hand : DESK.fail}
              </Button>
            </ActionBar>
          }
        >
          {vouch ? (
            <Field
              area
              label={DESK.vouchAsk}
              value={said}
              onInput={setSaid}
              hint={DESK.vouchHint}
              max={200}
            />
          ) : open.how === 'hand' ? (
            <Field label={DESK.handAsk} value={said} onInput={setSaid} keyboard="number" max={4} />
          ) : (
            <Field area label={DESK.failAsk} value={said} onInput={setSaid} hint={DESK.failHint} max={200} />
          )}
        </Sheet>
      )}
    </>
  );
}

/** The shelf as its keepers see it: all of it, and each thing can be changed. */
export function ShelfKeeping({ acts }: { acts: ShelfActs }) {
  const [open, setOpen] = useState<ShelfItemView | 'new' | null>(null);
  return (
    <WhenReady screen={acts.screen}>
      {({ items, keeper }) => (
        <>
          {items.length === 0 && <Empty title={DESK.shelfEmptyTitle} line={DESK.shelfEmptyLine} />}
          {items.map((item) => (
            <Card key={item.id}>
              <Stack gap={12}>
                <ItemWords item={item} />
                {keeper && (
                  <Button
                    kind="outline"
                    small
                    label={`${DESK.edit}${item.name}`}
                    onPress={() => setOpen(item)}
                  >
                    {DESK.edit}
                  </Button>
                )}
              </Stack>
            </Card>
          ))}
          {keeper && (
            <Button kind="outline" icon="plus" onPress={() => setOpen('new')}>
              {DESK.add}
            </Button>
          )}
          {open && (
            <ItemSheet
              item={open === 'new' ? null : open}
              doing={acts.doing !== null}
              onSave={(item) => void acts.stock(item).then((done) => done && setOpen(null))}
              onClose={() => setOpen(null)}
            />
          )}
        </>
      )}
    </WhenReady>
  );
}

interface ItemSheetProps {
  item: ShelfItemView | null;
  doing: boolean;
  onSave: (item: Parameters<ShelfActs['stock']>[0]) => void;
  onClose: () => void;
}

function ItemSheet({ item, doing, onSave, onClose }: ItemSheetProps) {
  const [name, setName] = useState(item?.name ?? '');
  const [points, setPoints] = useState(String(item?.points ?? ''));
  const [left, setLeft] = useState(String(item?.left ?? ''));
  const [where, setWhere] = useState(item?.where ?? '');
  const [offered, setOffered] = useState(item?.offered ?? true);
  const whole = (text: string) => /^\d{1,3}$/.test(text.trim());
  const ready = name.trim() && where.trim() && whole(points) && Number(points) > 0 && whole(left);
  return (
    <Sheet
      open
      title={item ? DESK.edit : DESK.add}
      onClose={onClose}
      bar={
        <ActionBar>
          <Button
            busy={doing}
            disabled={!ready}
            onPress={() =>
              onSave({
                ...(item && { item: { id: item.id, rev: item.rev } }),
                name,
                points: Number(points),
                left: Number(left),
                where,
                offered,
              })
            }
          >
            {DESK.save}
          </Button>
        </ActionBar>
      }
    >
      <Stack gap={16}>
        <Field label={DESK.name} value={name} onInput={setName} placeholder={DESK.nameHint} max={20} />
        <Field label={DESK.price} value={points} onInput={setPoints} keyboard="number" max={3} />
        <Field label={DESK.left} value={left} onInput={setLeft} keyboard="number" max={3} />
        <Field label={DESK.where} value={where} onInput={setWhere} placeholder={DESK.whereHint} max={40} />
        <Toggle label={DESK.offered} line={DESK.offeredLine} on={offered} onChange={setOffered} />
        {item && <Text kind="note">{SHELF.left(item.left)}</Text>}
      </Stack>
    </Sheet>
  );
}
