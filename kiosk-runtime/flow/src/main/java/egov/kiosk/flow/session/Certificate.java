package egov.kiosk.flow.session;

import egov.kiosk.domain.inquiry.AnswerDocument;
import egov.kiosk.domain.print.PageDocument;
import egov.kiosk.flow.desk.CertificateState;
import java.util.Arrays;
import java.util.Optional;

/**
 * What became of the certificate an item is for. Held in memory alone; {@link #close} overwrites it
 * and is what the end of a session does. Guarded by the desk's lock.
 */
public final class Certificate implements AutoCloseable {
  private final CertificateState state;
  private final byte[] document;
  private final int pages;

  private Certificate(CertificateState state, byte[] document, int pages) {
    this.state = state;
    this.document = document;
    this.pages = pages;
  }

  /** There is none to print. */
  public static Certificate none() {
    return new Certificate(CertificateState.NONE, new byte[0], 0);
  }

  /** There is one, and it is more than this machine takes. */
  public static Certificate tooLarge() {
    return new Certificate(CertificateState.TOO_LARGE, new byte[0], 0);
  }

  /**
   * There is one.
   *
   * @param whole belongs to this from now on
   */
  public static Certificate of(byte[] whole, AnswerDocument said) {
    return new Certificate(CertificateState.HERE, whole, said.pages());
  }

  public CertificateState state() {
    return state;
  }

  /** What goes to the printer: a copy, so that a job ends well though the citizen leaves. */
  public Optional<PageDocument> document() {
    return state == CertificateState.HERE
        ? Optional.of(new PageDocument.Pdf(document, pages))
        : Optional.empty();
  }

  @Override
  public void close() {
    Arrays.fill(document, (byte) 0);
  }
}
