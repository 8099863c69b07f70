import { ADDRESS_MAX, NAME_MAX, WISH_MAX } from '@/contract/limits';
import { KINDS } from '@/domain/wish/kinds';
import { WHOSE } from '@/domain/wish/wish';
import { WHOSE_WORDS } from '@/domain/wish/words';
import { Banner, Card, Choice, Field } from '@/src/ui';
import type { PostForm } from './use-post';
import { POST } from './words';

const KIND_OPTIONS = KINDS.map(({ id, name, icon }) => ({ value: id, label: name, icon }));
const WHOSE_OPTIONS = WHOSE.map((sort) => ({ value: sort, label: WHOSE_WORDS[sort] }));

/** What is wished, for whom, and where whoever claims it finds them. */
export function PostFields({ form }: { form: PostForm }) {
  const { body, problems, set, save } = form;
  const hint = KINDS.find(({ id }) => id === body.kind)?.hint;
  return (
    <>
      {form.found && (
        <Banner tone="ok" action={{ label: POST.startOver, onPress: form.startOver }}>
          {POST.found}
        </Banner>
      )}
      <Card>
        <Choice
          label={POST.kind}
          options={KIND_OPTIONS}
          chosen={body.kind ? [body.kind] : []}
          onChange={([kind = '']) => set({ kind })}
          error={problems.kind}
        />
        <Field
          area
          label={POST.text}
          value={body.text}
          onInput={(text) => set({ text })}
          onBlur={save}
          placeholder={hint ? `如：${hint}` : POST.textHint}
          hint={POST.textNote}
          max={WISH_MAX}
          error={problems.text}
        />
      </Card>
      <Card>
        <Choice
          label={POST.whose}
          options={WHOSE_OPTIONS}
          chosen={body.whose ? [body.whose] : []}
          onChange={([whose]) => set({ whose: whose ?? '', consent: false })}
          error={problems.whose}
        />
        {body.whose && body.whose !== 'self' && <Wisher form={form} sort={body.whose} />}
      </Card>
      <Card>
        <Field
          label={POST.address}
          value={form.address}
          onInput={(address) => set({ address })}
          onBlur={save}
          max={ADDRESS_MAX}
          hint={POST.addressNote}
          error={problems.address}
        />
        <Field
          label={POST.name}
          value={form.name}
          onInput={(name) => set({ name })}
          onBlur={save}
          max={NAME_MAX}
          error={problems.name}
        />
        <Field
          label={POST.phone}
          keyboard="phone"
          value={form.phone}
          onInput={(phone) => set({ phone })}
          onBlur={save}
          max={13}
          hint={POST.phoneNote}
          error={problems.phone}
        />
      </Card>
    </>
  );
}

/** Somebody else: who it is, who may be called, and that they agree. */
function Wisher({ form, sort }: { form: PostForm; sort: 'adult' | 'child' | 'ill' }) {
  const { body, problems, set, save, guarded } = form;
  return (
    <>
      <Field
        label={POST.wisher[sort]}
        value={body.wisher}
        onInput={(wisher) => set({ wisher })}
        onBlur={save}
        max={NAME_MAX}
        hint={guarded ? POST.guardedNote : undefined}
        error={problems.wisher}
      />
      {guarded ? (
        <>
          <Field
            label={POST.guardian}
            value={body.guardian}
            onInput={(guardian) => set({ guardian })}
            onBlur={save}
            max={NAME_MAX}
            error={problems.guardian}
          />
          <Field
            label={POST.guardianPhone}
            keyboard="phone"
            value={body.guardianPhone}
            onInput={(guardianPhone) => set({ guardianPhone })}
            onBlur={save}
            max={13}
            error={problems.guardianPhone}
          />
        </>
      ) : (
        <Field
          optional
          label={POST.adultPhone}
          keyboard="phone"
          value={body.wisherPhone}
          onInput={(wisherPhone) => set({ wisherPhone })}
          onBlur={save}
          max={13}
          hint={POST.adultPhoneNote}
          error={problems.wisherPhone}
        />
      )}
      <Choice
        many
        rows
        options={[{ value: 'yes', label: guarded ? POST.guardianConsent : POST.adultConsent }]}
        chosen={body.consent ? ['yes'] : []}
        onChange={(chosen) => set({ consent: chosen.length > 0 })}
        error={problems.consent}
      />
    </>
  );
}
