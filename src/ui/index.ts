export * from './page';
export * from './text';
