/** The form of one service: kept as a draft, sent once, sent again under the same key when no answer came. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Input, Me, PlaceView } from '@/contract';
import { PHOTOS_MAX } from '@/contract/limits';
import type { Question, Service } from '@/domain/catalogue/catalogue';
import {
  ask,
  call,
  handDraft,
  isLocal,
  keep,
  offline,
  outbox,
  personal,
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
import type { SentVoice } from '@/src/platform/voice';
import { AGAINST_MISSING, type Against, complaintSent, isSealed } from './against';
import { type Behalf, behalfSent, lackOfBehalf } from './behalf';
import { lack } from './lack';
import { useSimilar } from './use-similar';
import { FILING, SIMILAR } from './words';

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
  /** What was said instead of typed. */
  voices: readonly SentVoice[];
  /** For whom it is, or null for the person at the phone. */
  behalf: Behalf | null;
  /** Whom it is about, for a complaint. */
  against: Against | null;
  sealed: boolean | null;
  /** It was sent and no answer came: sending again is the same submit. */
  unsent: boolean;
  /** The report that it was sent as one more voice of. */
  sameAs: string | null;
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
  /** A letter that the cloud refused, by its key: the form opens with what was written there. */
  again?: string | undefined;
  /** The report that it takes up again. */
  after?: string | undefined;
  /** Where to go once it has arrived. */
  onFiled: (id: string) => void;
  /** It waits on this phone, under this key. */
  onKept: (key: string) => void;
}

const contactSlot = (): string => personal('contact');

