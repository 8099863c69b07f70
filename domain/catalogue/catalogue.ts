/**
 * The menu: what a resident may ask for, with its own questions, limits and evidence. Data, editable without code
 * (`default.json`, checked by `contract/catalogue.ts`); this file says what the data means.
 */
import type { Limit } from '../time/limit';

export type OfficeId = 'party' | 'economy' | 'social' | 'urban' | 'safety';

/** order: a service from the menu · report: something is wrong · advice: a question, a suggestion, a complaint. */
export type TicketKind = 'order' | 'report' | 'advice';

/** L1 danger to life · L2 water, power, gas, heat, a blocked exit · L3 general · L4 needs several units · Q consultation. */
export type Urgency = 'L1' | 'L2' | 'L3' | 'L4' | 'Q';

export interface Question {
  readonly id: string;
  readonly ask: string;
  readonly type: 'choice' | 'text';
  readonly options?: readonly string[];
  readonly required: boolean;
  /** Choosing one of these options stops the form and shows `notice` (for example: call 119 first). */
  readonly stops?: readonly string[];
  readonly notice?: string;
}

export interface Service {
  readonly id: string;
  readonly name: string;
  readonly kind: TicketKind;
  readonly office: OfficeId;
  /** One line under the name: what one gets, by whom. */
  readonly hint: string;
  readonly icon: string;
  readonly keywords: readonly string[];
  readonly urgency: Urgency;
  /** Overrides the urgency's own limit for the result. */
  readonly limit?: Limit;
  readonly questions: readonly Question[];
  /** Photos with the result: off, optional (the default of the law) or required. */
  readonly evidence: 'off' | 'optional' | 'required';
  /** Whether a phone number is needed to do it at all. */
  readonly phone: 'optional' | 'required';
}

export interface Office {
  readonly id: OfficeId;
  readonly name: string;
}

export interface Catalogue {
  readonly offices: readonly Office[];
  readonly services: readonly Service[];
  /** Counts the changes made to the menu in use; absent = none yet. */
  readonly rev?: number;
}

/** The subjects a responsibility rule may name for this service, widest first: the index is the rank. */
export function subjectsOf(service: Pick<Service, 'id' | 'office'>): string[] {
  return ['*', `office:${service.office}`, service.id];
}

/** Services that fit what was typed: by name first, then keywords and hint. Case and spaces do not matter. */
export function search(catalogue: Catalogue, typed: string): Service[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...catalogue.services];
  const score = (service: Service) =>
    Math.min(
      ...words.map((word) => {
        if (service.name.toLowerCase().includes(word)) return 3;
        if (
          service.keywords.some((keyword) => keyword.toLowerCase().includes(word) || word.includes(keyword))
        )
          return 2;
        return service.hint.includes(word) ? 1 : 0;
      }),
    );
  return catalogue.services
    .map((service) => ({ service, score: score(service) }))
    .filter((found) => found.score > 0)
    .sort((a, b) => b.score - a.score)
    .map((found) => found.service);
}
