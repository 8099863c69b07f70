import type { PropsWithChildren } from 'react';
import { listenToKeys } from '@/src/platform/keys';
import { listenToPrivacy } from '@/src/platform/privacy-ear';
import '@/src/ui/styles/index.scss';

listenToKeys();
listenToPrivacy();

export default function App({ children }: PropsWithChildren) {
  return children;
}
