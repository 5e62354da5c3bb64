package egov.kiosk.gateway.enrolment;

import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * What was promised and what was issued, where every desk sees it. Work on it is done one at a
 * time, whatever number of desks there is, and is kept whole or not at all. Safe for several
 * threads.
 */
interface EnrolmentBook extends AutoCloseable {
  /** The book while nobody else has it. */
  interface Page {
    Optional<CodeRecord> code(String id) throws IOException;

    /** Keeps a code, in the place of what was known of it. */
    void keep(CodeRecord code) throws IOException;

    /** Ends every other code of a kiosk that was not used. */
    void forgetUnused(String kioskId) throws IOException;

    void keep(IssuedCertificate certificate) throws IOException;

    List<IssuedCertificate> issued(String kioskId) throws IOException;

    List<IssuedCertificate> revoked() throws IOException;

    /** The next revocation list's number, higher than any before and than that one. */
    BigInteger nextList(BigInteger above) throws IOException;
  }

  /** Something done with the book. */
  interface Work<T> {
    T on(Page page) throws IOException;
  }

  /**
   * Does the work alone and keeps what it changed.
   *
   * @throws IOException when it could not be done, or nobody knows whether it was kept
   */
  <T> T alone(Work<T> work) throws IOException;

  @Override
  default void close() {}
}
