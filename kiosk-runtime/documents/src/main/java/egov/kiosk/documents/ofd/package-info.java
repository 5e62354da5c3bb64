/** Writing OFD (GB/T 33190-2016): XML, entries and the container, equal bytes for equal input. */
package egov.kiosk.documents.ofd;
