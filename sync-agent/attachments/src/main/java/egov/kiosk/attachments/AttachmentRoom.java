package egov.kiosk.attachments;

import egov.kiosk.attachments.send.ChunkSender;
import egov.kiosk.attachments.store.ChunkStore;
import egov.kiosk.attachments.store.Disk;
import egov.kiosk.attachments.store.Space;
import egov.kiosk.domain.envelope.Lane;
import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.fleet.AttachmentException;
import egov.kiosk.domain.fleet.AttachmentException.Reason;
import egov.kiosk.domain.fleet.Attachments;
import egov.kiosk.domain.fleet.DownChannel;
import egov.kiosk.domain.fleet.FleetLine;
import egov.kiosk.domain.fleet.FleetListener;
import egov.kiosk.domain.fleet.OrderVerifier;
import egov.kiosk.domain.outbox.ConnectivityListener;
import egov.kiosk.domain.outbox.Outbox;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.outbox.SettlementListener;
import egov.kiosk.domain.transaction.TransactionId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The room as a whole: takes attachments in on the caller's thread, and sends, answers the platform
 * and tidies up on a thread of its own. Safe for use by several threads.
 */
public final class AttachmentRoom
    implements Attachments, FleetListener, SettlementListener, ConnectivityListener, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AttachmentRoom.class);
  private static final long LOOK_AGAIN = Duration.ofMinutes(5).toNanos();
  private static final long TRY_AGAIN = Duration.ofSeconds(10).toNanos();
  private static final Duration START = Duration.ofSeconds(10);

  /** More orders than this at once are more than the platform has reason for. */
  private static final int MOST_MAIL = 256;

  private final ChunkStore store;
  private final Space space;
  private final Outbox outbox;
  private final StoredAttachments intake;
  private final ChunkSender sender;
  private final MissingOrders orders;
  private final Recovery recovery;
  private final OwnThread thread;
  private final LongSupplier nanos;
  private final CountDownLatch looked = new CountDownLatch(1);
  private long nextLook;
  private boolean troubleSaid;
  private volatile boolean closed;
  private volatile AttachmentStatus status = new AttachmentStatus(0, 0, 0, 1, false);

  /** Who is needed besides what taking in needs. */
  public record Line(FleetLine line, OrderVerifier verifier) {}

  /**
   * @param directory where the chunks are kept
   * @param clock tells ids their time and the hours of the day, in its zone
   * @param nanos measures waiting
   */
  public AttachmentRoom(
      Path directory,
      Disk disk,
      StoredAttachments.Tools tools,
      Line line,
      AttachmentSettings settings,
      Clock clock,
      LongSupplier nanos) {
    this.nanos = nanos;
    outbox = tools.outbox();
    store = new ChunkStore(directory, disk);
    space = new Space(store, settings.quotaBytes(), settings.keepFreeBytes());
    thread = new OwnThread(this::work);
    sender =
        new ChunkSender(
            store,
            line.line(),
            settings.rules(),
            new ChunkSender.Surroundings(this::backlog, () -> LocalTime.now(clock), nanos, thread));
    orders = new MissingOrders(line.verifier(), store, sender);
    intake =
        new StoredAttachments(store, space, tools, clock, id -> thread.execute(() -> take(id)));
    recovery = new Recovery(store, space, outbox, intake::writing, this::take);
    nextLook = nanos.getAsLong();
  }

  /** Starts the thread. */
  public void start() {
    thread.start();
  }

  /** Takes other settings while it works. */
  public void settings(AttachmentSettings changed) {
    space.limits(changed.quotaBytes(), changed.keepFreeBytes());
    thread.execute(() -> sender.rules(changed.rules()));
  }

  @Override
  public TransactionId attach(
      TransactionId transactionId, String name, String mediaType, InputStream content)
      throws AttachmentException {
    // Before the first look nobody knows how much space is used.
    if (closed || !looked()) {
      throw new AttachmentException(Reason.CLOSED, "attachments are not taken now");
    }
    return intake.attach(transactionId, name, mediaType, content);
  }

  @Override
  public void attach(
      TransactionId id,
      TransactionId transactionId,
      String name,
      String mediaType,
      InputStream content)
      throws AttachmentException {
    if (closed || !looked()) {
      throw new AttachmentException(Reason.CLOSED, "attachments are not taken now");
    }
    intake.attach(id, transactionId, name, mediaType, content);
  }

  @Override
  public void received(DownChannel channel, byte[] payload) {
    if (channel == DownChannel.ATTACHMENT && thread.waiting() < MOST_MAIL) {
      thread.execute(() -> orders.received(payload));
    }
  }

  @Override
  public void settled(PlatformReceipt receipt) {
    thread.execute(() -> settle(receipt));
  }

  @Override
  public void connectivityChanged(boolean online) {
    if (online) {
      thread.execute(sender::connected);
    }
  }

  /** How it stands. Never blocks. */
  public AttachmentStatus status() {
    return status;
  }

  @Override
  public void close() {
    closed = true;
    thread.close();
  }

  /** One round of the thread's own work. */
  long work() {
    long now = nanos.getAsLong();
    if (now - nextLook >= 0) {
      nextLook = now + (look() ? LOOK_AGAIN : TRY_AGAIN);
    }
    long pause = Math.min(sender.step(), nextLook - nanos.getAsLong());
    status =
        new AttachmentStatus(
            sender.open(), recovery.lost(), space.used(), space.quota(), sender.troubled());
    return Math.max(0, pause);
  }

  private boolean look() {
    try {
      recovery.run(looked.getCount() > 0);
      looked.countDown();
      troubleSaid = false;
      return true;
    } catch (IOException | OutboxException e) {
      if (!troubleSaid) {
        troubleSaid = true;
        LOG.error("attachments: the directory cannot be compared with the queue: {}", e.toString());
      }
      return false;
    }
  }

  private boolean looked() {
    try {
      return looked.await(START.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void take(TransactionId id) {
    try {
      sender.take(id);
    } catch (IOException e) {
      LOG.error("attachments: {} cannot be read; look at the disk: {}", id, e.getMessage());
    }
  }

  private void settle(PlatformReceipt receipt) {
    TransactionId id = receipt.messageId();
    try {
      if (!store.marked(id)) {
        return;
      }
      sender.forget(id);
      orders.forget(id);
      // What was refused stays: a technician may mend the cause and have it sent again.
      if (receipt.outcome() == PlatformReceipt.Outcome.ACCEPTED) {
        long bytes = store.extent(id).bytes();
        store.delete(id);
        space.give(bytes);
      }
    } catch (IOException e) {
      LOG.warn("attachments: {} is settled and cannot be deleted yet: {}", id, e.getMessage());
    }
  }

  private boolean backlog() {
    try {
      return !outbox.pending(Lane.URGENT, 0, 1).isEmpty()
          || !outbox.pending(Lane.NORMAL, 0, 1).isEmpty();
    } catch (OutboxException e) {
      return true;
    }
  }
}
