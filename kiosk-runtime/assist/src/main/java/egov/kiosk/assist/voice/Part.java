package egov.kiosk.assist.voice;

/**
 * What one voice says without a break.
 *
 * @param chinese whether the text is pinyin syllables with tone digits; else it is English
 * @param text words, and {@code ,} {@code .} for pauses
 */
record Part(boolean chinese, String text) {}
