package egov.kiosk.uplinkmqtt.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordFileTest {
  @TempDir Path directory;

  @Test
  void firstLine_isThePasswordAndNothingShowsIt() throws Exception {
    Credentials read = new PasswordFile("kiosk", file("s3cret\nrest\n", "rw-------")).read();
    assertArrayEquals("s3cret".getBytes(StandardCharsets.UTF_8), read.password());
    assertEquals("kiosk", read.userName());
    assertFalse(read.toString().contains("s3cret"));
  }

  @Test
  void openToOthers_isRefused() throws Exception {
    assertTrue(refusal(file("s3cret", "rw-r-----")).contains("chmod 600"));
    assertTrue(refusal(file("s3cret", "rw----r--")).contains("chmod 600"));
  }

  @Test
  void missingEmptyOrBinary_isRefused() throws Exception {
    assertTrue(refusal(directory.resolve("none")).contains("there is no password file"));
    assertTrue(refusal(file("\n", "rw-------")).contains("is empty"));
    assertTrue(refusal(file("x".repeat(2000), "rw-------")).contains("longer"));
    Path binary = file("", "rw-------");
    Files.write(binary, new byte[] {(byte) 0xC3, 0x28});
    assertTrue(refusal(binary).contains("UTF-8"));
  }

  private static String refusal(Path file) {
    IOException refusal =
        assertThrows(IOException.class, () -> new PasswordFile("kiosk", file).read());
    assertFalse(refusal.getMessage().contains("s3cret"));
    return Trouble.of(refusal);
  }

  private Path file(String text, String permissions) throws IOException {
    Path file = Files.createTempFile(directory, "password", "");
    Files.writeString(file, text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }
}
