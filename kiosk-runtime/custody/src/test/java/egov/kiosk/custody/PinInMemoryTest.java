package egov.kiosk.custody;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.crypto.custody.SigningKey;
import egov.kiosk.custody.skf.SkfDecrypt;
import egov.kiosk.custody.skf.SkfDriver;
import egov.kiosk.custody.skf.SkfSettings;
import egov.kiosk.custody.token.Certificates;
import egov.kiosk.custody.token.TokenCustody;
import egov.kiosk.custody.token.TokenOptions;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** C02 of the attack catalogue, for keys in a device: after use, its PIN is not in memory. */
class PinInMemoryTest {
  private static final int LENGTH = 24;

  @TempDir Path folder;

  /** A PIN this process never saw; handed out inverted. */
  private byte[] unseenPin() throws Exception {
    Tool.run(
        folder,
        List.of(
            "sh",
            "-c",
            "umask 077; head -c 12 /dev/urandom | od -An -tx1 | tr -d ' \\n' > pin; cp pin kiosk.pin"));
    byte[] hidden = new byte[LENGTH];
    try (RandomAccessFile file = new RandomAccessFile(folder.resolve("pin").toFile(), "r")) {
      for (int i = 0; i < LENGTH; i++) {
        hidden[i] = (byte) ~file.read();
      }
    }
    return hidden;
  }

  @Test
  void c02_afterSigningAndClosing_thePinIsNotInMemory() throws Exception {
    TestDevice device = new TestDevice(folder, "skf");
    byte[] hidden = unseenPin();
    assertEquals(0, OwnMemory.count(hidden));
    TokenCustody custody =
        new TokenCustody(
            new SkfDriver(new SkfSettings(device.library(), "", "KIOSK", "kiosk", SkfDecrypt.NONE)),
            new TokenOptions(
                new Certificates(Map.of()),
                folder.resolve("kiosk.pin"),
                folder.resolve("refused"),
                Duration.ofSeconds(20)),
            new SecureRandom(),
            InstantSource.system(),
            System::nanoTime);
    try {
      SigningKey key = custody.signing();
      byte[] message = {1};
      assertTrue(key.certificate().publicKey().verifies(message, key.sign(message)));
      assertEquals(0, OwnMemory.count(hidden));
    } finally {
      custody.close();
    }
    assertEquals(0, OwnMemory.count(hidden));
  }

  /** The search would find it. */
  @Test
  void search_aPinThatIsKept_isFound() throws Exception {
    byte[] hidden = unseenPin();
    byte[] kept = new byte[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      kept[i] = (byte) ~hidden[i];
    }
    assertTrue(OwnMemory.count(hidden) > 0);
    assertEquals((byte) ~hidden[0], kept[0]);
  }
}
