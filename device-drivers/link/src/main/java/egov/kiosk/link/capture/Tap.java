package egov.kiosk.link.capture;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Where a device's line can be listened to; each device has one for its life. While nobody records,
 * all it costs is a look at one field. Safe for use by several threads.
 */
public final class Tap {
  private final String device;
  private final Supplier<Masking> masking;
  private final AtomicReference<Recording> recording = new AtomicReference<>();

  private final AtomicBoolean reopen = new AtomicBoolean();

  /**
   * @param device the device's name
   * @param masking makes one for each recording
   */
  public Tap(String device, Supplier<Masking> masking) {
    this.device = Objects.requireNonNull(device, "device");
    this.masking = Objects.requireNonNull(masking, "masking");
  }

  /** The device's name. */
  public String device() {
    return device;
  }

  /**
   * Begins to record in the middle of what goes on.
   *
   * @param moments told what happens, masked; at once and in order, on the device's own thread, so
   *     it must return at once and throw nothing
   * @return ends it; empty when it is being recorded already
   */
  public Optional<Recording> record(Consumer<Moment> moments) {
    return record(moments, false);
  }

  /**
   * Begins to record and has the device opened anew, so that its greeting is in the recording, too;
   * for a device that nobody else uses.
   */
  public Optional<Recording> recordFromOpening(Consumer<Moment> moments) {
    return record(moments, true);
  }

  private Optional<Recording> record(Consumer<Moment> moments, boolean fromOpening) {
    AtomicReference<Recording> mine = new AtomicReference<>();
    Recording fresh =
        new Recording(
            masking.get(), moments, fromOpening, () -> recording.compareAndSet(mine.get(), null));
    mine.set(fresh);
    if (!recording.compareAndSet(null, fresh)) {
      return Optional.empty();
    }
    reopen.set(fromOpening);
    return Optional.of(fresh);
  }

  /** A fresh masking, for comparing what is sent now with what was written down. */
  public Masking masking() {
    return masking.get();
  }

  /** Whether somebody records. */
  public boolean recorded() {
    return recording.get() != null;
  }

  /** Whether the line is to be opened anew, asked by whoever opens it; true once. */
  public boolean takeReopen() {
    return recorded() && reopen.getAndSet(false);
  }

  /** The driver sent these bytes. */
  public void sent(byte[] bytes) {
    Recording now = recording.get();
    if (now != null) {
      now.bytes(Moment.Kind.SENT, bytes, 0, bytes.length);
    }
  }

  /** These bytes came. */
  public void received(byte[] bytes, int offset, int length) {
    Recording now = recording.get();
    if (now != null && length > 0) {
      now.bytes(Moment.Kind.RECEIVED, bytes, offset, length);
    }
  }

  /** Anything else happened. */
  public void happened(Moment.Kind kind, String word) {
    Recording now = recording.get();
    if (now != null) {
      now.happened(kind, word);
    }
  }
}
