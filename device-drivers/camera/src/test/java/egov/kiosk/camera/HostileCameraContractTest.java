package egov.kiosk.camera;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Attack tests D11 to D13 through OpenCV's own V4L2 code, against the emulator's process. */
@Timeout(120)
class HostileCameraContractTest {
  private static final String FROZEN = "POTENTIAL_FRAUD/[CAMERA_FROZEN]";

  @TempDir Path folder;

  private Rig rig;

  @BeforeEach
  void film() throws Exception {
    rig = Rig.start(folder, CameraProbe.class, folder.resolve("video0").toString());
    rig.emulator.ask("face " + picture(1280, 720));
    assertEquals("open", rig.ask("open"));
    assertEquals("1280x720", rig.ask("next 3000"));
  }

  @AfterEach
  void stop() throws Exception {
    rig.close();
  }

  private Path picture(int width, int height) throws IOException {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D brush = picture.createGraphics();
    brush.setColor(Color.RED);
    brush.fillRect(0, 0, width / 2, height);
    brush.dispose();
    Path file = folder.resolve("picture-" + width + ".jpg");
    ImageIO.write(picture, "jpeg", file.toFile());
    return file;
  }

  private void settles(String status) {
    assertEquals(status, rig.ask("settled " + status));
  }

  @Test
  void badPictures_areHeldBack_andGoodOnesHeal() throws Exception {
    rig.emulator.ask("freeze");
    settles(FROZEN);
    assertEquals("empty", rig.ask("next 500"));
    assertEquals("empty", rig.ask("preview"));
    rig.emulator.ask("live");
    settles("ONLINE/[]");
    assertEquals("1280x720", rig.ask("next 3000"));

    rig.emulator.ask("light covered");
    settles("USER_ERROR/[CAMERA_COVERED]");
    assertEquals("WARN", rig.ask("check"));
    rig.emulator.ask("light usual");
    settles("ONLINE/[]");
    assertEquals("OK", rig.ask("check"));

    byte[] whole = Files.readAllBytes(picture(1280, 720));
    Path cut = Files.write(folder.resolve("cut.jpg"), Arrays.copyOf(whole, whole.length / 2));
    rig.emulator.ask("raw " + cut);
    settles("HARDWARE_ERROR/[PICTURE_REFUSED]");
    assertEquals("empty", rig.ask("next 500"));
    rig.emulator.ask("face " + picture(1280, 720));
    settles("ONLINE/[]");

    rig.emulator.ask("loop 30");
    settles(FROZEN);
    assertEquals("empty", rig.ask("next 500"));
  }

  @Test
  void otherSizeAndSecondCamera_endTheStream() throws Exception {
    rig.emulator.ask("raw " + picture(640, 480));
    settles("HARDWARE_ERROR/[CONTRADICTION]");
    rig.emulator.ask("face none");
    assertEquals("empty", rig.ask("next 2000"), "the stream has ended for good");
    assertEquals("open", rig.ask("open"));
    assertEquals("1280x720", rig.ask("next 3000"));

    Files.createFile(folder.resolve("video1"));
    settles("POTENTIAL_FRAUD/[NOT_THE_ACCEPTED_DEVICE]");
    assertEquals("empty", rig.ask("next 500"));
    await().atMost(Duration.ofSeconds(5)).until(() -> rig.ask("threads"), "0"::equals);
  }
}
