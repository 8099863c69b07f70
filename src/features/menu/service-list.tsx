import { useEffect, useState } from 'react';
import type { Catalogue, Service, TicketKind } from '@/domain/catalogue/catalogue';
import { Card, ListRow, Section } from '@/src/ui';
import { MENU } from './words';

export interface ServiceListProps {
  catalogue: Catalogue;
  kind: TicketKind;
  onPick: (service: Service) => void;
}

/** The services of one kind, by office; problems and advice are few enough to stand in one list. */
export function ServiceList({ catalogue, kind, onPick }: ServiceListProps) {
  const count = useGrowing(FIRST, kind);
  const ofKind = catalogue.services.filter((service) => service.kind === kind).slice(0, count);
  if (kind !== 'order') return <Rows services={ofKind} onPick={onPick} />;
  return (
    <>
      {inMenuOrder(catalogue).map(({ id, name }) => {
        const services = ofKind.filter((service) => service.office === id);
        if (services.length === 0) return null;
        return (
          <Section key={id} title={name}>
            <Rows services={services} onPick={onPick} />
          </Section>
        );
      })}
    </>
  );
}

/** Offices in the order in which their first service stands in the menu: what is asked for most comes first. */
function inMenuOrder({ offices, services }: Catalogue) {
  const first = (office: string) => services.findIndex((service) => service.office === office);
  return [...offices].sort((a, b) => first(a.id) - first(b.id));
}

/** What a search found, best first, of every kind. */
export function FoundServices({
  services,
  onPick,
}: {
  services: readonly Service[];
  onPick: (service: Service) => void;
}) {
  return <Rows services={services.slice(0, FOUND_MAX)} onPick={onPick} named />;
}

interface RowsProps {
  services: readonly Service[];
  onPick: (service: Service) => void;
  /** Says the kind, where kinds stand mixed. */
  named?: boolean;
}

function Rows({ services, onPick, named }: RowsProps) {
  return (
    <Card flush>
      {services.map((service) => (
        <ListRow
          key={service.id}
          icon={service.icon}
          title={service.name}
          line={service.hint}
          aside={named ? MENU.kinds[service.kind] : undefined}
          onPress={() => onPick(service)}
          label={`${service.name}，${service.hint}`}
        />
      ))}
    </Card>
  );
}

/** Rows in the first drawing: a mini-program's first data should stay below 16 KB. */
const FIRST = 10;
const FOUND_MAX = 12;

/** `first`, and everything one moment later; again for each `subject`. */
function useGrowing(first: number, subject: string): number {
  const [shown, setShown] = useState('');
  useEffect(() => {
    const timer = setTimeout(setShown, 30, subject);
    return () => clearTimeout(timer);
  }, [subject]);
  return shown === subject ? Number.POSITIVE_INFINITY : first;
}
