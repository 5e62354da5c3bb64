package egov.kiosk.crypto.independent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import egov.kiosk.crypto.sm.Sm3;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HMAC-SM3 (GM/T 0042) as OpenSSL computes it. */
class HmacTest {
  @TempDir Path folder;

  @Test
  void hmac_byOpenssl_isTheSame() throws Exception {
    for (int keyBytes : new int[] {1, 32, 64, 100}) {
      byte[] key = new byte[keyBytes];
      byte[] text = new byte[keyBytes * 3];
      for (int at = 0; at < text.length; at++) {
        text[at] = (byte) (at * 7);
        key[at % keyBytes] ^= (byte) (at * 13 + 1);
      }
      Files.write(folder.resolve("text"), text);
      String printed =
          new OpenSsl(folder)
              .run(
                  "mac",
                  "-digest",
                  "SM3",
                  "-macopt",
                  "hexkey:" + HexFormat.of().formatHex(key),
                  "-in",
                  "text",
                  "HMAC");
      assertEquals(
          HexFormat.of().formatHex(Sm3.hmac(key, text)), printed.strip().toLowerCase(Locale.ROOT));
    }
  }
}
