/** What may be shown of a person to those who do not need all of it (PIPL §51, 去标识化). */

/** 138****5678 for a mobile number, the last four digits for any other; '' stays ''. */
export function maskPhone(phone: string): string {
  if (phone.length < 7) return phone && '****';
  return /^1\d{10}$/.test(phone) ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : `****${phone.slice(-4)}`;
}

/** 林*, 欧阳* would be 欧*: the first character only. */
export function maskName(name: string): string {
  return name ? `${[...name][0]}*` : '居民';
}
