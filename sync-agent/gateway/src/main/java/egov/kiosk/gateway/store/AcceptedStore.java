package egov.kiosk.gateway.store;

import egov.kiosk.domain.transaction.TransactionId;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The platform's memory of what it took for good; every worker of a gateway has the same one. Safe
 * for use by several threads, and by several processes where the implementation says so.
 *
 * <p>Every method throws {@link IOException} when the store cannot be reached or written now; then
 * nothing was decided and the caller tries again later.
 */
public interface AcceptedStore extends AutoCloseable {
  /** The message with this id, if it was taken. */
  Optional<Accepted> find(TransactionId id) throws IOException;

  /** The sealed bytes of a message that was taken. */
  Optional<byte[]> envelope(TransactionId id) throws IOException;

  /** Where a person finds the sealed bytes of a message that was taken: a path, or a table. */
  String whereabouts(TransactionId id);

  /**
   * Takes what is new, all or nothing, in this order; when this returns it survives a power cut.
   * Each id is taken once, within a batch too. A transaction gets the next official number (受理号) of
   * the day, given to no other on any worker.
   *
   * @param now the time in the receipts, by the platform's clock
   * @return a decision for each candidate, in the same order
   */
  List<Decision> accept(List<Candidate> candidates, Instant now) throws IOException;

  /** What is held now. */
  Totals totals() throws IOException;

  /** The messages of one kiosk whose receipts bear this day (UTC), ids in ascending order. */
  List<TransactionId> settled(String kioskId, LocalDate day) throws IOException;

  /** How many messages of one kiosk bear a receipt of before this instant. */
  long taken(String kioskId, Instant before) throws IOException;

  /** Keeps a finding; one about the same statement that is there already stays. */
  void keep(Finding finding) throws IOException;

  /** What was found in a statement. */
  Optional<Finding> finding(TransactionId statement) throws IOException;

  /**
   * What was found under one word, newest first.
   *
   * @param limit at most this many
   */
  List<Finding> findings(String word, int limit) throws IOException;

  @Override
  void close() throws IOException;
}
