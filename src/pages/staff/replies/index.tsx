import { useState } from 'react';
import { REPLY_USES, type Reply, type ReplyUse } from '@/domain/reply/reply';
import { STAFF, StaffPage } from '@/src/features/desk';
import { AddSheet } from '@/src/features/templates/add-sheet';
import { useEditor } from '@/src/features/templates/use-editor';
import { REPLIES, USE_WORDS } from '@/src/features/templates/words';
import { ask } from '@/src/platform';
import { ActionBar, Button, Card, Choice, ListRow, Section, Text, WhenReady } from '@/src/ui';

/** Sentences that are often written: the township's own and everybody's, by the move they are written with. */
export default function RepliesPage() {
  const editor = useEditor();
  const [use, choose] = useState<ReplyUse>('contact');
  const [adding, add] = useState(false);
  const view = editor.screen.state === 'ready' ? editor.screen.data : null;
  const remove = async ({ id, text }: Reply) => {
    if (await ask(REPLIES.delete, text, REPLIES.yes)) await editor.remove(id);
  };
  return (
    <StaffPage
      here={STAFF.replies}
      back={{ words: REPLIES.back, to: STAFF.me }}
      title={() => REPLIES.title}
      bar={
        view?.mayChange && (
          <ActionBar>
            <Button onPress={() => add(true)}>{REPLIES.add}</Button>
          </ActionBar>
        )
      }
    >
      {() => (
        <WhenReady screen={editor.screen}>
          {({ own, common, mayChange, day }) => (
            <>
              <Section title={REPLIES.which}>
                <Card>
                  <Choice
                    options={REPLY_USES.map((value) => ({ value, label: USE_WORDS[value] }))}
                    chosen={[use]}
                    onChange={([value = use]) => choose(value)}
                  />
                </Card>
              </Section>
              <Sentences
                title={REPLIES.own}
                empty={REPLIES.noOwn}
                list={own.filter((reply) => reply.use === use)}
                onPress={mayChange ? (reply) => void remove(reply) : undefined}
              />
              <Sentences title={REPLIES.common} list={common.filter((reply) => reply.use === use)} />
              {adding && (
                <AddSheet
                  use={use}
                  day={day}
                  busy={editor.doing}
                  onClose={() => add(false)}
                  onSave={(text) => void editor.add(use, text).then((done) => done && add(false))}
                />
              )}
            </>
          )}
        </WhenReady>
      )}
    </StaffPage>
  );
}

interface SentencesProps {
  title: string;
  empty?: string;
  list: readonly Reply[];
  onPress?: (reply: Reply) => void;
}

function Sentences({ title, empty, list, onPress }: SentencesProps) {
  if (list.length === 0 && !empty) return null;
  return (
    <Section title={title}>
      <Card flush={list.length > 0}>
        {list.length === 0 && <Text tone="soft">{empty}</Text>}
        {list.map((reply) => (
          <ListRow key={reply.id} title={reply.text} onPress={onPress && (() => onPress(reply))} />
        ))}
      </Card>
    </Section>
  );
}
