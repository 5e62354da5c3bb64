/**
 * The child process: loads the site's library and decodes one block after the other. Needs this
 * package and JNA only; the one place of this room that imports JNA.
 */
package egov.kiosk.portraitdecoder.child;
