/** Somebody's name and phone, and what becomes of them when they take back that these are kept. */
import { UNNAMED } from '@/domain/ticket/shield';
import { changeOpen } from './held';
import { type PersonRecord, writeContact } from './people';

/**
 * The profile is blank, and in all that is open nobody who was given the contact by consent reads it any more: who has or
 * will have a wish of theirs and its desk, who waits for what they have claimed, the organiser of what they signed up for.
 * A request keeps it, because the town must answer it by law, until it is corrected or forgotten. Six calls.
 */
export async function takeBackContact(person: PersonRecord): Promise<void> {
  await writeContact(person, { name: '', phone: '' });
  const posted = { 'poster.id': person._id };
  await changeOpen('wishes', posted, {
    ...{ 'poster.name': UNNAMED, 'poster.phone': '', contactGone: true },
  });
  await changeOpen(
    'wishes',
    { ...posted, 'wisher.sort': 'self' },
    { 'wisher.name': UNNAMED, 'wisher.phone': '', address: '' },
  );
  await changeOpen('wishes', { 'claimer.id': person._id }, { 'claimer.phone': '' });
  await changeOpen('participations', { person: person._id }, { phone: '' });
}
