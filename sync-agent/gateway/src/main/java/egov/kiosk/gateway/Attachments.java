package egov.kiosk.gateway;

import egov.kiosk.crypto.envelope.Sm4ChunkCipher;
import egov.kiosk.crypto.sm.StreamedSm3;
import egov.kiosk.gateway.attachment.AttachmentDesk;
import egov.kiosk.gateway.attachment.CollectingDesk;
import egov.kiosk.gateway.attachment.EnclosureBook;
import egov.kiosk.gateway.attachment.FileShelf;
import egov.kiosk.gateway.attachment.MissingChunksDesk;
import egov.kiosk.gateway.attachment.Vault;
import egov.kiosk.gateway.keys.GatewayKeys;
import egov.kiosk.gateway.line.Outlet;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;

/** Sets up the desk that puts attachments together. */
public final class Attachments {
  private static final long BYTES_PER_KIOSK = 1L << 30;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private Attachments() {}

  /**
   * Opens the desk.
   *
   * @param directory {@code chunks/}, {@code attachments/} and {@code enclosures/} are made in it;
   *     several workers share it on a file system they all mount
   */
  public static CollectingDesk open(
      Path directory,
      GatewayKeys keys,
      Outlet orders,
      AttachmentDesk.Again again,
      InstantSource clock) {
    return new CollectingDesk(
        new CollectingDesk.Stock(
            new FileShelf(directory.resolve("chunks"), BYTES_PER_KIOSK),
            new Vault(directory.resolve("attachments")),
            book(directory),
            new Sm4ChunkCipher(new SecureRandom()),
            new StreamedSm3()),
        new MissingChunksDesk(keys.orders(), orders, clock),
        again,
        PATIENCE,
        clock);
  }

  /** What transactions named and what arrived, in the same directory. */
  public static EnclosureBook book(Path directory) {
    return new EnclosureBook(directory.resolve("enclosures"));
  }
}
