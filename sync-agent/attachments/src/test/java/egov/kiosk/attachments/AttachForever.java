package egov.kiosk.attachments;

import egov.kiosk.attachments.store.ChunkStore;
import egov.kiosk.attachments.store.PosixDisk;
import egov.kiosk.attachments.store.Space;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Clock;

/** Attaches until it is killed, and says the id of each that was taken. */
final class AttachForever {
  private AttachForever() {}

  public static void main(String[] arguments) throws Exception {
    Path directory = Path.of(arguments[0]);
    StoredAttachments.Tools tools = new Bench().tools();
    ChunkStore store = new ChunkStore(directory.resolve("attachments"), new PosixDisk());
    StoredAttachments attachments =
        new StoredAttachments(
            store,
            new Space(store, Bench.QUOTA, 0),
            new StoredAttachments.Tools(
                new FileQueue(directory.resolve("queue")).outbox(),
                tools.sealer(),
                tools.cipher(),
                tools.digests()),
            Clock.systemUTC(),
            id -> {});
    while (true) {
      System.out.println(
          attachments.attach(
              Bench.TRANSACTION,
              "scan",
              "image/png",
              new ByteArrayInputStream(Bench.content(150_000))));
    }
  }
}
