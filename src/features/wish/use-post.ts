/** The form in which a wish is posted: kept as a draft, sent once, sent again under the same key when no answer came. */
import { useRef, useState } from 'react';
import type { Input, Me, PlaceView } from '@/contract';
import type { Whose } from '@/domain/wish/wish';
import { call, Refused, say, sentenceOf, Unreachable, useDraft } from '@/src/platform';
import { POST } from './words';

interface Body {
  kind: string;
  text: string;
  whose: Whose | '';
  wisher: string;
  wisherPhone: string;
  guardian: string;
  guardianPhone: string;
  consent: boolean;
  /** Null while nobody has corrected what the place or the profile say. */
  address: string | null;
  name: string | null;
  phone: string | null;
}

const BLANK: Body = {
  kind: '',
  text: '',
  whose: '',
  wisher: '',
  wisherPhone: '',
  guardian: '',
  guardianPhone: '',
  consent: false,
  address: null,
  name: null,
  phone: null,
};

/** The field of the form behind a field of the action. */
const FIELDS: Readonly<Record<string, keyof Body>> = {
  kind: 'kind',
  text: 'text',
  whose: 'whose',
  'whose.name': 'wisher',
  'whose.phone': 'wisherPhone',
  'whose.consent': 'consent',
  'whose.guardian': 'guardian',
  'whose.guardian.name': 'guardian',
  'whose.guardian.phone': 'guardianPhone',
  'whose.guardian.consent': 'consent',
  address: 'address',
  'contact.name': 'name',
  'contact.phone': 'phone',
};

export interface PostProps {
  place: PlaceView | null;
  me: Me;
  onPosted: (id: string) => void;
}

export function usePost({ place, me, onPosted }: PostProps) {
  const draft = useDraft<Body>('wish', BLANK);
  const [problems, setProblems] = useState<Partial<Record<keyof Body, string>>>({});
  const [sending, setSending] = useState(false);
  const running = useRef(false);
  const { body, change, save } = draft;
  const address = body.address ?? place?.name ?? '';
  const name = body.name ?? me.name;
  const phone = body.phone ?? me.phone;
  const guarded = body.whose === 'child' || body.whose === 'ill';

  const lack = (): Partial<Record<keyof Body, string>> => {
    const { missing } = POST;
    const { kind, text, whose, wisher, wisherPhone, guardian, guardianPhone, consent } = body;
    return {
      ...(!kind && { kind: missing.kind }),
      ...(!text.trim() && { text: missing.text }),
      ...(!whose && { whose: missing.whose }),
      ...(whose && whose !== 'self' && !wisher.trim() && { wisher: missing.wisher }),
      ...(guarded && !guardian.trim() && { guardian: missing.guardian }),
      ...(guarded && !guardianPhone.trim() && { guardianPhone: missing.guardian }),
      ...(whose && whose !== 'self' && !consent && { consent: missing.consent }),
      ...(whose === 'self' && !phone.trim() && { phone: missing.phone }),
      ...(whose === 'adult' && !phone.trim() && !wisherPhone.trim() && { phone: missing.phone }),
    };
  };

  const whoseGiven = (): Input<'wish.post'>['whose'] => {
    const { whose, wisher, wisherPhone, guardian, guardianPhone } = body;
    if (whose === 'adult')
      return { sort: whose, name: wisher.trim(), phone: wisherPhone.trim(), consent: true };
    if (whose === 'child' || whose === 'ill') {
      const agreed = { name: guardian.trim(), phone: guardianPhone.trim(), consent: true } as const;
      return { sort: whose, name: wisher.trim(), guardian: agreed };
    }
    return { sort: 'self' };
  };

  const submit = async () => {
    if (running.current) return;
    const lacking = lack();
    setProblems(lacking);
    const [first] = Object.values(lacking);
    if (first) return say(first);
    if (!place) return say(POST.missing.place);
    running.current = true;
    setSending(true);
    try {
      const { id } = await call('wish.post', {
        key: draft.key,
        kind: body.kind,
        scene: place.scene,
        address: address.trim(),
        text: body.text.trim(),
        contact: { name: name.trim(), phone: phone.trim() },
        whose: whoseGiven(),
      });
      draft.clear();
      onPosted(id);
    } catch (error) {
      save();
      const field = error instanceof Refused ? FIELDS[String(error.details.field)] : undefined;
      if (field) setProblems({ [field]: sentenceOf(error) });
      say(error instanceof Unreachable ? POST.unsent : sentenceOf(error));
    } finally {
      running.current = false;
      setSending(false);
    }
  };

  return {
    body,
    address,
    name,
    phone,
    guarded,
    problems,
    sending,
    found: draft.found,
    set: (patch: Partial<Body>) => {
      change(patch);
      setProblems({});
    },
    save,
    submit: () => void submit(),
    startOver: () => {
      draft.clear();
      setProblems({});
    },
  };
}

export type PostForm = ReturnType<typeof usePost>;
