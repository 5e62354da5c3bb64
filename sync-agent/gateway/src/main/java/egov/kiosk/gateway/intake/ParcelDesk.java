package egov.kiosk.gateway.intake;

import egov.kiosk.contract.Topics;
import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.outbox.ParcelRefusedException;
import egov.kiosk.transfer.CarriedMessage;
import egov.kiosk.transfer.OpenedParcel;
import egov.kiosk.transfer.ParcelReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Takes parcels: what other kiosks carry (转递), and files a technician brought. Every message inside
 * goes to the intake as if it had just come on its own kiosk's topic, and is answered there. Safe
 * for several threads.
 */
public final class ParcelDesk {
  private static final String TOPIC_END = "/up/tx/" + MessageKind.CARRIED.word();
  private static final long LONGEST_SECONDS = 60;

  /** Where messages wait for the intake. */
  @FunctionalInterface
  public interface Inbox {
    /** Takes a message and returns at once; false when too many wait. */
    boolean offer(Incoming incoming);
  }

  private final ParcelReader reader;
  private final Inbox intake;

  /**
   * @param intake where messages go
   */
  public ParcelDesk(ParcelReader reader, Inbox intake) {
    this.reader = Objects.requireNonNull(reader, "reader");
    this.intake = Objects.requireNonNull(intake, "intake");
  }

  /** Whether it is a topic for parcels. */
  public static boolean isParcel(String topic) {
    return topic.endsWith(TOPIC_END);
  }

  /**
   * Takes a parcel a kiosk carried. The parcel itself goes to the intake only when everything in it
   * was recorded or refused: then its carrier is answered.
   *
   * @return false when too many wait; the broker brings the parcel again
   */
  public boolean carried(Incoming parcel) {
    OpenedParcel opened;
    try {
      opened = reader.read(parcel.envelope());
    } catch (ParcelRefusedException e) {
      // The intake finds the same fault, counts it and says it.
      return intake.offer(parcel);
    }
    if (opened.messages().isEmpty()) {
      return intake.offer(parcel);
    }
    AtomicInteger left = new AtomicInteger(opened.messages().size());
    return offer(
        opened,
        () -> {
          // Without room the parcel stays unacknowledged, and the broker brings it again.
          if (left.decrementAndGet() == 0) {
            intake.offer(parcel);
          }
        });
  }

  /**
   * Reads a file a technician brought, and waits until all of it is recorded or refused.
   *
   * @return how many messages were in it
   * @throws ParcelRefusedException when one byte of it is wrong; nothing was taken
   * @throws IOException when it cannot be read, or the store is away; reading it again is safe
   */
  public int read(Path file) throws ParcelRefusedException, IOException {
    int[] messages = new int[1];
    reader.readFile(
        file,
        parcel -> {
          CountDownLatch left = new CountDownLatch(parcel.messages().size());
          if (!offer(parcel, left::countDown) || !ended(left)) {
            throw new IOException("not everything could be recorded; import the file again");
          }
          messages[0] += parcel.messages().size();
        });
    return messages[0];
  }

  private static boolean ended(CountDownLatch left) {
    try {
      return left.await(LONGEST_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private boolean offer(OpenedParcel parcel, Runnable recorded) {
    boolean taken = true;
    for (CarriedMessage message : parcel.messages()) {
      taken &=
          intake.offer(
              new Incoming(
                  Topics.transactions(parcel.kioskId(), message.kind()),
                  Optional.of(message.id().value()),
                  message.envelope(),
                  recorded));
    }
    return taken;
  }
}
