import type { Me } from '@/contract';
import { useConsent } from '@/src/features/budget/use-consent';
import { ScanCard, usePlace } from '@/src/features/place';
import { POST, PostFields, usePost } from '@/src/features/wish';
import { go, useRouteParams, useSession } from '@/src/platform';
import { ActionBar, Button, Page, WhenReady } from '@/src/ui';
import { VOLUNTEER } from '../paths';

/** Posting a wish: one's own, a neighbour's, a child's. */
export default function PostPage() {
  const { screen } = useSession();
  if (screen.state === 'ready') return <Form me={screen.data} />;
  return (
    <Page back="心愿墙" backTo={VOLUNTEER.wall} title={POST.title}>
      <WhenReady screen={screen}>{() => null}</WhenReady>
    </Page>
  );
}

function Form({ me }: { me: Me }) {
  const { scene, q } = useRouteParams();
  const here = usePlace(scene ?? q);
  const consent = useConsent(['progress', 'result']);
  const form = usePost({
    place: here.place,
    me,
    onPosted: (id) => go(VOLUNTEER.wish, { id }, 'replace'),
  });
  return (
    <Page
      back="心愿墙"
      backTo={VOLUNTEER.wall}
      title={POST.title}
      line={POST.line}
      bar={
        <ActionBar>
          <Button busy={form.sending} onPress={() => void consent().then(form.submit)}>
            {POST.submit}
          </Button>
        </ActionBar>
      }
    >
      {!here.reading && <ScanCard here={here} />}
      <PostFields form={form} />
    </Page>
  );
}
