import type { WishRow } from '@/contract';
import { Chip, Icon, Row, Slip, Text } from '@/src/ui';
import { WISH } from './words';

export interface WishCardProps {
  wish: WishRow;
  onPress: () => void;
  /** Where it stands, for a list of one's own; on the wall the chip and the waiting say enough. */
  standing?: boolean;
}

/** A wish in a list: what, whose, where, how long it has waited. */
export function WishCard({ wish, onPress, standing }: WishCardProps) {
  const { title, icon, gist, wisher, where, near, waited, chip, say, fit, team, queue, inLine } = wish;
  const facts = [wisher, near || where, waited].filter(Boolean).join(' · ');
  const line = inLine > 0 ? WISH.inLine(inLine) : queue > 0 ? WISH.inQueue(queue) : '';
  const whose = team ? WISH.team(team) : '';
  const last = standing ? [whose, say] : [whose, fit, line];
  return (
    <Slip onPress={onPress} label={[title, chip.words, gist, facts, ...last].filter(Boolean).join('，')}>
      <Row fill="first" gap={12} top>
        <Row gap={8}>
          <Icon name={icon} tone="soft" />
          <Text kind="head">{title}</Text>
        </Row>
        <Chip tone={chip.tone}>{chip.words}</Chip>
      </Row>
      <Text lines={2}>{gist}</Text>
      <Text kind="note">{facts}</Text>
      {whose && <Text kind="note">{whose}</Text>}
      {fit && !standing && <Text tone="pine">{fit}</Text>}
      {line && !standing && <Text tone="amber">{line}</Text>}
      {standing && <Text>{say}</Text>}
    </Slip>
  );
}
