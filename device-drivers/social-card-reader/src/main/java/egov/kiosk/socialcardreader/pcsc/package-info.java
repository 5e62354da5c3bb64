/** The one door to {@code javax.smartcardio}: the PC/SC service of the machine and its readers. */
package egov.kiosk.socialcardreader.pcsc;
