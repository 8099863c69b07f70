/** The menu on the desk: one service put up, changed or taken down at a time. */
import * as z from 'zod/mini';
import type { Catalogue, Service } from '@/domain/catalogue/catalogue';
import { ServiceShape } from './catalogue';

/** The `rev` of the menu that was changed. */
const rev = z.int().check(z.minimum(0), z.maximum(1e9));

export const putServiceInput = z.strictObject({ service: ServiceShape, rev });
export const dropServiceInput = z.strictObject({ id: ServiceShape.shape.id, rev });

export interface MenuView {
  /** Goes up by one with every change. */
  readonly rev: number;
  /** Changes the menu; others only read it. */
  readonly maySave: boolean;
  readonly offices: Catalogue['offices'];
  readonly services: readonly (Service & {
    /** Who answers for it where no narrower rule holds; '' where only narrower ones do. */
    readonly who: string;
  })[];
  /** Pictures that a service may have. */
  readonly icons: readonly string[];
}
