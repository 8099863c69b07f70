import { CERTIFICATE } from '@/src/features/activity';
import { CertificatePaper } from '@/src/features/activity/certificate';
import { qrPicture } from '@/src/features/codes/qr';
import { call, useLoaded, useRouteParams } from '@/src/platform';
import { CAN_PRINT, printPage } from '@/src/platform/paper';
import { ActionBar, Banner, Button, Page, Text, WhenReady } from '@/src/ui';
import { NotPrinted } from '@/src/ui/not-printed';
import { VOLUNTEER } from '../paths';

/** A certificate: on a screen to read, on paper a sheet of A4. */
export default function CertificatePage() {
  const { no = '' } = useRouteParams();
  const { screen } = useLoaded(() => call('certificate.read', { no }), [no]);
  const printable = CAN_PRINT && screen.state === 'ready' && !screen.data.stale;
  return (
    <Page
      back={CERTIFICATE.back}
      backTo={VOLUNTEER.record}
      bar={
        printable && (
          <ActionBar>
            <Button onPress={printPage}>{CERTIFICATE.print}</Button>
          </ActionBar>
        )
      }
    >
      <WhenReady screen={screen}>
        {(certificate) => (
          <>
            {certificate.stale && (
              <Banner tone="late" icon="alert">
                {CERTIFICATE.stale}
              </Banner>
            )}
            <CertificatePaper certificate={certificate} verifyAt={VOLUNTEER.verify} picture={qrPicture} />
            <NotPrinted>
              <Text kind="note">{CAN_PRINT ? CERTIFICATE.printHint : CERTIFICATE.onPhone}</Text>
            </NotPrinted>
          </>
        )}
      </WhenReady>
    </Page>
  );
}
