package egov.kiosk.domain.document;

/**
 * Verifies sealed OFD documents (GB/T 33190-2016 with seals by GB/T 38540-2020) without any
 * network. Safe for use by several threads.
 */
public interface DocumentVerifier {
  /**
   * Checks a document of whatever origin. Never throws on what the bytes are; takes memory of the
   * order of the document and time bounded by the limits of the implementation.
   *
   * @param document the file's bytes
   */
  DocumentCheck verify(byte[] document);
}
