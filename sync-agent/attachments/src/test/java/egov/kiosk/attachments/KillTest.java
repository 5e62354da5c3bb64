package egov.kiosk.attachments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.attachments.store.ChunkStore;
import egov.kiosk.attachments.store.PosixDisk;
import egov.kiosk.attachments.store.Space;
import egov.kiosk.contract.CanonicalFleetCodec;
import egov.kiosk.domain.fleet.AttachmentManifest;
import egov.kiosk.domain.transaction.TransactionId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real process on a real disk, killed with SIGKILL while it takes attachments in. */
class KillTest {
  private static final int ROUNDS = 4;

  @TempDir Path directory;
  private final Bench tools = new Bench();

  @Test
  void attach_killedAnyTime_whatWasTakenIsWholeAndTheRestIsGone() throws Exception {
    Random random = new Random();
    ChunkStore store = new ChunkStore(directory.resolve("attachments"), new PosixDisk());
    FileQueue queue = new FileQueue(directory.resolve("queue"));
    Set<String> taken = new TreeSet<>();
    for (int round = 0; round < ROUNDS; round++) {
      taken.addAll(killedAfter(random.nextInt(300)));
      Space space = new Space(store, Bench.QUOTA, 0);
      Set<TransactionId> waiting = new HashSet<>();
      new Recovery(store, space, queue.outbox(), id -> false, waiting::add).run(true);
      assertTrue(queue.ids().containsAll(taken));
      assertEquals(
          new TreeSet<>(queue.ids()),
          new TreeSet<>(store.attachments().stream().map(TransactionId::value).toList()));
      assertEquals(queue.ids().size(), waiting.size());
      for (String id : queue.ids()) {
        assertWhole(store, new TransactionId(id), queue.manifest(id));
      }
    }
    assertTrue(taken.size() >= ROUNDS);
  }

  private void assertWhole(ChunkStore store, TransactionId id, byte[] sealed) throws Exception {
    AttachmentManifest manifest =
        (AttachmentManifest) new CanonicalFleetCodec().decodeStatement(sealed);
    assertEquals(manifest.chunks(), store.extent(id).chunks());
    for (int index = 0; index < manifest.chunks(); index++) {
      assertTrue(tools.cipher.open(manifest.key(), id, index, store.read(id, index)).isPresent());
    }
  }

  /** Runs a process until it has taken one attachment and so many milliseconds more. */
  private List<String> killedAfter(int millis) throws Exception {
    Path said = Files.createTempFile(directory, "said", ".txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                AttachForever.class.getName(),
                directory.toString())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    try {
      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> Files.readString(said).contains("\n"));
      Thread.sleep(millis); // Any time is right to die.
    } finally {
      process.destroyForcibly();
      assertTrue(process.waitFor(10, TimeUnit.SECONDS));
    }
    String lines = Files.readString(said, StandardCharsets.US_ASCII);
    return lines.substring(0, lines.lastIndexOf('\n') + 1).lines().toList();
  }
}
