/** The certificate on paper, and how anybody verifies it. Apart from the index: it carries the picture of a code. */
import { useMemo } from 'react';
import type { CertificateView } from '@/contract/activity';
import { webAddress } from '@/src/platform/paper';
import { CertificateSheet } from '@/src/ui/certificate-sheet';
import { CERTIFICATE } from './words';

export interface CertificatePaperProps {
  certificate: CertificateView;
  /** The page on which it is verified, and how a picture of a code is made. */
  verifyAt: string;
  picture: (text: string) => string;
}

export function CertificatePaper({ certificate, verifyAt, picture }: CertificatePaperProps) {
  const { no, code, name, volunteerNo, period, lines, hours, issuer, inCharge, handler, contact, when } =
    certificate;
  const address = webAddress(verifyAt, { no, code });
  const drawn = useMemo(() => (address ? picture(address) : null), [address, picture]);
  const { columns } = CERTIFICATE;
  return (
    <CertificateSheet
      title={CERTIFICATE.title}
      no={`${CERTIFICATE.no} ${no}`}
      says={CERTIFICATE.says(name, volunteerNo, period, lines.length, hours)}
      columns={[columns.date, columns.title, columns.object, columns.place, columns.hours]}
      rows={lines.map((line) => [line.date, line.title, line.object, line.place, line.hours])}
      foot={[
        { label: CERTIFICATE.issuer, words: issuer },
        { label: CERTIFICATE.inCharge, words: inCharge },
        { label: CERTIFICATE.handler, words: handler },
        { label: CERTIFICATE.contact, words: contact },
        { label: CERTIFICATE.when, words: when },
      ]}
      picture={drawn}
      label={CERTIFICATE.spoken}
      verify={[`${CERTIFICATE.code} ${code}`, CERTIFICATE.verify]}
      seal={CERTIFICATE.seal}
      rule={CERTIFICATE.rule}
    />
  );
}
