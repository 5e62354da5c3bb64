/** Putting a seal on an OFD document (GB/T 33190-2016 clause 18). */
package egov.kiosk.documents.seal;
