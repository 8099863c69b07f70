/** The form of one service: kept as a draft, sent once, sent again under the same key when no answer came. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Input, Me, PlaceView } from '@/contract';
import { PHOTOS_MAX } from '@/contract/limits';
import type { Question, Service } from '@/domain/catalogue/catalogue';
import {
  ask,
  call,
  handDraft,
  keep,
  Refused,
  recall,
  type SentPhoto,
  say,
  sentenceOf,
  Unreachable,
  useBackOnline,
  useDraft,
  usePhotos,
} from '@/src/platform';
import { lack } from './lack';
import { FILING } from './words';

interface Contact {
  readonly name: string;
  readonly phone: string;
}

interface Body {
  answers: Readonly<Record<string, string>>;
  text: string;
  /** Null while nobody has corrected what the place, the phone or the profile say. */
  address: string | null;
  name: string | null;
  phone: string | null;
  photos: readonly SentPhoto[];
  /** It was sent and no answer came: sending again is the same submit. */
  unsent: boolean;
}

/** What refused fields are called inside the form. */
type Problems = Readonly<Partial<Record<string, string>>>;

export interface FilingProps {
  service: Service;
  place: PlaceView | null;
  /** Null while unknown, or for somebody without a profile. */
  me: Me | null;
  /** Words that were typed before the form was opened, as in a search. */
  typed?: string;
  /** Where to go once it has arrived. */
  onFiled: (id: string) => void;
}

const CONTACT = 'contact';

export function useFiling({ service, place, me, typed = '', onFiled }: FilingProps) {
  const [blank] = useState<Body>({
    answers: {},
    text: typed,
    address: null,
    name: null,
    phone: null,
    photos: [],
    unsent: false,
  });
  const draft = useDraft<Body>(`file.${service.id}`, blank);
  const photos = usePhotos(draft.body.photos, PHOTOS_MAX);
  const [remembered] = useState(() => recall<Contact>(CONTACT));
  const [problems, setProblems] = useState<Problems>({});
  const [sending, setSending] = useState(false);
  const [arrivedBefore, setArrivedBefore] = useState(false);
  const { body, change, save } = draft;

  const address = body.address ?? place?.name ?? '';
  const name = body.name ?? remembered?.name ?? me?.name ?? '';
  const phone = body.phone ?? remembered?.phone ?? me?.phone ?? '';

  const arrived = photos.fileIds.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: only an arrival or a removal is worth keeping
  useEffect(() => {
    if (arrived === body.photos.map((photo) => photo.fileId).join()) return;
    change({ photos: photos.sent });
    save();
  }, [arrived]);

  const set = useCallback(
    (field: string, patch: Partial<Body>) => {
      change(patch);
      setProblems((all) => (all[field] ? { ...all, [field]: undefined } : all));
    },
    [change],
  );
  /** Chips are answers at once; a second tap on an optional one takes it back. */
  const answer = (question: Question, said: string, atOnce: boolean) => {
    const again = atOnce && body.answers[question.id] === said && !question.required;
    set(`answers.${question.id}`, { answers: { ...body.answers, [question.id]: again ? '' : said } });
    if (atOnce) save();
  };

  const stopped = service.questions.find((question) =>
    question.stops?.includes(body.answers[question.id] ?? ''),
  );

  const answers = () =>
    service.questions.flatMap(({ id }) => {
      const said = body.answers[id]?.trim();
      return said ? [{ id, answer: said }] : [];
    });

  const running = useRef(false);
  const send = async () => {
    if (running.current || !place) return;
    running.current = true;
    setSending(true);
    const input: Input<'ticket.file'> = {
      key: draft.key,
      service: service.id,
      scene: place.scene,
      address: address.trim(),
      text: body.text,
      answers: answers(),
      photos: photos.fileIds,
      contact: { name: name.trim(), phone: phone.trim() },
    };
    try {
      const ticket = await call('ticket.file', input);
      keep(CONTACT, input.contact);
      draft.clear();
      photos.clear();
      onFiled(ticket.id);
    } catch (error) {
      if (error instanceof Unreachable) {
        change({ unsent: true });
        say(FILING.unsentShort);
      } else if (error instanceof Refused && error.code === 'KEY_REUSED') setArrivedBefore(true);
      else {
        const field = error instanceof Refused ? error.details.field : undefined;
        if (typeof field === 'string') setProblems({ [field]: sentenceOf(error) });
        say(sentenceOf(error));
      }
      save();
    } finally {
      running.current = false;
      setSending(false);
    }
  };

  const submit = async () => {
    const here = photos.photos.flatMap(({ id, state }) => (state === 'failed' ? [] : [id]));
    const missing = lack(service, {
      place,
      text: body.text.trim(),
      answers: answers(),
      photos: here,
      phone: phone.trim(),
      address: address.trim(),
    });
    setProblems(missing ? { [missing.field]: missing.words } : {});
    if (missing) return say(missing.words);
    const { title, words, yes } = FILING.photosLeft;
    if (photos.unfinished && !(await ask(title, words, yes))) return;
    await send();
  };
  useBackOnline(() => {
    if (draft.body.unsent) void submit();
  });

  return {
    service,
    place,
    photos,
    answers: body.answers,
    text: body.text,
    address,
    name,
    phone,
    problems,
    sending,
    /** The question whose answer stops the form, or undefined. */
    stopped,
    /** Sent without an answer: kept, and sent again when the network is back. */
    unsent: body.unsent && !arrivedBefore,
    /** The send before this one had arrived, and something was changed since. */
    arrivedBefore,
    found: draft.found && !body.unsent,
    answer,
    write: (text: string) => set('text', { text }),
    setAddress: (next: string) => set('address', { address: next }),
    setName: (next: string) => set('contact.name', { name: next }),
    setPhone: (next: string) => set('contact.phone', { phone: next }),
    save,
    submit: () => void submit(),
    /**
     * It was about another service after all: its form will open with these words, photos and
     * corrections, and this one is blank. False: a request of that service still waits to be sent, nothing changed.
     */
    handTo: (other: string): boolean => {
      const { text, address, name, phone, photos: sent } = draft.body;
      const moved = { text, address, name, phone, photos: sent };
      if (!handDraft<Body>(`file.${other}`, moved, (there) => there.unsent === true)) return false;
      draft.clear();
      photos.clear();
      return true;
    },
    /** Throws the draft away; the next submit is another one. */
    startOver: () => {
      draft.clear();
      photos.clear();
      setProblems({});
      setArrivedBefore(false);
    },
  };
}

export type Filing = ReturnType<typeof useFiling>;
