/** The phone: everything above this is one source for WeChat and the browser. */
export * from './call';
export * from './client-key';
export * from './draft';
export * from './feedback';
export * from './loaded';
export * from './now';
export * from './online';
export * from './personas';
export * from './phone';
export * from './photos';
export * from './refresh';
export * from './route';
export * from './scan';
export * from './session';
export * from './storage';
export * from './store';
export * from './type-size';
