package egov.kiosk.localapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guard over HTTP, where a grid worker's pictures come in. */
class FieldGuardAttackTest {
  private static final String PHOTO =
      "/api/field/upload/photo/01a20169-2e00-7b29-9ad7-bcdc0e1413bf/photo";

  @TempDir Path directory;
  private ServedApi served;

  @BeforeEach
  void open() throws IOException {
    served = new ServedApi(directory);
  }

  @AfterEach
  void close() {
    served.close();
  }

  @Test
  void picture_whereNoneIsTaken_orOfAnotherKind_isNoJson() throws IOException {
    assertEquals(415, ServedApi.status(served.post("/api/sessions", "image/jpeg", "x")));
    assertEquals(415, ServedApi.status(served.post(PHOTO, "image/png", "x")));
    assertEquals(415, ServedApi.status(served.post(PHOTO, "text/html", "x")));
    assertEquals(
        503, ServedApi.status(served.post(PHOTO, "image/jpeg", "x")), "no door is open here");
  }

  @Test
  void cameraAndMicrophone_areAllowedOnTheWorkersPageOnly() throws IOException {
    String citizen = served.get("/", "");
    String worker = served.get("/worker", "");
    assertTrue(citizen.contains("camera=(), microphone=(), geolocation=()"), citizen);
    assertTrue(worker.contains("camera=(self), microphone=(self), geolocation=(self)"), worker);
    assertFalse(worker.contains("usb=(self)"));
  }
}
