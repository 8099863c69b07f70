import type { Me } from '@/contract';
import type { ChoicesView } from '@/contract/volunteer';
import { useConsent } from '@/src/features/budget/use-consent';
import { ScanCard, usePlace } from '@/src/features/place';
import { REGISTER, RegisterBar, RegisterFields, useRegister } from '@/src/features/volunteer';
import { back, call, useLoaded, useRouteParams, useSession } from '@/src/platform';
import { Page, WhenReady } from '@/src/ui';
import { VOLUNTEER } from '../paths';

/** Registering as a volunteer, or changing what one offers. */
export default function RegisterPage() {
  const { screen } = useSession();
  const { scene, q } = useRouteParams();
  const here = usePlace(scene ?? q);
  const me = screen.state === 'ready' ? screen.data : null;
  const known = here.place !== null || me?.volunteer != null || me?.staff != null;
  if (!me || !known)
    return (
      <Page back={REGISTER.back} backTo={VOLUNTEER.wall} title={REGISTER.title}>
        <WhenReady screen={screen}>{() => !here.reading && <ScanCard here={here} />}</WhenReady>
      </Page>
    );
  return <Choosing me={me} scene={here.place?.scene} />;
}

function Choosing({ me, scene }: { me: Me; scene: string | undefined }) {
  const { screen } = useLoaded(() => call('volunteer.choices', scene ? { scene } : {}), [scene]);
  if (screen.state === 'ready') return <Form me={me} choices={screen.data} />;
  return (
    <Page back={REGISTER.back} backTo={VOLUNTEER.wall} title={REGISTER.title}>
      <WhenReady screen={screen}>{() => null}</WhenReady>
    </Page>
  );
}

function Form({ me, choices }: { me: Me; choices: ChoicesView }) {
  const consent = useConsent(['task']);
  const form = useRegister(choices, me, () => back(VOLUNTEER.wall));
  return (
    <Page
      back={REGISTER.back}
      backTo={VOLUNTEER.wall}
      title={form.again ? REGISTER.titleAgain : REGISTER.title}
      line={REGISTER.line}
      bar={<RegisterBar {...form} submit={() => void consent().then(form.submit)} />}
    >
      <RegisterFields choices={choices} form={form.form} set={form.set} />
    </Page>
  );
}
