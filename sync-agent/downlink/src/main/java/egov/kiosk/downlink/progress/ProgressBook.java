package egov.kiosk.downlink.progress;

import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.file.WholeFile;
import egov.kiosk.domain.fleet.Order;
import egov.kiosk.domain.inquiry.Standing;
import egov.kiosk.domain.inquiry.Standings;
import egov.kiosk.domain.outbox.Outbox;
import egov.kiosk.domain.outbox.OutboxEntry;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.retention.Due;
import egov.kiosk.domain.retention.Holding;
import egov.kiosk.domain.retention.RetainedStore;
import egov.kiosk.domain.transaction.TransactionId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last word of the platform on each transaction of this kiosk, on the disk. It holds ids the
 * kiosk drew, and stages; whose they are only the queue knows, and only as long as it keeps a
 * settled message's number. So what the queue forgets nobody finds here either. Safe for use by
 * several threads. {@link #last} may look once in the queue for each word that is kept.
 */
public final class ProgressBook implements Standings, RetainedStore {
  /**
   * A busy kiosk's weeks; beyond it the oldest word goes. Kept low because {@link #last} may look
   * in the queue once for each.
   */
  static final int MOST = 2_000;

  private static final Logger LOG = LoggerFactory.getLogger(ProgressBook.class);
  private static final int LARGEST = 4 * 1024 * 1024;

  private final WholeFile file;
  private final Outbox outbox;
  private final Map<TransactionId, Told> told = new LinkedHashMap<>();

  /** What became of a word. */
  public enum Taken {
    /** It is the last one now. */
    NEW,
    /** It is the last one already. */
    SAME,
    /** A later one was here. */
    OLD,
    /** It is of nothing this kiosk took in. */
    FOREIGN
  }

  private ProgressBook(WholeFile file, Outbox outbox) {
    this.file = file;
    this.outbox = outbox;
  }

  /**
   * Reads what was kept; a damaged line is dropped, since the platform can be asked again.
   *
   * @param directory its own
   * @param outbox knows what was taken in here, and under which number
   * @throws IOException when the file cannot be read
   */
  public static ProgressBook open(Path directory, Outbox outbox) throws IOException {
    Objects.requireNonNull(outbox, "outbox");
    ProgressBook book = new ProgressBook(new WholeFile(directory.resolve("told"), LARGEST), outbox);
    byte[] kept = book.file.read().orElse(new byte[0]);
    long damaged = 0;
    for (String line : new String(kept, StandardCharsets.UTF_8).lines().toList()) {
      Optional<Told> one = Told.of(line);
      one.ifPresent(word -> book.told.put(word.id(), word));
      damaged += one.isPresent() ? 0 : 1;
    }
    if (damaged > 0) {
      LOG.warn("{} lines about applications were damaged and are dropped; check the disk", damaged);
    }
    return book;
  }

  /**
   * Takes a verified word.
   *
   * @throws IOException when it cannot be written; then the one before stays the last
   * @throws OutboxException when the queue cannot say whether it took the transaction in
   */
  public synchronized Taken take(Order.Progress order) throws IOException, OutboxException {
    Told before = told.get(order.transactionId());
    if (before != null && before.revision() >= order.revision()) {
      return before.equals(Told.of(order)) ? Taken.SAME : Taken.OLD;
    }
    if (entry(order.transactionId()).isEmpty()) {
      return Taken.FOREIGN;
    }
    Map<TransactionId, Told> changed = new LinkedHashMap<>(told);
    changed.remove(order.transactionId());
    changed.put(order.transactionId(), Told.of(order));
    while (changed.size() > MOST) {
      changed.remove(changed.keySet().iterator().next());
    }
    write(changed);
    return Taken.NEW;
  }

  @Override
  public Optional<Standing> last(String number) {
    if (!number.matches("[0-9A-Za-z-]{6,40}") || number.matches("[0-]*")) {
      return Optional.empty();
    }
    List<Told> newestFirst;
    synchronized (this) {
      newestFirst = new ArrayList<>(told.values());
    }
    newestFirst.sort(Comparator.comparing((Told one) -> one.standing().toldAt()).reversed());
    try {
      for (Told one : newestFirst) {
        if (entry(one.id())
            .flatMap(OutboxEntry::acceptanceNumber)
            .filter(number::equals)
            .isPresent()) {
          return Optional.of(one.standing());
        }
      }
    } catch (OutboxException e) {
      LOG.warn("The queue cannot say what was taken in: {}", e.reason());
    }
    return Optional.empty();
  }

  private Optional<OutboxEntry> entry(TransactionId id) throws OutboxException {
    return outbox.find(id.value()).filter(found -> found.kind() == MessageKind.ITEM);
  }

  @Override
  public Holding holding() {
    return Holding.PROGRESS;
  }

  @Override
  public synchronized Due due(Instant before) {
    return due(oldest(before, MOST));
  }

  @Override
  public synchronized Due destroy(Instant before, int limit) throws IOException {
    List<Told> going = oldest(before, limit);
    if (!going.isEmpty()) {
      Map<TransactionId, Told> changed = new LinkedHashMap<>(told);
      going.forEach(one -> changed.remove(one.id()));
      write(changed);
    }
    return due(going);
  }

  private List<Told> oldest(Instant before, int limit) {
    return told.values().stream()
        .filter(one -> one.standing().toldAt().isBefore(before))
        .sorted(Comparator.comparing((Told one) -> one.standing().toldAt()))
        .limit(limit)
        .toList();
  }

  private static Due due(List<Told> words) {
    return words.stream()
        .map(one -> Due.one(one.standing().toldAt()))
        .reduce(Due.NOTHING, Due::and);
  }

  private void write(Map<TransactionId, Told> changed) throws IOException {
    StringBuilder lines = new StringBuilder();
    changed.values().forEach(one -> lines.append(one.line()).append('\n'));
    file.write(lines.toString().getBytes(StandardCharsets.UTF_8));
    told.clear();
    told.putAll(changed);
  }
}
