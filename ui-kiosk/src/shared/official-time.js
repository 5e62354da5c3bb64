/**
 * What people of the place read on a clock: Beijing time (北京时间), the legal time everywhere in China, whatever zone
 * the machine was set to. So the screen and the runtime, which has its own setting for it, say the same.
 */
const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Shanghai',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/** The time of day of an instant as ISO 8601 writes it, as people read it on a clock: "8:42". */
export function clockOf(instant) {
  const { hour, minute } = officialTime(new Date(instant));
  return `${Number(hour)}:${minute}`;
}

/**
 * @param {Date} [at] now unless given
 * @returns {{year: string, month: string, day: string, hour: string, minute: string}} two digits each, the year four
 */
export function officialTime(at = new Date()) {
  return Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, value]));
}