export function useFiling({
  service,
  place,
  me,
  typed = '',
  again: before,
  after,
  onFiled,
  onKept,
}: FilingProps) {
  const [refused] = useState(() => outbox.get().find(({ letter }) => letter.input.key === before));
  const [blank] = useState<Body>({
    answers: {},
    text: typed,
    address: null,
    name: null,
    phone: null,
    photos: [],
    voices: [],
    behalf: null,
    against: null,
    sealed: null,
    unsent: false,
    sameAs: null,
    ...(refused?.held as Partial<Body> | undefined),
  });
  const draft = useDraft<Body>(`file.${service.id}${before ? `.${before}` : ''}`, blank);
  const photos = usePhotos(draft.body.photos, PHOTOS_MAX, undefined, true);
  const [remembered] = useState(() => recall<Contact>(contactSlot()));
  const no = refused?.refused;
  const [problems, setProblems] = useState<Problems>(() => (no?.field ? { [no.field]: no.words } : {}));
  const [sending, setSending] = useState(false);
  const [arrivedBefore, setArrivedBefore] = useState(false);
  const { body, change, save } = draft;
  const [left, leave] = useState(body.text);
  const [another, setAnother] = useState(false);
  const similar = useSimilar(service, place, left.trim());

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

  /** Opened but nobody chosen yet says nothing. */
  const meant = body.against?.unit ? body.against : null;

  const stopped = service.questions.find((question) =>
    question.stops?.includes(body.answers[question.id] ?? ''),
  );

  const answers = () =>
    service.questions.flatMap(({ id }) => {
      const said = body.answers[id]?.trim();
      return said ? [{ id, answer: said }] : [];
    });

  const latest = useRef(body.text);
  latest.current = body.text;
  const running = useRef(false);
  const send = async (text: string, sameAs: string | null) => {
    if (running.current || !place) return;
    running.current = true;
    setSending(true);
    const input: Input<'ticket.file'> = {
      key: draft.key,
      service: service.id,
      scene: place.scene,
      address: address.trim(),
      text,
      answers: answers(),
      photos: photos.fileIds,
      ...(body.voices.length > 0 && { voices: body.voices.map(({ fileId }) => fileId) }),
      contact: { name: name.trim(), phone: phone.trim() },
      ...(sameAs && { sameAs }),
      ...(after && { after }),
      ...(body.behalf && { onBehalf: behalfSent(body.behalf) }),
      ...complaintSent({ ...body, against: meant }),
    };
    // should the answer be lost with the app, the same key is there to be sent again
    save();
    const done = async () => {
      keep(contactSlot(), input.contact);
      draft.clear();
      photos.clear();
      if (before) (await offline()).post.giveUp(before, true);
    };
    try {
      if ([...input.photos, ...(input.voices ?? [])].some(isLocal)) throw new Unreachable();
      const ticket = await call('ticket.file', input);
      await done();
      onFiled(ticket.id);
    } catch (error) {
      if (error instanceof Unreachable) {
        const held: Body = { ...body, text, sameAs, photos: photos.sent };
        const kept = await offline().then(
          ({ post }) => post.sendLater({ action: 'ticket.file', input }, service.name, held),
          () => false,
        );
        if (kept) {
          await done();
          onKept(input.key);
        } else {
          change({ unsent: true });
          say(FILING.unsentShort);
        }
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

  /** What was said before counts with a “me too”; with nothing typed, that is what it says. */
  const submit = async (sameAs: string | null = null) => {
    const voice = body.behalf ? SIMILAR.theirs : SIMILAR.mine;
    const text = sameAs && !body.text.trim() ? voice.words : body.text;
    const here = photos.photos.flatMap(({ id, state }) => (state === 'failed' ? [] : [id]));
    const missing = lack(service, {
      place,
      // what was said is an account, too
      text: text.trim() || body.voices.map(({ fileId }) => fileId).join(),
      answers: answers(),
      photos: here,
      phone: phone.trim(),
      address: address.trim(),
    });
    const forThem = body.behalf ? lackOfBehalf(body.behalf) : {};
    const about = body.against && !meant ? { against: AGAINST_MISSING } : {};
    const others = { ...about, ...forThem };
    setProblems({ ...others, ...(missing && { [missing.field]: missing.words }) });
    const [first = missing?.words] = missing ? [] : Object.values(others);
    if (first) return say(first);
    const { title, words, yes } = FILING.photosLeft;
    if (photos.unfinished && !(await ask(title, words, yes))) return;
    await send(text, sameAs);
  };
  /** Sent again, it is what it was. */
  const again = () => void submit(body.unsent ? body.sameAs : null);
  useBackOnline(() => {
    if (body.unsent) again();
  });

  return {
    service,
    place,
    photos,
    answers: body.answers,
    text: body.text,
    voices: body.voices,
    address,
    name,
    phone,
    behalf: body.behalf,
    against: body.against,
    sealed: isSealed({ ...body, against: meant }),
    problems,
    sending,
    /** The question whose answer stops the form, or undefined. */
    stopped,
    /** Sent without an answer: kept, and sent again when the network is back. */
    unsent: body.unsent && !arrivedBefore,
    /** The send before this one had arrived, and something was changed since. */
    arrivedBefore,
    found: draft.found && !body.unsent && !no,
    /** Why the cloud refused it, when the form was opened again for that. */
    refused: no?.words ?? null,
    /** Reports of the same thing nearby; none once the person has said that theirs is another. */
    similar: another || body.unsent || arrivedBefore ? [] : similar,
    /** 我也是. */
    sameAs: (id: string) => void submit(id),
    /** It is another thing; goes on with the submit. */
    notTheSame: () => {
      setAnother(true);
      again();
    },
    answer,
    write: (text: string) => set('text', { text }),
    /** What was said; the words that WeChat understood are written down. */
    speak: (voices: readonly SentVoice[], words: string) => {
      set('text', { voices, ...(words && { text: `${latest.current}${words}` }) });
      save();
    },
    setAddress: (next: string) => set('address', { address: next }),
    setName: (next: string) => set('contact.name', { name: next }),
    setPhone: (next: string) => set('contact.phone', { phone: next }),
    /** One field of it was changed, or all of it: '' names none. */
    setBehalf: (field: string, behalf: Behalf | null) => set(field, { behalf }),
    setAgainst: (against: Against | null) => set('against', { against }),
    setSealed: (sealed: boolean) => set('sealed', { sealed }),
    save,
    /** The words were left: kept, and looked up among what is reported nearby. */
    wrote: () => {
      save();
      leave(body.text);
    },
    submit: again,
    /**
     * It was about another service after all: its form will open with these words, photos and
     * corrections, and this one is blank. False: a request of that service still waits to be sent, nothing changed.
     */
    handTo: (other: string): boolean => {
      const { text, address, name, phone, behalf, photos: sent, voices } = draft.body;
      const moved = { text, address, name, phone, behalf, photos: sent, voices, sameAs: null };
      if (!handDraft<Body>(`file.${other}`, moved, (there) => there.unsent === true)) return false;
      draft.clear();
      photos.clear();
      return true;
    },
    /** Throws the draft away; the next submit is another one. */
    startOver: () => {
      draft.clear();
      photos.throwAway();
      setProblems({});
      setArrivedBefore(false);
    },
  };
}

export type Filing = ReturnType<typeof useFiling>;
