import { useState } from 'react';
import { CODES, type Code, CodeList, useCodes, WallCode } from '@/src/features/codes';
import { STAFF, type StaffMe, StaffPage } from '@/src/features/desk';
import { CAN_PRINT, printPage } from '@/src/platform/paper';
import { ActionBar, Button, Card, Choice, Empty, Section, Text, WhenReady } from '@/src/ui';
import { CodeSheet, NotPrinted } from '@/src/ui/code-sheet';

/** The codes of a village: a sheet to print in a browser, a list to show in WeChat. */
export default function CodesPage() {
  const [village, choose] = useState<string | null>(null);
  const screen = useCodes(village);
  const printable = CAN_PRINT && village !== null && screen.state === 'ready' && screen.data.length > 0;
  return (
    <StaffPage
      here={STAFF.codes}
      back={{ words: CODES.back, to: STAFF.me }}
      title={() => CODES.title}
      bar={
        printable && (
          <ActionBar>
            <Button onPress={printPage}>{CODES.print}</Button>
          </ActionBar>
        )
      }
    >
      {({ villages }) => (
        <>
          <NotPrinted>
            <Villages villages={villages} chosen={village} onChoose={choose} />
          </NotPrinted>
          {village && (
            <WhenReady screen={screen}>
              {(codes) => <Codes codes={codes} village={nameOf(villages, village)} />}
            </WhenReady>
          )}
        </>
      )}
    </StaffPage>
  );
}

type VillageList = StaffMe['villages'];
const nameOf = (villages: VillageList, path: string) =>
  villages.find((village) => village.path === path)?.name ?? '';

function Villages({
  villages,
  chosen,
  onChoose,
}: {
  villages: VillageList;
  chosen: string | null;
  onChoose: (path: string) => void;
}) {
  return (
    <Card>
      <Choice
        label={CODES.choose}
        options={villages.map(({ path, name }) => ({ value: path, label: name }))}
        chosen={chosen ? [chosen] : []}
        onChange={([path]) => path && onChoose(path)}
      />
    </Card>
  );
}

function Codes({ codes, village }: { codes: readonly Code[]; village: string }) {
  if (codes.length === 0) return <Empty title={CODES.emptyTitle} line={CODES.emptyLine} />;
  return (
    <>
      <NotPrinted>
        <Section title={CODES.count(village, codes.length)}>
          <Card>
            <Text>{CAN_PRINT ? `${CODES.sheets(codes.length)}。${CODES.printHint}` : CODES.onPhone}</Text>
          </Card>
        </Section>
      </NotPrinted>
      {CAN_PRINT ? (
        <CodeSheet>
          {codes.map((code) => (
            <WallCode key={code.scene} code={code} />
          ))}
        </CodeSheet>
      ) : (
        <CodeList codes={codes} />
      )}
    </>
  );
}
