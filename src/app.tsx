import type { PropsWithChildren } from 'react';
import { listenToKeys } from '@/src/platform/keys';
import '@/src/ui/styles/index.scss';

listenToKeys();

export default function App({ children }: PropsWithChildren) {
  return children;
}
