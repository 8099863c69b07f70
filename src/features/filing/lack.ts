import type { PlaceView } from '@/contract';
import type { Service } from '@/domain/catalogue/catalogue';
import { FILING } from './words';

/** What is still missing, in the order of the form: field → one Chinese sentence. */
export function lack({
  service,
  place,
  body,
  address,
  phone,
  shown,
}: {
  service: Service;
  place: PlaceView | null;
  body: { readonly answers: Readonly<Record<string, string>>; readonly text: string };
  address: string;
  phone: string;
  /** Photos in the form, arrived or not. */
  shown: number;
}): Record<string, string> {
  const found: Record<string, string> = {};
  const said = (id: string) => Boolean(body.answers[id]?.trim());
  for (const { id, ask: question, required } of service.questions)
    if (required && !said(id)) found[`answers.${id}`] = FILING.missing.answer(question);
  const silent = !body.text.trim() && shown === 0 && !service.questions.some(({ id }) => said(id));
  if (silent && service.kind !== 'order') found.text = FILING.missing.words;
  if (!place) found.scene = FILING.missing.place;
  else if (!address.trim()) found.address = FILING.missing.address;
  if (service.phone === 'required' && !phone.trim()) found['contact.phone'] = FILING.missing.phone;
  return found;
}
