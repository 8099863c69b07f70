/** How a thing is spoken and operated, once for both targets. */

export interface Spoken {
  role?:
    | 'button'
    | 'link'
    | 'tab'
    | 'tablist'
    | 'radio'
    | 'checkbox'
    | 'switch'
    | 'heading'
    | 'dialog'
    | 'img'
    | 'alert'
    | 'status';
  /** Of a heading: 1 for what the page is about, 2 when not said. */
  level?: 1 | 2;
  /** What is read aloud instead of the words inside. */
  label?: string;
  selected?: boolean;
  checked?: boolean;
  disabled?: boolean;
  /** Drawn, but not read: decoration, or words already said by the label. */
  hidden?: boolean;
}

const ON_H5 = process.env.TARO_ENV === 'h5';
/** Roles that the keyboard must reach; look/keys.h5.ts presses them with Enter and Space. */
const OPERATED = ['button', 'link', 'tab', 'radio', 'checkbox', 'switch'];

/**
 * Attributes for a Taro component. WeChat reads `aria-role`, browsers `role`; both names must be hyphenated.
 * Undefined values are left out, so they cost the mini-program no data.
 */
export function a11y({
  role,
  level = 2,
  label,
  selected,
  checked,
  disabled,
  hidden,
}: Spoken): Record<string, unknown> {
  const said: Record<string, unknown> = {};
  if (role) said[ON_H5 ? 'role' : 'aria-role'] = role;
  if (role && ON_H5 && OPERATED.includes(role)) said.tabIndex = disabled ? -1 : 0;
  if (role === 'heading' && ON_H5) said['aria-level'] = level;
  if (label !== undefined) said['aria-label'] = label;
  if (selected !== undefined) said['aria-selected'] = String(selected);
  if (checked !== undefined) said['aria-checked'] = String(checked);
  if (disabled) said['aria-disabled'] = 'true';
  if (hidden) said['aria-hidden'] = 'true';
  return said;
}

/** Attributes of something one can press: spoken, answers the thumb and the keyboard, silent while disabled. */
export function press(onPress: (() => void) | undefined, spoken: Spoken = {}): Record<string, unknown> {
  const live = onPress !== undefined && !spoken.disabled;
  return {
    ...a11y({ role: 'button', ...spoken }),
    ...(live && { onClick: onPress, hoverClass: 'is-pressed' }),
  };
}

/** Joins class names, leaving out what is false. */
export function cls(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}
