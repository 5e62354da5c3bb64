/** IPP over HTTP, bounded and suspicious; the only users of JIPP. */
package egov.kiosk.pageprinter.ipp;
