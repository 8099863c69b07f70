/** Speaking in a form: fetched with the first that offers it. */
import { apart } from '@/src/ui/apart';
import { SpeakRoom } from '@/src/ui/speak-room';

export const VoiceNotes = apart(() => import('./voice-notes').then((part) => part.VoiceNotes), SpeakRoom);
