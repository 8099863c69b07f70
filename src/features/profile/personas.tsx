import { useEffect, useState } from 'react';
import { chosenPersona, type Persona, personas } from '@/src/platform';
import { Card, ListRow, Section, Sheet } from '@/src/ui';
import { PROFILE } from './words';

/** The people of a demonstration; null where there is none, which is everywhere real. */
export function usePersonas(): readonly Persona[] | null {
  const [list, setList] = useState<readonly Persona[] | null>(null);
  useEffect(() => {
    let here = true;
    void personas().then((found) => here && setList(found && found.length > 0 ? found : null));
    return () => {
      here = false;
    };
  }, []);
  return list;
}

/** Whom the browser plays, and who else there is. */
export function PersonaSheet({
  list,
  onClose,
  onChoose,
}: {
  list: readonly Persona[];
  onClose: () => void;
  onChoose: (persona: Persona) => void;
}) {
  const groups = [...new Set(list.map((persona) => persona.group))];
  return (
    <Sheet open title={PROFILE.personaTitle} onClose={onClose}>
      {groups.map((group) => (
        <Section key={group} title={group}>
          <Card flush>
            {list
              .filter((persona) => persona.group === group)
              .map((persona) => (
                <ListRow
                  key={persona.id}
                  title={persona.name}
                  line={persona.line}
                  aside={persona.id === chosenPersona() ? PROFILE.personaNow : undefined}
                  onPress={() => onChoose(persona)}
                />
              ))}
          </Card>
        </Section>
      ))}
    </Sheet>
  );
}
