package egov.kiosk.localapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PagesTest {
  private static final String MODULE = "/ui/0123456789abcdef/src/main.js";
  private static final String MAP = "{\"imports\":{\"one\":\"" + MODULE + "\"}}";

  private ServedApi served;

  @BeforeEach
  void open(@TempDir Path directory) throws IOException {
    served = new ServedApi(directory.resolve("run"));
  }

  @AfterEach
  void close() {
    served.close();
  }

  @Test
  void entry_allowsItsOwnImportMapAndNoOtherScriptInAPage() throws Exception {
    String answer = served.get("/", "");
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(MAP.getBytes(StandardCharsets.UTF_8));
    String hash = "sha256-" + Base64.getEncoder().encodeToString(digest);
    assertTrue(answer.contains(MAP), "the page itself is as it was built");
    assertTrue(answer.contains("script-src 'self' '" + hash + "'; style-src 'self'"), answer);
    assertFalse(answer.contains("unsafe"));
  }

  @Test
  void everythingElse_allowsNoScriptInAPage() throws IOException {
    for (String path : new String[] {"/worker", MODULE, "/api/none", "/none"}) {
      assertTrue(served.get(path, "").contains("script-src 'self'; style-src 'self'"), path);
    }
  }

  @Test
  void fileInTheFolderOfItsContents_isKept_andNothingElseIs() throws IOException {
    String module = served.get(MODULE, "");
    assertEquals(200, ServedApi.status(module));
    assertTrue(module.contains("Content-Type: text/javascript;charset=utf-8"), module);
    assertTrue(module.contains("Cache-Control: public, max-age=31536000, immutable"), module);
    assertFalse(module.contains("no-store"));
    for (String path : new String[] {"/", "/worker", "/api/kiosk", "/ui/0123456789abcdef/x.js"}) {
      assertTrue(served.get(path, "").contains("Cache-Control: no-store"), path);
    }
  }
}
