package egov.kiosk.domain.document;

/** Sets copies as PDF, for machines that read no OFD. Safe for use by several threads. */
public interface PrintableCopies {
  /**
   * A copy as PDF (ISO 32000-1) on A4, every character drawn as an outline, so that it is the same
   * on any machine. It bears no seal: the sealed OFD is the original.
   *
   * @return the file's bytes
   * @throws DocumentException when the text cannot be set
   */
  byte[] pdf(CertificateCopy copy) throws DocumentException;
}
