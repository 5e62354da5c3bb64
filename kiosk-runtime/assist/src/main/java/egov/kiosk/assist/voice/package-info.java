/**
 * The kiosk's own voice: text to syllables (pinyin with tones) by table and rule, syllables to
 * sound by espeak-ng.
 */
package egov.kiosk.assist.voice;
