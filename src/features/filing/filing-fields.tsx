import { type ReactNode, useState } from 'react';
import { ADDRESS_MAX, NAME_MAX, PHOTOS_MAX, TEXT_MAX } from '@/contract/limits';
import { Button, Card, Field, PhotoGrid, Row, Stack, Text } from '@/src/ui';
import { PhoneButton } from '@/src/ui/phone-button';
import type { Filing } from './use-filing';
import { FILING } from './words';

/** What is going on: words and photos. Either alone is enough. `children` answer the words, right under them. */
export function FilingStory({ form, children }: { form: Filing; children?: ReactNode }) {
  const { service, photos } = form;
  return (
    <Card>
      <Field
        area
        label={FILING.text[service.kind]}
        placeholder={FILING.textHint[service.kind]}
        value={form.text}
        onInput={form.write}
        onBlur={form.wrote}
        max={TEXT_MAX}
        optional={service.kind === 'order'}
        error={form.problems.text}
      />
      <Stack gap={12}>
        {children}
        <Stack gap={8}>
          <Text strong>
            {FILING.photos}
            {FILING.photosOptional}
          </Text>
          <PhotoGrid
            photos={photos.photos}
            onAdd={photos.onAdd}
            onRemove={photos.onRemove}
            onRetry={photos.onRetry}
            max={PHOTOS_MAX}
          />
          {photos.photos.length > 0 && <Text kind="note">{FILING.photosNote}</Text>}
        </Stack>
      </Stack>
    </Card>
  );
}

/** Where it is: filled in from the scanned code, to be corrected. */
export function FilingPlace({ form }: { form: Filing }) {
  return (
    <Card>
      <Field
        label={FILING.address}
        value={form.address}
        onInput={form.setAddress}
        onBlur={form.save}
        max={ADDRESS_MAX}
        hint={FILING.addressHint}
        error={form.problems.address}
      />
    </Card>
  );
}

/** How to reach the person. Known already: one line; unknown or refused: two fields. */
export function FilingContact({ form }: { form: Filing }) {
  const { name, phone, problems, service } = form;
  const wrong = problems['contact.phone'] ?? problems['contact.name'];
  const [opened, open] = useState(() => phone === '');
  if (!opened && !wrong && phone !== '')
    return (
      <Card>
        <Row fill="first">
          <Stack gap={4}>
            <Text strong>{FILING.contact}</Text>
            <Text tabular>{FILING.contactLine(name, phone)}</Text>
          </Stack>
          <Button kind="outline" small onPress={() => open(true)}>
            {FILING.change}
          </Button>
        </Row>
      </Card>
    );
  const needed = service.phone === 'required';
  return (
    <Card>
      <Field
        label={FILING.name}
        value={name}
        onInput={form.setName}
        onBlur={form.save}
        max={NAME_MAX}
        optional
        error={problems['contact.name']}
      />
      <Field
        label={FILING.phone}
        keyboard="phone"
        value={phone}
        onInput={form.setPhone}
        onBlur={form.save}
        max={13}
        optional={!needed}
        hint={needed ? FILING.phoneNeeded : FILING.phoneOptional}
        error={problems['contact.phone']}
      />
      <PhoneButton onPhone={form.setPhone} />
    </Card>
  );
}
