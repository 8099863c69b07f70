import { useState } from 'react';
import type { OfficeId } from '@/domain/catalogue/catalogue';
import { STAFF, StaffPage } from '@/src/features/desk';
import { blank, type Draft, draftOf, serviceOf } from '@/src/features/shelf/draft';
import { ServiceSheet } from '@/src/features/shelf/service-sheet';
import { useShelf } from '@/src/features/shelf/use-shelf';
import { SHELF, URGENCIES } from '@/src/features/shelf/words';
import { ask } from '@/src/platform';
import { ActionBar, Button, Card, Choice, ListRow, Section, Stack, Text, WhenReady } from '@/src/ui';

/** What residents may ask for, by office; a leader changes it, and it holds from the next tap. */
export default function ShelfPage() {
  const shelf = useShelf();
  const [office, choose] = useState<OfficeId | null>(null);
  const [open, show] = useState<{ from: Draft; fresh: boolean } | null>(null);
  const view = shelf.screen.state === 'ready' ? shelf.screen.data : null;
  const close = (done: boolean) => done && show(null);
  const drop = async ({ id, name }: Draft) => {
    if (await ask(`${SHELF.drop}：${name}`, SHELF.dropAsk, SHELF.yes)) close(await shelf.drop(id));
  };
  return (
    <StaffPage
      here={STAFF.shelf}
      back={{ words: SHELF.back, to: STAFF.me }}
      title={() => SHELF.title}
      bar={
        view?.maySave && (
          <ActionBar>
            <Button onPress={() => show({ from: blank(view), fresh: true })}>{SHELF.add}</Button>
          </ActionBar>
        )
      }
    >
      {() => (
        <WhenReady screen={shelf.screen}>
          {(menu) => (
            <>
              <Card>
                <Stack gap={12}>
                  <Text tone="soft">{menu.maySave ? SHELF.line : SHELF.only}</Text>
                  <Choice
                    options={menu.offices.map(({ id, name }) => ({ value: id, label: name }))}
                    chosen={[office ?? menu.offices[0]?.id ?? 'party']}
                    onChange={([id]) => choose(id ?? null)}
                  />
                </Stack>
              </Card>
              {menu.offices
                .filter(({ id }) => id === (office ?? menu.offices[0]?.id))
                .map(({ id, name }) => (
                  <Section key={id} title={name}>
                    <Card flush>
                      {menu.services
                        .filter((service) => service.office === id)
                        .map(({ who, ...service }) => (
                          <ListRow
                            key={service.id}
                            title={service.name}
                            line={`${urgencyWords(service.urgency)} · ${SHELF.who(who)}`}
                            onPress={
                              menu.maySave ? () => show({ from: draftOf(service), fresh: false }) : undefined
                            }
                          />
                        ))}
                    </Card>
                  </Section>
                ))}
              {open && (
                <ServiceSheet
                  key={open.from.id}
                  menu={menu}
                  {...open}
                  busy={shelf.doing}
                  onClose={() => show(null)}
                  onSave={(draft) => void shelf.put(serviceOf(draft)).then(close)}
                  onDrop={() => void drop(open.from)}
                />
              )}
            </>
          )}
        </WhenReady>
      )}
    </StaffPage>
  );
}

const urgencyWords = (urgency: string): string =>
  URGENCIES.find(({ value }) => value === urgency)?.label ?? '';
