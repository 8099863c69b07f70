/** Reply templates on the phone: `useReplies` for the sheets of moves, an editor for those who keep them. */
export * from './use-replies';
