package egov.kiosk.attachments.store;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The space set aside for attachments, so that they never take the queue's. Safe for use by several
 * threads.
 */
public final class Space {
  private final ChunkStore store;
  private final AtomicLong used = new AtomicLong();
  private volatile long quota;
  private volatile long keepFree;

  /**
   * @param quota bytes all attachments together may have
   * @param keepFree bytes of the disk that are left to others
   */
  public Space(ChunkStore store, long quota, long keepFree) {
    this.store = Objects.requireNonNull(store, "store");
    limits(quota, keepFree);
  }

  /** Takes other limits. */
  public void limits(long otherQuota, long otherKeepFree) {
    quota = otherQuota;
    keepFree = otherKeepFree;
  }

  /** Takes bytes, if there are as many. */
  public boolean take(long bytes) throws IOException {
    if (used.addAndGet(bytes) > quota || store.usable() < keepFree + bytes) {
      used.addAndGet(-bytes);
      return false;
    }
    return true;
  }

  /** Notes bytes that are there already. */
  public void found(long bytes) {
    used.addAndGet(bytes);
  }

  /** Gives bytes back. */
  public void give(long bytes) {
    used.addAndGet(-bytes);
  }

  /** Bytes in use. */
  public long used() {
    return used.get();
  }

  /** Bytes that may be used. */
  public long quota() {
    return quota;
  }
}
