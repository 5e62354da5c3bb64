package egov.kiosk.flow;

import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.DeviceState;
import egov.kiosk.domain.device.DeviceStatus;
import egov.kiosk.domain.device.DocumentCamera;
import egov.kiosk.domain.device.DocumentPage;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.device.PageFlaw;
import egov.kiosk.domain.device.PageOutline;
import egov.kiosk.domain.device.PageOutline.Corner;
import egov.kiosk.domain.fleet.AttachmentException;
import egov.kiosk.domain.fleet.Attachments;
import egov.kiosk.domain.transaction.TransactionId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A document camera whose pages a test decides on, and a store for attachments. */
final class PaperFakes implements DocumentCamera {
  final AtomicInteger open = new AtomicInteger();
  final List<DocumentPage> pages = new ArrayList<>();
  final Stored stored = new Stored();
  volatile DeviceState state = DeviceState.ONLINE;
  volatile Set<PageFlaw> flaws = Set.of();
  volatile boolean lost;
  volatile byte[] picture = jpeg(800, 600);

  /** The smallest file a judge lets through: markers, a frame header of this size, and an end. */
  static byte[] jpeg(int width, int height) {
    int[] bytes = {
      0xFF,
      0xD8,
      0xFF,
      0xC0,
      0,
      11,
      8,
      height >> 8,
      height & 0xFF,
      width >> 8,
      width & 0xFF,
      1,
      1,
      0x11,
      0,
      0xFF,
      0xDA,
      0,
      8,
      1,
      1,
      0,
      0,
      63,
      0,
      0x55,
      0x66,
      0xFF,
      0xD9
    };
    byte[] file = new byte[bytes.length];
    for (int i = 0; i < file.length; i++) {
      file[i] = (byte) bytes[i];
    }
    return file;
  }

  @Override
  public String name() {
    return "document-camera";
  }

  @Override
  public DeviceStatus status() {
    return new DeviceStatus(state, Set.of(), Instant.EPOCH);
  }

  @Override
  public Stream open() throws DeviceException {
    if (lost) {
      throw new DeviceException(FaultCode.CAMERA_LOST, name(), "as the test wants");
    }
    open.incrementAndGet();
    return new Stream() {
      @Override
      public Optional<byte[]> preview() {
        return Optional.of(new byte[] {4, 5, 6});
      }

      @Override
      public Optional<PageOutline> outline() {
        return Optional.of(
            new PageOutline(
                List.of(
                    new Corner(0.1, 0.1),
                    new Corner(0.9, 0.1),
                    new Corner(0.9, 0.9),
                    new Corner(0.1, 0.9))));
      }

      @Override
      public DocumentPage take(Duration timeout) throws DeviceException {
        if (lost) {
          throw new DeviceException(FaultCode.CAMERA_LOST, name(), "as the test wants");
        }
        DocumentPage page = new DocumentPage(picture.clone(), 800, 600, flaws);
        pages.add(page);
        return page;
      }

      @Override
      public void close() {
        open.decrementAndGet();
      }
    };
  }

  /** What was attached. */
  static final class Stored implements Attachments {
    final List<Attached> all = new ArrayList<>();
    volatile int refuseFrom = Integer.MAX_VALUE;

    record Attached(TransactionId transaction, String name, String mediaType, byte[] bytes) {}

    @Override
    public TransactionId attach(
        TransactionId transactionId, String name, String mediaType, InputStream content)
        throws AttachmentException {
      if (all.size() >= refuseFrom) {
        throw new AttachmentException(AttachmentException.Reason.FULL, "as the test wants");
      }
      try {
        all.add(new Attached(transactionId, name, mediaType, content.readAllBytes()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return TransactionId.create(Instant.EPOCH);
    }

    List<String> names() {
      return all.stream().map(Attached::name).toList();
    }
  }
}
